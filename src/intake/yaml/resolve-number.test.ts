import { expect, it } from 'vitest'
import { floatKey, isInteger, resolveDotted, resolveNumber } from './resolve-number.ts'

it.each([
  { name: 'decimals', text: '120', value: 120 },
  { name: 'signs', text: '-12', value: -12 },
  { name: 'no negative zero', text: '-0', value: 0 },
  { name: 'octals by a leading zero', text: '0644', value: 420 },
  { name: 'octals by a letter', text: '0o644', value: 420 },
  { name: 'binaries', text: '-0b11', value: -3 },
  { name: 'hexadecimals in capitals', text: '0XFF', value: 255 },
  { name: 'underscores anywhere but in front', text: '1__000_', value: 1000 },
  { name: 'floats that look like octals', text: '089', value: 89 },
  { name: 'exponents', text: '1.5e+3', value: 1500 },
  { name: 'the largest exact integer', text: '9007199254740991', value: 9007199254740991 },
  { name: 'larger ones exactly', text: '-9007199254740993', value: -9007199254740993n },
  { name: 'the largest of 64 bits', text: '0xffffffffffffffff', value: 18446744073709551615n },
  {
    name: 'still larger ones as floats',
    text: '18446744073709551616',
    value: 18446744073709552000,
  },
  { name: 'signed ones of 64 bits as floats', text: '+9223372036854775808', value: 2 ** 63 },
  { name: 'the smallest of 64 bits', text: '-9223372036854775808', value: -9223372036854775808n },
])('reads $name', ({ text, value }) => {
  expect(resolveNumber(text)).toBe(value)
})

it.each(['22:22', '2020-01-01', '1.2.3', '0x', '0b12', '0o8', '1e', '1e400', '--1', '10m', '1Gi'])(
  'leaves %s a text',
  (text) => {
    expect(resolveNumber(text)).toBeUndefined()
  },
)

it.each([
  { text: '.5', value: 0.5 },
  { text: '.5e3', value: 500 },
  { text: '.5_5', value: 0.55 },
  { text: '._5', value: undefined },
  { text: '.', value: undefined },
  { text: '...', value: undefined },
  { text: '.1e400', value: undefined },
])('reads $text as $value', ({ text, value }) => {
  expect(resolveDotted(text)).toBe(value)
})

it('tells integers from floats by their text', () => {
  expect(['10', '0x1F', '1_0'].filter(isInteger)).toEqual(['10', '0x1F', '1_0'])
  expect(['1.0', '1e3', '08', 'a', '18446744073709551616'].filter(isInteger)).toEqual([])
})

it.each([
  { float: 1.5, key: '1.5' },
  { float: 1000, key: '1000' },
  { float: 1e6, key: '1e+06' },
  { float: 123456.5, key: '123456.5' },
  { float: 123456789.5, key: '1.2345679e+08' },
  { float: 0.0001, key: '0.0001' },
  { float: 0.00001, key: '1e-05' },
  { float: -0.1, key: '-0.1' },
  { float: 1e300, key: '.inf' },
  { float: Number.NEGATIVE_INFINITY, key: '-.inf' },
  { float: Number.NaN, key: '.nan' },
  { float: -0, key: '-0' },
])('makes the key $key of a float, as a float of 32 bits', ({ float, key }) => {
  expect(floatKey(float)).toBe(key)
})
