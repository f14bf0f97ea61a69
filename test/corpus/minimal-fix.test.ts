import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { packageKey, parseEcosystem, suffixesMeet } from '../../src/advisories/ecosystem.ts'
import { openStore } from '../../src/advisories/open-store.ts'
import { readRecord } from '../../src/advisories/osv/read-record.ts'
import type { Affected, AffectedRange } from '../../src/advisories/osv/record.ts'
import type { Store } from '../../src/advisories/store.ts'
import { compareVersions } from '../../src/advisories/versions/compare-versions.ts'
import { isPrerelease } from '../../src/advisories/versions/prerelease.ts'
import { withZip } from '../../src/advisories/zip.ts'
import { fixOf } from '../../src/analysis/packages/fix-of.ts'
import { isFlaw } from '../../src/analysis/packages/flawed.ts'
import { importAdvisories } from '../../src/app/db/import-advisories.ts'
import { sharedFolder } from './shared-folder.ts'

// The advisories say which versions there are: those they list, and those they call mended. Whether one of them is
// flawed is worked out here once more, from the exports themselves and by nothing but their order.

const exports = sharedFolder('osv')
const folder = mkdtempSync(join(tmpdir(), 'portolan-fix-'))
const store = exports === undefined ? undefined : await storeOf(exports)
afterAll(() => {
  store?.close()
  rmSync(folder, { recursive: true })
})

// The four that have the most advisories in the corpus, with that many of their flawed versions.
const LARGEST = ['Go', 'Alpine', 'PyPI', 'Packagist'] as const
const ASKED = 60

describe.skipIf(store === undefined)('the version that is proposed', () => {
  it.each(LARGEST)('of %s has no flaw, and no lower one is free of flaws', (ecosystem) => {
    const known = affectedIn(ecosystem)
    const asked = flawedVersions(known, ecosystem)
    expect(asked).toHaveLength(ASKED)
    const proposals = asked.map((each) => [each, proposalFor(each)] as const)
    expect(proposals.filter(([, proposed]) => proposed !== undefined).length).toBeGreaterThan(20)
    const wrong = proposals.filter(([each, proposed]) => {
      const affected = known.get(each.name) ?? []
      if (proposed !== undefined && isFlawed(affected, proposed, each.ecosystem)) return true
      return lowerOnes(affected, each, proposed).some(
        (version) => !isFlawed(affected, version, each.ecosystem),
      )
    })
    expect(wrong).toEqual([])
  })
})

interface Asked {
  readonly ecosystem: string
  readonly name: string
  readonly version: string
}

async function storeOf(paths: string): Promise<Store> {
  const terms = { folder, paths: [paths], workingFolder: '/', asOf: undefined, today: '2026-11-25' }
  const renewed = await importAdvisories(terms)
  const opened = renewed.ok ? openStore(folder) : renewed
  if (!opened.ok) throw new Error(opened.fault.message)
  return opened.value
}

function affectedIn(ecosystem: string): ReadonlyMap<string, readonly Affected[]> {
  const known = new Map<string, Affected[]>()
  withZip(join(exports ?? '', ecosystem, 'all.zip'), 2 ** 25, (entries) => {
    for (const entry of entries) {
      const parsed: unknown = JSON.parse(entry.read()?.toString() ?? 'null')
      const record = readRecord(parsed)
      if (record === undefined || record.withdrawn !== undefined) continue
      for (const each of record.affected) {
        if (each.base !== ecosystem.toLowerCase()) continue
        if (each.informational !== undefined && each.informational !== 'unsound') continue
        const key = packageKey(each.base, each.name)
        known.set(key, [...(known.get(key) ?? []), each])
      }
    }
  })
  return known
}

// Evenly spread over all packages, so that no large one has them all.
function flawedVersions(
  known: ReadonlyMap<string, readonly Affected[]>,
  ecosystem: string,
): readonly Asked[] {
  const flawed = [...known]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([name, affected]) => {
      const [first] = affected
      const spelled = first?.ecosystem ?? ecosystem
      const named = affected.flatMap(({ versions, ranges }) => [
        ...versions,
        ...ranges.flatMap(({ events }) => events.map(([, version]) => version)),
      ])
      const version = [...new Set(named)].find(
        (each) => each !== '0' && isFlawed(affected, each, spelled),
      )
      return version === undefined ? [] : [{ ecosystem: spelled, name, version }]
    })
  return Array.from({ length: ASKED }, (_, index) => index)
    .map((index) => flawed[Math.floor((index * flawed.length) / ASKED)])
    .filter((each) => each !== undefined)
}

function proposalFor(asked: Asked): string | undefined {
  const flaws = store?.match(asked).filter(isFlaw) ?? []
  expect(flaws).not.toEqual([])
  const fix = fixOf({ found: asked, flaws }, store)
  return fix.kind === 'version' ? fix.version : undefined
}

function lowerOnes(
  affected: readonly Affected[],
  { ecosystem, version }: Asked,
  proposed: string | undefined,
): readonly string[] {
  const { suffix } = parseEcosystem(ecosystem)
  const published = affected
    .filter((each) => suffixesMeet(each.suffix, suffix))
    .flatMap(({ versions, ranges }) => [
      ...versions,
      ...ranges.flatMap(({ events }) =>
        events.filter(([kind]) => kind === 'fixed').map(([, at]) => at),
      ),
    ])
  return published.filter(
    (each) =>
      !isPrerelease(ecosystem, each) &&
      (compareVersions(ecosystem, each, version) ?? 0) > 0 &&
      (proposed === undefined || (compareVersions(ecosystem, each, proposed) ?? 0) < 0),
  )
}

function isFlawed(affected: readonly Affected[], version: string, ecosystem: string): boolean {
  const { suffix } = parseEcosystem(ecosystem)
  return affected
    .filter((each) => suffixesMeet(each.suffix, suffix))
    .some(
      ({ versions, ranges }) =>
        versions.includes(version) ||
        ranges.some((range) => lies(range, version, ecosystem)) ||
        versions.some((each) => compareVersions(ecosystem, each, version) === 0),
    )
}

// The last event at or below the version decides.
function lies({ events }: AffectedRange, version: string, ecosystem: string): boolean {
  let isIn = false
  let last: string | undefined
  for (const [kind, at] of events) {
    const above = at === '0' ? 1 : compareVersions(ecosystem, version, at)
    if (above === undefined || (kind === 'last_affected' ? above <= 0 : above < 0)) continue
    const order =
      last === undefined || last === '0'
        ? 1
        : at === '0'
          ? -1
          : compareVersions(ecosystem, at, last)
    if ((order ?? 0) < 0) continue
    isIn = kind === 'introduced'
    last = at
  }
  return isIn
}
