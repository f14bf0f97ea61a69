import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffLines, linesOf, type LineChange } from './line-diff.ts'

const anyLines = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 60 })

describe('diffLines', () => {
  it('tells how one text becomes the other, and leaves equal lines alone', () => {
    fc.assert(
      fc.property(anyLines, anyLines, (before, after) => {
        const changes = diffLines(before, after)
        expect(patched(before, after, changes)).toEqual(after)
        expect(
          changes.every(({ from, until, newFrom, newUntil }) => until > from || newUntil > newFrom),
        ).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  it('finds the shortest way through one stretch', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 }),
        fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 }),
        (before, after) => {
          // Lines in step end a stretch early; without five equal ones in a row there is only one stretch.
          fc.pre(!hasRun(before, after))
          expect(lengthOf(diffLines(before, after))).toBe(
            before.length + after.length - 2 * common(before, after),
          )
        },
      ),
      { numRuns: 500 },
    )
  })

  it('stays linear and whole when much of a large text changes', () => {
    const before = Array.from({ length: 30_000 }, (_, at) => `line ${at}`)
    const after = before.flatMap((line, at) =>
      at % 3 === 0 ? [line, 'new'] : at % 7 === 0 ? [] : [line],
    )
    const changes = diffLines(before, after)
    expect(patched(before, after, changes)).toEqual(after)
    expect(lengthOf(changes)).toBeLessThan(1.1 * (10_000 + 30_000 / 7))
  })

  it('takes two texts that share nothing', () => {
    const before = Array.from({ length: 3000 }, (_, at) => `old ${at}`)
    const after = Array.from({ length: 2000 }, (_, at) => `new ${at}`)
    expect(patched(before, after, diffLines(before, after))).toEqual(after)
  })
})

it.each([
  ['', []],
  ['\n', ['\n']],
  ['a', ['a']],
  ['a\r\nb\n', ['a\r\n', 'b\n']],
  ['a\n\nb', ['a\n', '\n', 'b']],
])('cuts %j into lines', (text, lines) => {
  expect(linesOf(text)).toEqual(lines)
})

function patched(
  before: readonly string[],
  after: readonly string[],
  changes: readonly LineChange[],
): readonly string[] {
  const lines: string[] = []
  let at = 0
  for (const { from, until, newFrom, newUntil } of changes) {
    lines.push(...before.slice(at, from), ...after.slice(newFrom, newUntil))
    at = until
  }
  return [...lines, ...before.slice(at)]
}

function lengthOf(changes: readonly LineChange[]): number {
  return changes.reduce(
    (sum, { from, until, newFrom, newUntil }) => sum + until - from + newUntil - newFrom,
    0,
  )
}

/** The length of the longest common subsequence, by the textbook's table. */
function common(before: readonly string[], after: readonly string[]): number {
  let row: readonly number[] = after.map(() => 0)
  for (const line of before) {
    const next: number[] = []
    for (const [at, other] of after.entries()) {
      const best = Math.max(row[at] ?? 0, next[at - 1] ?? 0)
      next.push(line === other ? (row[at - 1] ?? 0) + 1 : best)
    }
    row = next
  }
  return row.at(-1) ?? 0
}

function hasRun(before: readonly string[], after: readonly string[]): boolean {
  return before.some((_, x) =>
    after.some((_, y) =>
      [0, 1, 2, 3, 4].every((k) => x + k < before.length && before[x + k] === after[y + k]),
    ),
  )
}
