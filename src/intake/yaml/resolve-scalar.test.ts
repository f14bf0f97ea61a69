import { expect, it } from 'vitest'
import { keyOf, resolvePlain } from './resolve-scalar.ts'

it.each([
  { value: true, texts: ['y', 'Y', 'yes', 'Yes', 'YES', 'on', 'On', 'ON', 'true', 'True', 'TRUE'] },
  { value: false, texts: ['n', 'N', 'no', 'No', 'NO', 'off', 'Off', 'OFF', 'false', 'FALSE'] },
  { value: null, texts: ['', '~', 'null', 'Null', 'NULL'] },
  { value: Number.POSITIVE_INFINITY, texts: ['.inf', '+.INF'] },
  { value: Number.NaN, texts: ['.nan', '.NaN', '.NAN'] },
])('reads words as $value', ({ value, texts }) => {
  for (const text of texts) expect(resolvePlain(text)).toBe(value)
})

it.each(['yEs', 'oN', 'tRUE', 'nULL', 'none', '.iNF', '<<', '=', '-', '.', '+', 'yes '])(
  'leaves "%s" a text',
  (text) => {
    expect(resolvePlain(text)).toBe(text)
  },
)

it.each([
  { text: 'on', key: 'true' },
  { text: '0x10', key: '16' },
  { text: '1e7', key: '1e+07' },
  { text: '9223372036854775807', key: '9223372036854775807' },
  { text: '9223372036854775808', key: undefined },
  { text: '~', key: undefined },
  { text: 'a', key: 'a' },
])('makes the key $key of $text', ({ text, key }) => {
  expect(keyOf(resolvePlain(text), text)).toBe(key)
})
