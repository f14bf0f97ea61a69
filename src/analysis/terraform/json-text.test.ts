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
    name: 'takes escaped quotes and braces within a hole for no part of it either',
    text: String.raw`{"a": "${'${'}{ \"b\" = {} }}"}`,
    value: { a: '${ b =  }' },
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
