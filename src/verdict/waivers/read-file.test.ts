import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { readYaml } from '../../intake/yaml/read-yaml.ts'
import { readWaivers } from './waivers.testing.ts'

const GOOD = `- id: W-1
  rule: limit-example
  match: { namespace: shop, kind: Deployment, name: [cart, "log-*"], container: cart }
  reason: "the cache grows on market days"
  owner: "@org/shop"
  expires: 2027-01-31
  ticket: SHOP-12
  mitigation: the node is watched
  untilFixed: false
`
const without = (line: string): string => GOOD.replace(new RegExp(`\n  ${line}:.*`), '')
const having = (line: string, value: string): string =>
  GOOD.replace(new RegExp(`\n  ${line}:.*`), `\n  ${line}: ${value}`)

describe('a waiver file', () => {
  it.each([
    { name: 'all that there is', text: GOOD },
    { name: 'two', text: GOOD + GOOD.replace('W-1', 'W-2') },
    { name: 'a former id', text: having('rule', 'limit-old') },
    { name: 'nothing but comments', text: '# none yet\n' },
    { name: 'an empty list', text: '[]\n' },
  ])('may hold $name', ({ text }) => {
    const { waivers, faults } = readWaivers(text)
    expect(faults).toEqual([])
    for (const { rule } of waivers) expect(rule.id).toBe('limit-example')
  })

  it.each([
    {
      name: 'no list',
      text: 'waivers: []\n',
      at: '1:1',
      message: 'A waiver file holds a list of waivers.',
    },
    { name: 'no mapping', text: '- W-1\n', at: '1:3', message: /^A waiver is a mapping/ },
    {
      name: 'an unknown word',
      text: having('ticket', '1\n  untill: x').replace('ticket: 1', 'ticket: "1"'),
      at: '8:3',
      message: '"untill" is no word of a waiver.',
    },
    {
      name: 'an unknown scope',
      text: having('match', '{ namespace: shop, nam: cart }'),
      at: '3:29',
      message: '"nam" is no word of what a waiver matches.',
    },
    {
      name: 'no id',
      text: GOOD.replace('id: W-1\n  ', ''),
      at: '1:3',
      message: 'The waiver has no id.',
    },
    { name: 'no rule', text: without('rule'), at: '1:3', message: 'The waiver has no rule.' },
    { name: 'no reason', text: without('reason'), at: '1:3', message: 'The waiver has no reason.' },
    { name: 'no owner', text: without('owner'), at: '1:3', message: 'The waiver has no owner.' },
    { name: 'no end', text: without('expires'), at: '1:3', message: 'The waiver has no expires.' },
    { name: 'no scope', text: without('match'), at: '1:3', message: 'The waiver has no match.' },
    {
      name: 'an empty scope',
      text: having('match', '{}'),
      at: '3:3',
      message: /matches everything/,
    },
    {
      name: 'a scope that is no mapping',
      text: having('match', '[]'),
      at: '3:3',
      message: /matches everything/,
    },
    {
      name: 'a scope of stars',
      text: having('match', '{ namespace: "*", name: "*" }'),
      at: '3:3',
      message: /matches everything/,
    },
    {
      name: 'a scope of stars and a name',
      text: having('match', '{ name: [cart, "*"] }'),
      at: '3:3',
      message: /matches everything/,
    },
    {
      name: 'a kind only',
      text: having('match', '{ kind: Deployment }'),
      at: '3:3',
      message: /everything of a kind/,
    },
    {
      name: 'a whole cluster',
      text: having('match', '{ cluster: prod }'),
      at: '3:3',
      message: /matches everything/,
    },
    {
      name: 'all packages of a registry',
      text: having('match', '{ purl: "pkg:npm/*@1.2.3" }'),
      at: '3:3',
      message: /matches everything/,
    },
    {
      name: 'an empty list of names',
      text: having('match', '{ name: [] }'),
      at: '3:12',
      message: /^A name is a text/,
    },
    {
      name: 'a list of rules',
      text: having('rule', '[limit-example]'),
      at: '2:3',
      message: /^A rule is named by its one id/,
    },
    {
      name: 'a star for a rule',
      text: having('rule', '"*"'),
      at: '2:3',
      message: 'There is no rule "*".',
    },
    {
      name: 'a short reason',
      text: having('reason', 'because'),
      at: '4:3',
      message: /no reason that tells/,
    },
    {
      name: 'no day',
      text: having('expires', '2027-02-31'),
      at: '6:3',
      message: '"2027-02-31" is no day.',
    },
    {
      name: 'another form of day',
      text: having('expires', 'soon'),
      at: '6:3',
      message: 'A day is a text such as 2027-01-31.',
    },
    {
      name: 'a day too far',
      text: having('expires', '2027-05-24'),
      at: '6:3',
      message: /longer than the 180 days/,
    },
    {
      name: 'a number for an owner',
      text: having('owner', '7'),
      at: '5:3',
      message: /^An owner is a text/,
    },
    {
      name: 'a grave rule that nobody approved',
      text: having('rule', 'root-example'),
      at: '1:3',
      message: /nobody approved/,
    },
    {
      name: 'a grave rule that its owner approved',
      text: having('rule', 'root-example\n  approvedBy: "@ORG/shop"'),
      at: '3:3',
      message: 'The owner of the waiver approved it.',
    },
    {
      name: 'an id twice',
      text: GOOD + GOOD,
      at: '10:3',
      message: 'There is a waiver W-1 already.',
    },
  ])('may not hold $name', ({ text, at, message }) => {
    const { waivers, faults } = readWaivers(text)
    expect(faults).toHaveLength(1)
    expect(faults[0]?.at).toBe(`.portolan/waivers.yaml:${at}`)
    expect(faults[0]?.message).toMatch(message)
    expect(faults[0]?.remedy).not.toBe('')
    expect(waivers).toHaveLength(text === GOOD + GOOD ? 1 : 0)
  })

  it('may last to the last of the days that are allowed', () => {
    expect(readWaivers(having('expires', '2027-05-23')).faults).toEqual([])
  })

  it('may have ended', () => {
    expect(readWaivers(having('expires', '2020-01-01')).faults).toEqual([])
  })
})

