import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { writeFiles } from '../intake/estate.testing.ts'
import { valueAt } from '../model/part.ts'
import { EXAMPLE_ADVISORIES } from '../rules/code/advisories.testing.ts'
import { planLift } from './lift.ts'
import { scan, type EstateTerms } from './scan.ts'

const LOCK = JSON.stringify({
  name: 'shop',
  lockfileVersion: 3,
  packages: {
    '': { name: 'shop', dependencies: { web: '*', '@org/loose': '*', loose: '*' } },
    'node_modules/web': { version: '1.4.0', dependencies: { weak: '*', stuck: '*' } },
    'node_modules/weak': { version: '1.0.0' },
    'node_modules/stuck': { version: '1.0.0' },
    'node_modules/loose': { version: '1.0.0' },
  },
})
const FILES = { 'package-lock.json': LOCK, 'package.json': '{"name":"shop"}' }

function estateIn(folder: string): EstateTerms {
  return {
    targets: [],
    workingFolder: folder,
    skipPaths: ['waivers.yaml'],
    readStdin: () => new Uint8Array(),
    kubernetes: undefined,
    provider: undefined,
    today: '2026-11-25',
    advisories: EXAMPLE_ADVISORIES,
    waivers: { file: 'waivers.yaml', isOff: false },
  }
}

function statesWith(purl: string | readonly string[]): Readonly<Record<string, string>> {
  const folder = writeFiles(FILES)
  const entry = `- { id: W-1, rule: pkg-vulnerable, match: { purl: ${JSON.stringify(purl)} }, reason: "not reached by the shop", owner: a, expires: 2027-01-31 }\n`
  writeFileSync(join(folder, 'waivers.yaml'), entry)
  const done = scan({
    estate: estateIn(folder),
    selection: {
      rules: ['pkg-vulnerable'],
      skipRules: [],
      stops: [],
      namespaces: [],
      excludeNamespaces: [],
    },
    gate: { failOn: 'high', exitCode: 1, coverageMin: 100 },
  })
  if (!done.ok) throw new Error(done.fault.message)
  const { findings } = done.value.verdict
  return Object.fromEntries(
    findings.map(({ place, state }) => [
      String(valueAt(place.document.value, [...place.path, 'name'])),
      state,
    ]),
  )
}

describe('a waiver for a package', () => {
  it.each([
    { name: 'what the file asks for', purl: 'pkg:npm/web@1.4.0', lifts: ['web'] },
    { name: 'any version of it', purl: 'pkg:npm/web', lifts: ['web'] },
    { name: 'another version', purl: 'pkg:npm/web@2.0.0', lifts: [] },
    { name: 'one of two that it brings', purl: 'pkg:npm/weak@1.0.0', lifts: [] },
    { name: 'both that it brings', purl: ['pkg:npm/weak', 'pkg:npm/stuck'], lifts: ['web'] },
    { name: 'a package itself', purl: 'pkg:npm/loose@1.*', lifts: ['loose'] },
    { name: 'another kind of package', purl: 'pkg:pypi/loose', lifts: [] },
    { name: 'a star in a name', purl: 'pkg:npm/l*', lifts: ['loose'] },
  ])('lifts by $name', ({ purl, lifts }) => {
    const states = statesWith(purl)
    expect(Object.keys(states).toSorted()).toEqual(['loose', 'web'])
    expect(Object.keys(states).filter((name) => states[name] === 'waived')).toEqual(lifts)
  })

  it('is what a lift of its finding writes, and no more than that package', () => {
    const folder = writeFiles({ ...FILES, 'waivers.yaml': '[]\n' })
    const estate = estateIn(folder)
    const terms = { until: '2027-01-31', owner: 'a', reason: 'not reached by the shop' }
    const words = { on: 'pkg:npm/loose', container: undefined }
    const plan = planLift({
      estate: { ...estate, cluster: 'prod' },
      words: { ...words, id: 'pkg-vulnerable', cluster: 'prod' },
      terms: { ...terms, approvedBy: undefined, ticket: undefined, untilFixed: false },
    })
    if (!plan.ok) throw new Error(plan.fault.message)
    expect(plan.value.match).toEqual({ purl: 'pkg:npm/loose', cluster: 'prod' })
    expect(plan.value.opens).toHaveLength(1)
    const [finding] = plan.value.opens
    const again = planLift({
      estate,
      words: { ...words, on: undefined, id: finding?.id ?? '' },
      terms: { ...terms, approvedBy: undefined, ticket: undefined, untilFixed: false },
    })
    expect(again.ok ? again.value.match : again.fault).toMatchObject({
      kind: 'LockFile',
      purl: 'pkg:npm/loose@1.0.0',
    })
  })
})
