import { array, assert, constantFrom, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maskTemplate } from './template-mask.ts'

describe('a template with its actions hidden', () => {
  it.each([
    { name: 'an action as a value', text: 'a: {{ .Values.a }}\n' },
    { name: 'an action with a line to itself', text: 'a:\n  {{- toYaml .b | nindent 2 }}\nc: 1\n' },
    { name: 'actions side by side', text: '  {{ if a }} {{ end }}\n' },
    { name: 'signs of an end inside of quotes', text: 'a: {{ "}}" }}{{ `}}` }}\n' },
    { name: 'a comment with quotes', text: '{{/* don\'t " */}}\na: 1\n' },
    { name: 'an action of several lines', text: 'a: 1\n{{- if and\n    .a\n    .b }}\nb: 2\n' },
    { name: 'an action behind a sign', text: 'colour: "#{{ .c }}"\n' },
  ])('is as long, and comes back: $name', ({ text }) => {
    const mask = maskTemplate(text)
    expect(mask?.text).not.toContain('{{')
    expect(mask?.text.split('\n').map((line) => line.length)).toEqual(
      text.split('\n').map((line) => line.length),
    )
    expect(mask?.unmask(mask.text)).toBe(text)
  })

  it('keeps the actions where lines are added between them', () => {
    const mask = maskTemplate('a:\n  {{- x }}\nb: {{ y }}\n')
    const changed = mask?.text.replace('b:', 'new: true\nb:')
    expect(mask?.unmask(changed ?? '')).toBe('a:\n  {{- x }}\nnew: true\nb: {{ y }}\n')
  })

  it.each([
    { name: 'an action without an end', text: 'a: {{ b\n' },
    { name: 'a comment without an end', text: '{{/* a }}\n' },
    { name: 'characters for private use', text: 'a: \uE000\n' },
  ])('is not made of $name', ({ text }) => expect(maskTemplate(text)).toBeUndefined())

  it('has no text again when an action was written over', () => {
    const mask = maskTemplate('a: {{ b }}\nc: {{ d }}\n')
    expect(mask?.unmask('a: 1\n')).toBeUndefined()
  })

  it('comes back whatever is written', () => {
    const pieces = constantFrom('{{', '}}', '- ', '"', '`', '\n', ' ', 'a', '#', '/*', '*/', ':')
    assert(
      property(array(pieces, { maxLength: 40 }), (words) => {
        const text = words.join('')
        const mask = maskTemplate(text)
        if (mask === undefined) return
        expect(mask.text).toHaveLength(text.length)
        expect(mask.unmask(mask.text)).toBe(text)
      }),
    )
  })
})
