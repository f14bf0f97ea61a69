import { describe, expect, it } from 'vitest'
import { CHECKS } from '../../analysis/pod-security/checks.ts'
import { NEWEST_POLICY, violations } from '../../analysis/pod-security/evaluate.ts'
import { readYaml } from '../../intake/yaml/read-yaml.ts'
import type { Json } from '../../model/edit.ts'
import { SEVERITIES } from '../../model/itinerary.ts'
import { memberOf } from '../../model/part.ts'
import { resourceOf } from '../../model/resource.ts'
import { createScene } from '../../model/scene.ts'
import { CATALOGUE } from '../catalogue.ts'
import { judge } from '../judge.ts'
import { RELAXATIONS } from './relaxations.data.ts'
import { POD, written } from './relaxations.testing.ts'

const cases = RELAXATIONS.map((relaxation) => {
  const before = written(POD, relaxation.fault)
  return { ...relaxation, before, after: written(before, relaxation.instead) }
})

describe('the relaxations', () => {
  it('are there for every demand of restricted', () => {
    const covered = new Set(RELAXATIONS.map(({ check }) => check))
    expect(CHECKS.map(({ id }) => id).filter((id) => !covered.has(id))).toEqual([])
    expect(failing(POD)).toEqual([])
  })

  it.each(cases)('$check: $tells', ({ check, effect, opens, before, after }) => {
    expect(failing(before)).toEqual([
      check,
      ...failing(before).filter((id) => id !== check && isTwin(id, check)),
    ])
    const left = failing(after)
    expect(left.includes(check)).toBe(effect === 'narrows')
    expect(left.filter((id) => id !== check && !failing(before).includes(id))).toEqual(
      opens.filter((id) => !failing(before).includes(id)),
    )
    // What opens instead has to be less bad than what was asked for.
    const isLessBad = badness(after) < badness(before)
    const isLess = fieldsOf(after, check) < fieldsOf(before, check)
    expect(badness(after) <= badness(before)).toBe(true)
    expect(isLessBad || isLess).toBe(true)
  })

  it.each(cases.filter(({ sinceMinor }) => sinceMinor !== undefined))(
    '$check is not relaxed before 1.$sinceMinor: $tells',
    ({ check, after, sinceMinor = 0 }) => {
      expect(failing(after, sinceMinor - 1)).toContain(
        check === 'procMount_restricted' ? 'procMount' : check,
      )
    },
  )
})

// Host paths fail two demands, of baseline and of restricted.
function isTwin(id: string, check: string): boolean {
  return check === 'hostPathVolumes' && id === 'restrictedVolumes'
}

function failing(pod: Json, minor = NEWEST_POLICY.minor): readonly string[] {
  const found = violations(
    { metadata: memberOf(pod, 'metadata'), spec: memberOf(pod, 'spec') },
    { major: 1, minor },
  )
  return [...new Set(found.map(({ check }) => check))]
}

function fieldsOf(pod: Json, check: string): number {
  const found = violations({ metadata: {}, spec: memberOf(pod, 'spec') }, NEWEST_POLICY)
  return found.filter((violation) => violation.check === check).flatMap(({ fields }) => fields)
    .length
}

// The findings of all rules by severity, the worst first, as a number that texts compare.
function badness(pod: Json): string {
  const [document] = readYaml({ file: 'pod.json', text: JSON.stringify(pod) }).documents
  if (document === undefined) throw new Error('no pod')
  const surroundings = {
    kubernetes: { major: 1, minor: 37 },
    offering: 'none',
    today: '2026-11-24',
  } as const
  const charges = judge(createScene([resourceOf(document)], surroundings), CATALOGUE)
  return SEVERITIES.map((severity) =>
    String(charges.filter(({ rule }) => rule.severity === severity).length).padStart(3, '0'),
  ).join(' ')
}
