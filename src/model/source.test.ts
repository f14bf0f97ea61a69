import { describe, expect, it } from 'vitest'
import { lineBreak, positionAt } from './source.ts'

const source = (text: string) => ({ file: 'a.yaml', text })

describe('positionAt', () => {
  it.each([
    { name: 'counts from one', text: 'ab\ncd', offset: 0, line: 1, column: 1 },
    { name: 'starts anew after a line feed', text: 'ab\ncd', offset: 3, line: 2, column: 1 },
    {
      name: 'takes a line feed for the end of its line',
      text: 'ab\ncd',
      offset: 2,
      line: 1,
      column: 3,
    },
    { name: 'is not moved by a carriage return', text: 'ab\r\ncd', offset: 5, line: 2, column: 2 },
    { name: 'does not count the byte order mark', text: '\uFEFFab', offset: 2, line: 1, column: 2 },
    { name: 'stays inside the text', text: 'ab\ncd', offset: 5, line: 2, column: 3 },
  ])('$name', ({ text, offset, line, column }) => {
    expect(positionAt(source(text), offset)).toEqual({ line, column })
  })
})

describe('lineBreak', () => {
  it.each([
    { text: 'a\nb\r\n', is: '\n' },
    { text: 'a\r\nb\n', is: '\r\n' },
    { text: 'a', is: '\n' },
  ])('of $text', ({ text, is }) => {
    expect(lineBreak(source(text))).toBe(is)
  })
})
