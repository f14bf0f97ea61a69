import { assert, constantFrom, nat, property, string, tuple } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { packagesIn } from '../../model/package.ts'
import { spotOf } from '../../model/place.ts'
import { readerExamples } from './examples.testing.ts'
import { isLockName } from './lock-name.ts'
import { readLockFile } from './read-lock-file.ts'

const FILES = readerExamples().flatMap(({ files }) =>
  [...files].filter(([file]) => isLockName(file)).map(([file, text]) => ({ file, text })),
)

describe('reading packages', () => {
  it('never throws, and keeps places inside of the text, whatever is cut out of a file or put into it', () => {
    const cut = tuple(
      constantFrom(...FILES),
      nat(),
      nat(40),
      string({ maxLength: 12, unit: 'binary' }),
    )
    assert(
      property(cut, ([{ file, text }, at, length, put]) => {
        const from = at % (text.length + 1)
        const source = { file, text: text.slice(0, from) + put + text.slice(from + length) }
        const { resource } = readLockFile({ source, beside: () => undefined })
        for (const { place } of resource === undefined ? [] : packagesIn(resource)) {
          const { start, end } = spotOf(place)
          expect(start).toBeLessThanOrEqual(end)
          expect(end).toBeLessThanOrEqual(Buffer.byteLength(source.text))
        }
      }),
      { numRuns: 400 },
    )
  })

  it('ends for a file that nests without end', () => {
    for (const { file } of FILES) {
      for (const text of [
        '['.repeat(100_000),
        '{"a":'.repeat(100_000),
        '<a>'.repeat(100_000),
        '  - '.repeat(50_000),
      ]) {
        expect(() =>
          readLockFile({ source: { file, text }, beside: () => undefined }),
        ).not.toThrow()
      }
    }
  })
})
