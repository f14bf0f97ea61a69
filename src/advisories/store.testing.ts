import type { Result } from '../base/result.ts'
import { writeFiles } from '../intake/estate.testing.ts'
import { importRecords } from './import-records.ts'
import type { Manifest } from './set/manifest.ts'
import type { Signals } from './signals.ts'
import { writeSet } from './write-set.ts'

/** An advisory as JSON of OSV: `left` of npm, affected below 1.2.4, unless it is said otherwise. */
export function advisoryText(id: string, changes: object = {}): string {
  const range = { type: 'SEMVER', events: [{ introduced: '0' }, { fixed: '1.2.4' }] }
  return JSON.stringify({
    schema_version: '1.7.5',
    id,
    modified: '2026-11-01T00:00:00Z',
    summary: `What ${id} is about.`,
    affected: [{ package: { ecosystem: 'npm', name: 'left' }, ranges: [range] }],
    ...changes,
  })
}

/** What an advisory says of a package, with one range of events. */
export function affected(
  ecosystem: string,
  name: string,
  ...events: readonly Readonly<Record<string, string>>[]
): object {
  return { package: { ecosystem, name }, ranges: [{ type: 'ECOSYSTEM', events }] }
}

/** A folder that is not used by anything else, and goes away when the test is over. */
export function freshFolder(): string {
  return writeFiles({})
}

/** Writes advisories (file names to JSON) into a folder and imports them as the next set of a store. */
export function importTexts(
  store: string,
  texts: Readonly<Record<string, string>>,
  { signals = [], today = '2026-11-24' }: { signals?: readonly Signals[]; today?: string } = {},
): Manifest {
  return writeSet(store, {
    drafts: importRecords([writeFiles(texts)], today).drafts,
    signals,
    today,
  })
}

/** The value of a result that has to be there. */
export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.fault.message)
  return result.value
}