describe('the published schema', () => {
  const schema: unknown = JSON.parse(readFileSync('docs/api/waivers.schema.json', 'utf8'))
  const isValid = (text: string): boolean => {
    const [document] = readYaml({ file: 'waivers.yaml', text }).documents
    if (typeof schema !== 'object' || schema === null) throw new Error('no schema')
    return new Ajv2020({ allowUnionTypes: true }).validate(schema, document?.value ?? null)
  }

  it.each([
    { name: 'all', text: GOOD, isGood: true },
    { name: 'comments', text: '# none\n', isGood: true },
    { name: 'unknown word', text: `${GOOD}  untill: x\n`, isGood: false },
    { name: 'no list', text: 'a: 1\n', isGood: false },
    { name: 'empty scope', text: having('match', '{}'), isGood: false },
    { name: 'unknown scope', text: having('match', '{ nam: x }'), isGood: false },
    { name: 'part', text: having('match', '{ name: x, part: spec.egress }'), isGood: true },
    { name: 'cluster', text: having('match', '{ name: x, cluster: prod }'), isGood: true },
    { name: 'package', text: having('match', '{ purl: "pkg:npm/@a/b" }'), isGood: true },
    { name: 'no package', text: having('match', '{ purl: lodash }'), isGood: false },
    { name: 'no names', text: having('match', '{ name: [] }'), isGood: false },
    { name: 'no end', text: without('expires'), isGood: false },
    { name: 'no day', text: having('expires', 'soon'), isGood: false },
    { name: 'short reason', text: having('reason', 'why'), isGood: false },
    { name: 'odd id', text: GOOD.replace('W-1', '"W 1"'), isGood: false },
  ])('agrees with the reader: $name', ({ text, isGood }) => {
    expect(isValid(text)).toBe(isGood)
    expect(readWaivers(text).faults.length === 0).toBe(isGood)
  })
})
