import '../property-seed.ts'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeFiles } from '../../src/intake/estate.testing.ts'
import type { KnownFinding } from '../../src/model/known-finding.ts'
import { compare } from '../../src/verdict/comparison.ts'
import { knownOf, snapshotOf } from '../../src/verdict/snapshot.ts'
import { verdictOf } from '../corpus/estate.ts'
import { documentsIn, rewrites, rewritten } from './rewrite.ts'

const HARBOUR = join(import.meta.dirname, '..', '..', 'examples', 'harbour')
const EVERYTHING = { isWhole: true, reaches: () => true }

describe('a baseline', () => {
  const documents = documentsIn(HARBOUR)

  it(
    'holds whatever files, folders, lines and indents the objects have',
    { timeout: 120_000 },
    () => {
      const known = knownIn(documents)
      expect(known.length).toBeGreaterThan(100)
      fc.assert(
        fc.property(rewrites, (rewrite) => {
          const now = verdictOf(writeFiles(rewritten(documents, rewrite)))
          const { fresh, gone, unknown, same } = compare(known, snapshotOf(now, EVERYTHING))
          expect({ fresh, gone, unknown }).toEqual({ fresh: [], gone: [], unknown: [] })
          expect(same).toHaveLength(known.length)
        }),
        { numRuns: 20 },
      )
    },
  )

  it('holds for objects that are written twice', { timeout: 120_000 }, () => {
    const twice = [...documents, ...documents.slice(0, 20)]
    const known = knownIn(twice)
    fc.assert(
      fc.property(rewrites, (rewrite) => {
        const now = verdictOf(writeFiles(rewritten(twice, rewrite)))
        const { fresh, gone, unknown } = compare(known, snapshotOf(now, EVERYTHING))
        expect({ fresh, gone, unknown }).toEqual({ fresh: [], gone: [], unknown: [] })
      }),
      { numRuns: 10 },
    )
  })
})

function knownIn(documents: readonly string[]): readonly KnownFinding[] {
  return verdictOf(writeFiles({ 'all.yaml': documents.join('---\n') })).findings.map(knownOf)
}
