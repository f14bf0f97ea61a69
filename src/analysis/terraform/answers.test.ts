import { describe, expect, it } from 'vitest'
import type { Field } from '../../model/part.ts'
import { allOf, anyOf, hasMembers, isOn, isOneOf, isSet, not } from './answers.ts'
import type { Answer } from './joins.ts'

describe('allOf and anyOf', () => {
  it.each([
    { name: 'one no decides', answers: ['yes', 'cannot tell', 'no'], all: 'no', any: 'yes' },
    { name: 'the unknown stays', answers: ['yes', 'cannot tell'], all: 'cannot tell', any: 'yes' },
    { name: 'no beside unknown', answers: ['no', 'cannot tell'], all: 'no', any: 'cannot tell' },
    { name: 'nothing at all', answers: [], all: 'yes', any: 'no' },
  ] as const)('$name', ({ answers, all, any }) => {
    expect(allOf(...answers)).toBe(all)
    expect(anyOf(...answers)).toBe(any)
    expect(not(allOf(...answers))).toBe(anyOf(...answers.map(not)))
  })
})

describe('isSet', () => {
  it.each([
    { name: 'a text', value: 'a', resolved: true, answer: 'yes' },
    { name: 'an empty text', value: '', resolved: true, answer: 'no' },
    { name: 'an empty list', value: [], resolved: true, answer: 'no' },
    { name: 'a reference', value: '${scaleway_vpc.main.id}', resolved: false, answer: 'yes' },
    { name: 'a call', value: '${timeadd(timestamp(), "…")}', resolved: false, answer: 'yes' },
    { name: 'a choice', value: '${var.a ? "…" : null}', resolved: false, answer: 'cannot tell' },
    { name: 'a fallback', value: '${try(var.a, null)}', resolved: false, answer: 'cannot tell' },
    { name: 'a value below unknown', value: undefined, resolved: false, answer: 'cannot tell' },
  ])('$name: $answer', ({ value, resolved, answer }) => {
    expect(isSet(fieldOf(value, resolved))).toBe(answer)
  })
})

it.each<{ name: string; value: unknown; resolved: boolean; answer: Answer }>([
  { name: 'two members', value: ['sg-1', '${aws_vpc.main.id}'], resolved: true, answer: 'yes' },
  { name: 'no members', value: [], resolved: true, answer: 'no' },
  { name: 'a list of an input', value: '${var.groups}', resolved: false, answer: 'cannot tell' },
  {
    name: 'all of a resource',
    value: '${aws_vpc.main[*].id}',
    resolved: false,
    answer: 'cannot tell',
  },
])('has members, $name: $answer', ({ value, resolved, answer }) => {
  expect(hasMembers(fieldOf(value, resolved))).toBe(answer)
})

it('takes the default of the provider for what is not written', () => {
  expect(isOn(undefined, true)).toBe('yes')
  expect(isOn(undefined, false)).toBe('no')
  expect(isOneOf(undefined, ['accept'], 'accept')).toBe('yes')
})

it('takes true written as a text for true', () => {
  expect(isOn(fieldOf('true', true), false)).toBe('yes')
  expect(isOn(fieldOf('${var.a}', false), true)).toBe('cannot tell')
})

const PLACE = {
  document: {
    source: { file: '', text: '' },
    layout: { keys: [], offsets: new Int32Array() },
    node: 0,
    value: null,
  },
  path: [],
}

function fieldOf(value: unknown, resolved: boolean): Field {
  return { value, resolved, place: PLACE }
}
