import { expect, it } from 'vitest'
import { readEstate } from '../../src/intake/read-estate.ts'
import { formatPath } from '../../src/model/place.ts'
import { NEWEST_KUBERNETES } from '../../src/model/version.ts'
import { CATALOGUE } from '../../src/rules/catalogue.ts'
import { EXAMPLE_ADVISORIES } from '../../src/rules/code/advisories.testing.ts'
import type { Finding } from '../../src/verdict/finding.ts'
import { judgeSurvey } from '../../src/verdict/verdict.ts'
import { baseNames, baseObject, plantedCases, type PlantedCase } from './cases.ts'

const CASES = CATALOGUE.flatMap(plantedCases)

it.each(baseNames())('has nothing to say about the sound object %s', (name) => {
  expect(findingsOn([baseObject(name)]).map(wordsOf)).toEqual([])
})

it('has at least four hundred cases, and for each rule a fault and a harmless neighbour', () => {
  expect(CASES.length).toBeGreaterThanOrEqual(400)
  const lacking = CATALOGUE.filter((rule) => {
    const own = CASES.filter((planted) => planted.rule === rule)
    return own.every(({ fault }) => fault === undefined) || own.every(({ fault }) => fault)
  })
  expect(lacking.map(({ id }) => id)).toEqual([])
})

it.each(CASES.filter(({ fault }) => fault !== undefined))(
  'finds for $rule.id on its field: $name',
  (planted) => {
    const found = findingsOf(planted)
    expect(found.map(wordsOf).join('\n')).toContain(`${planted.rule.id} at ${planted.fault}: `)
    // One other finding at most.
    expect(
      found
        .filter(({ rule }) => rule !== planted.rule)
        .slice(1)
        .map(wordsOf),
    ).toEqual([])
  },
)

it.each(CASES.filter(({ fault }) => fault === undefined))(
  'does not blame for $rule.id: $name',
  (planted) => {
    const found = findingsOf(planted)
    expect(found.filter(({ rule }) => rule === planted.rule).map(wordsOf)).toEqual([])
    expect(found.slice(1).map(wordsOf)).toEqual([])
  },
)

// The object on trial is read first; of the others only what they do to it counts.
function findingsOf({ object, others }: PlantedCase): readonly Finding[] {
  return findingsOn([object, ...others])
}

function findingsOn(objects: readonly unknown[]): readonly Finding[] {
  const text = objects.map((object) => JSON.stringify(object)).join('\n---\n')
  const estate = readEstate({
    targets: ['-'],
    workingFolder: '/',
    skipPaths: [],
    readStdin: () => Buffer.from(text),
    kubernetes: NEWEST_KUBERNETES,
    offering: undefined,
    today: '2026-11-24',
    advisories: EXAMPLE_ADVISORIES,
  })
  const [first] = estate.scene.resources
  const { findings } = judgeSurvey(estate, CATALOGUE)
  return findings.filter(({ resource, state }) => resource === first && state !== 'waived')
}

function wordsOf({ rule, place, message, state }: Finding): string {
  const mark = state === 'cannot-tell' ? '? ' : ''
  return `${mark}${rule.id} at ${formatPath(place.path)}: ${message}`
}
