import '../property-seed.ts'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diff } from '../../src/app/diff.ts'
import { writeFiles } from '../../src/intake/estate.testing.ts'
import { documentsIn, rewrites, rewritten } from './rewrite.ts'

const HARBOUR = join(import.meta.dirname, '..', '..', 'examples', 'harbour')

describe('a comparison of two folders', () => {
  const documents = documentsIn(HARBOUR)

  it(
    'finds nothing new and nothing gone when objects are shuffled, moved and re-indented',
    { timeout: 120_000 },
    () => {
      const old = writeFiles({ 'all.yaml': documents.join('---\n') })
      fc.assert(
        fc.property(rewrites, (rewrite) => {
          const { comparison, exitCode } = compared(old, writeFiles(rewritten(documents, rewrite)))
          const { fresh, gone, unknown, same } = comparison
          expect({ fresh, gone, unknown }).toEqual({ fresh: [], gone: [], unknown: [] })
          expect(same.length).toBeGreaterThan(100)
          expect(exitCode).not.toBe(1)
        }),
        { numRuns: 6 },
      )
    },
  )
})

function compared(old: string, now: string) {
  const done = diff(
    {
      old,
      now,
      estate: {
        workingFolder: old,
        skipPaths: [],
        readStdin: () => new Uint8Array(),
        kubernetes: undefined,
        provider: undefined,
        today: '2026-11-24',
      },
      gate: { failOn: 'low' },
    },
    { version: '0.0.0', verbose: true },
  )
  if (!done.ok) throw new Error(done.fault.message)
  return done.value
}
