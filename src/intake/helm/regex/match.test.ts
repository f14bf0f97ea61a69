import { describe, expect, it } from 'vitest'
import { allMatches, matchFrom, patternOf } from './match.ts'

describe('matchFrom', () => {
  // What Go 1.25's regexp finds.
  it.each([
    { pattern: 'a|ab', text: 'ab', found: [0, 1] },
    { pattern: '(a+)(b?)', text: 'xaab', found: [1, 4, 1, 3, 3, 4] },
    { pattern: 'a*?b', text: 'aab', found: [0, 3] },
    { pattern: '(?i)HeLLo', text: 'say hello', found: [4, 9] },
    { pattern: '^b', text: 'a\nb', found: undefined },
    { pattern: '(?m)^b$', text: 'a\nb', found: [2, 3] },
    { pattern: '[^a-c\\d]+', text: 'abc1xyz', found: [4, 7] },
    { pattern: 'x{2,3}', text: 'xxxx', found: [0, 3] },
    { pattern: 'x{,3}', text: 'x{,3}', found: [0, 5] },
    { pattern: '[[:alpha:]]+', text: '12ab', found: [2, 4] },
    { pattern: '\\p{Lu}', text: 'aÄ', found: [1, 2] },
    { pattern: '(a)|b', text: 'b', found: [0, 1, -1, -1] },
    { pattern: '\\bfoo\\b', text: 'a foo', found: [2, 5] },
    { pattern: '\\Q.*\\E', text: 'a.*', found: [1, 3] },
    { pattern: '[]a]', text: ']', found: [0, 1] },
    { pattern: '.', text: '😀', found: [0, 2] },
  ])('finds $pattern in $text', ({ pattern, text, found }) => {
    expect(matchFrom(patternOf(pattern), text, 0)).toEqual(found)
  })

  it.each(['(', 'a)', '[a', '*', 'a**', 'x{1001}', '\\1', '(?=a)', '\\'])(
    'refuses %s',
    (pattern) => {
      expect(() => patternOf(pattern)).toThrow('error parsing regexp')
    },
  )
})

describe('allMatches', () => {
  it.each([
    {
      pattern: 'a*',
      text: 'baac',
      found: [
        [0, 0],
        [1, 3],
        [4, 4],
      ],
    },
    { pattern: 'z+', text: 'pizza', found: [[2, 4]] },
  ])('finds all of $pattern in $text', ({ pattern, text, found }) => {
    expect(allMatches(patternOf(pattern), text, -1)).toEqual(found)
  })

  it('finds all in a long text', () => {
    const text = 'a definition of a kind\n'.repeat(60_000)
    const pattern = patternOf('\\bof (?:a|the) kind\\n(?:  annotations: keep\\n)?')
    expect(allMatches(pattern, text, -1)).toHaveLength(60_000)
  })

  it('gives a long text up that takes too much', () => {
    const text = 'a'.repeat(1_500_000)
    expect(() => allMatches(patternOf('(?:a*b|a+c|(?:a?a?)*d)x'), text, -1)).toThrow(/too long/)
  })
})
