import { expect, it } from 'vitest'
import { readJsonText } from './json-text.ts'

it.each([
  { name: 'reads JSON as it is', text: '{"a": [1, "b"]}', value: { a: [1, 'b'] } },
  { name: 'keeps a hole', text: '{"a": "${var.b}"}', value: { a: '${var.b}' } },
  {
    name: 'takes the quotes of a hole for no part of the JSON',
    text: '{"${replace(x.url, "https://", "")}:sub": "y"}',
    value: { '${replace(x.url, https://, )}:sub': 'y' },
  },
  {
    name: 'leaves a hole alone that was encoded, however many braces it has',
    text: '{"a": "${{ \\"…\\" = 1 …}", "b": 2}',
    value: { a: '${{ "…" = 1 …}', b: 2 },
  },
  {
    name: 'takes braces within a hole for a part of the hole',
    text: '{"a": "${f({ "b" = {} })}"}',
    value: { a: '${f( b =  )}' },
  },
  {
    name: 'gives nothing for a hole that is more than a text',
    text: '{"a": ${var.b}}',
    value: undefined,
  },
  { name: 'gives nothing for what is no JSON', text: 'a: b', value: undefined },
])('$name', ({ text, value }) => {
  expect(readJsonText(text)).toEqual(value)
})
