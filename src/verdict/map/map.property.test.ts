import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readEstate } from '../../intake/read-estate.ts'
import { SEVERITIES } from '../../model/itinerary.ts'
import { OFFERINGS } from '../../model/offering.ts'
import type { Resource } from '../../model/resource.ts'
import { createScene } from '../../model/scene.ts'
import { NEWEST_KUBERNETES } from '../../model/version.ts'
import { CATALOGUE } from '../../rules/catalogue.ts'
import { judgeSurvey, type Verdict } from '../verdict.ts'
import { mapOf } from './map.ts'

const ROOT = join(import.meta.dirname, '../../..')
// All that is wrong in any rule's example, and the demonstration estate: nearly every kind that a rule knows.
const { resources } = readEstate({
  targets: ['src/rules', 'examples/harbour'],
  workingFolder: ROOT,
  skipPaths: ['good*', 'fixed*', 'planted*'],
  readStdin: () => new Uint8Array(),
  kubernetes: NEWEST_KUBERNETES,
  offering: undefined,
  today: '2026-11-24',
}).scene

const offerings = fc.constantFrom('none' as const, ...OFFERINGS)

describe('a map', () => {
  it('pins every finding to exactly one component, and counts it there', () => {
    fc.assert(
      fc.property(fc.subarray([...resources]), offerings, (some, offering) => {
        const verdict = judged(some, offering)
        const { components } = mapOf(verdict)
        const pinned = components.flatMap(({ findings }) => findings)
        expect(new Set(pinned)).toEqual(new Set(verdict.findings))
        expect(pinned.length).toBe(verdict.findings.length)
        for (const severity of SEVERITIES)
          expect(sum(components.map(({ standing }) => standing?.counts[severity] ?? 0))).toBe(
            sum(verdict.stops.map(({ counts }) => counts[severity])),
          )
      }),
      { numRuns: RUNS },
    )
  })

  it('shows the same components however the objects are shuffled', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...resources], { maxLength: 60 }), (some) => {
        const shown = (order: readonly Resource[]): readonly string[] =>
          mapOf(judged(order, 'kapsule'))
            .components.map(({ id }) => id)
            .toSorted()
        expect(shown(some.toReversed())).toEqual(shown(some))
      }),
      { numRuns: RUNS },
    )
  })

  it('has each component once, in a namespace that is there, and links between components only', () => {
    const { components, links } = mapOf(judged(resources, 'eks'))
    const ids = components.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const ends = [
      ...components.flatMap(({ parent }) => parent ?? []),
      ...links.flatMap(({ from, to }) => [from, to]),
    ]
    expect(ends.filter((id) => !ids.includes(id))).toEqual([])
  })
})

// A case judges hundreds of objects by all rules.
const RUNS = 6

function judged(some: readonly Resource[], offering: Verdict['scene']['offering']): Verdict {
  const surroundings = { kubernetes: NEWEST_KUBERNETES, offering, today: '2026-11-24' }
  return judgeSurvey(
    { scene: createScene(some, surroundings), coverage: [], faults: [] },
    CATALOGUE,
  )
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
