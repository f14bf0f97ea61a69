import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { meetSpans, minusSpans, spansHave, uniteSpans, type Spans } from './spans.ts'

const LAST = 12
const numbers = fc.uniqueArray(fc.integer({ min: 1, max: LAST })).map((list) => new Set(list))

it('combines spans as sets of numbers are combined', () => {
  fc.assert(
    fc.property(numbers, numbers, (one, two) => {
      const [a, b] = [spansOf(one), spansOf(two)]
      for (let n = 1; n <= LAST; n++) {
        expect(spansHave(uniteSpans(a, b), n)).toBe(one.has(n) || two.has(n))
        expect(spansHave(meetSpans(a, b), n)).toBe(one.has(n) && two.has(n))
        expect(spansHave(minusSpans(a, b), n)).toBe(one.has(n) && !two.has(n))
      }
    }),
  )
})

it('writes equal sets alike', () => {
  fc.assert(
    fc.property(numbers, numbers, (one, two) => {
      expect(uniteSpans(spansOf(one), spansOf(two))).toEqual(spansOf(new Set([...one, ...two])))
    }),
  )
})

function spansOf(set: ReadonlySet<number>): Spans {
  const spans: number[] = []
  for (let n = 1; n <= LAST + 1; n++) {
    if (set.has(n) !== set.has(n - 1)) spans.push(set.has(n) ? n : n - 1)
  }
  return spans
}
