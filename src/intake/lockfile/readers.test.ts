import { describe, expect, it } from 'vitest'
import { foundIn, readerExamples } from './examples.testing.ts'
import { LOCK_READERS } from './readers.ts'

const EXAMPLES = readerExamples()

describe('readers of packages', () => {
  it.each(EXAMPLES)('find what is in $name', (example) => {
    expect(foundIn(example)).toBe(example.expected)
  })

  it('have an example each', () => {
    const shown = LOCK_READERS.filter(({ claims, read }) =>
      EXAMPLES.some(({ files }) =>
        [...files].some(([file, text]) => {
          const reading = claims(file)
            ? read({ source: { file, text }, beside: () => undefined })
            : undefined
          return reading?.ok === true && reading.value.packages.length > 0
        }),
      ),
    )
    expect(
      LOCK_READERS.filter((reader) => !shown.includes(reader)).map(({ format }) => format),
    ).toEqual([])
  })
})
