import { expect, it } from 'vitest'
import { troubleWith, unusualFinder } from './characters.ts'

it.each([
  { name: 'what can be printed', text: 'a\tb\r\n~é日\ufeff\ufffd' },
  { name: 'pairs of surrogates', text: 'a 😀 b' },
])('lets $name pass', ({ text }) => {
  expect(unusualFinder(text)(0)).toBe(text.length)
})

it.each([
  { name: 'null', text: 'ab\0', says: 'U+0000' },
  { name: 'delete', text: 'ab\u007f', says: 'U+007F' },
  { name: 'the second set of controls', text: 'ab\u009b', says: 'U+009B' },
  { name: 'a high surrogate', text: 'ab\ud83d', says: 'U+D83D' },
  { name: 'a low surrogate', text: 'ab\ude00😀', says: 'U+DE00' },
  { name: 'no character at all', text: 'ab\uffff', says: 'U+FFFF' },
  { name: 'a carriage return alone', text: 'ab\rc', says: 'U+000D' },
  { name: 'a next line', text: 'ab\u0085', says: 'U+0085' },
  { name: 'a paragraph separator', text: 'ab\u2029', says: 'U+2029' },
  { name: 'a byte order mark that begins a line', text: 'b\n\ufeffa: 1', says: 'U+FEFF' },
])('finds $name', ({ text, says }) => {
  expect(unusualFinder(text)(0)).toBe(2)
  expect(troubleWith(text, 2).message).toContain(`(${says})`)
})

it('goes on from where it is asked', () => {
  const next = unusualFinder('a\0b\r\n😀\0')
  expect([next(0), next(1), next(2), next(7), next(8)]).toEqual([1, 1, 7, 7, 8])
})
