import { describe, expect, it } from 'vitest'
import { columnsOf, fit, flow, padEnd, padStart, wrap } from './columns.ts'

describe('columnsOf', () => {
  it.each([
    { text: 'plain', is: 5 },
    { text: 'größe', is: 5 },
    { text: '尺寸', is: 4 },
    { text: '😀', is: 2 },
    { text: 'e\u0301', is: 1 },
    { text: '▲ ○', is: 3 },
  ])('$text takes $is', ({ text, is }) => {
    expect(columnsOf(text)).toBe(is)
  })
})

describe('padding', () => {
  it('fills up to the width, by columns', () => {
    expect(padEnd('尺', 4)).toBe('尺  ')
    expect(padStart('7', 3)).toBe('  7')
    expect(padEnd('long', 2)).toBe('long')
  })
})

describe('fit', () => {
  it.each([
    { text: 'abc', width: 3, is: 'abc' },
    { text: 'abcd', width: 3, is: 'ab…' },
    { text: '尺寸大', width: 4, is: '尺…' },
  ])('cuts $text to $width', ({ text, width, is }) => {
    expect(fit(text, width, '…')).toBe(is)
  })
})

describe('flow', () => {
  it('fills lines without breaking a part', () => {
    expect(flow(['aa', 'bb', 'cccccc', 'd'], ' · ', 8)).toEqual(['aa · bb', 'cccccc', 'd'])
    expect(flow([], ' ', 8)).toEqual([])
  })
})

describe('wrap', () => {
  it('breaks prose at spaces', () => {
    expect(wrap('one two\nthree  four', 9)).toEqual(['one two', 'three', 'four'])
  })
})
