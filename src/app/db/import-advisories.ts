import { readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { importRecords } from '../../advisories/import-records.ts'
import { readSignals, type Signals } from '../../advisories/signals.ts'
import { writeSet } from '../../advisories/write-set.ts'
import type { Fault } from '../../base/fault.ts'
import { fail, succeed, type Result } from '../../base/result.ts'
import { changeStore, type Change, type Renewal } from './change-store.ts'

/** Where advisories come from and go to. */
export interface ImportTerms {
  /** The store. */
  readonly folder: string
  /** Folders and archives of advisories, CISA's catalogue, FIRST's estimates. */
  readonly paths: readonly string[]
  readonly workingFolder: string
  /** The day the sources were made, where it is known (ISO 8601). */
  readonly asOf: string | undefined
  readonly today: string
}

/** Reads sources and puts a new set in use. Nothing is changed when one of them is damaged or holds no advisory. */
export async function importAdvisories(terms: ImportTerms): Promise<Result<Renewal>> {
  return await changeStore(terms.folder, () => importLocked(terms))
}

function importLocked(terms: ImportTerms): Result<Change> {
  const { folder, today } = terms
  const paths = terms.paths.map((path) => resolve(terms.workingFolder, path))
  const signals: Signals[] = []
  const records: string[] = []
  for (const path of paths) {
    const found = mayBeSignals(path) ? readSignals(readFileSync(path)) : undefined
    if (found === undefined) records.push(path)
    else signals.push(found)
  }
  const { drafts, faults, isWhole } = importRecords(records, today)
  const [first] = faults
  if (first !== undefined && !isWhole) return fail(first)
  if (drafts.length === 0 && signals.length === 0) return fail(first ?? nothingIn(terms.paths))
  for (const { counts } of drafts) counts.asOf = terms.asOf ?? counts.asOf
  const manifest = writeSet(folder, { drafts, signals, today })
  return succeed({ manifest, renewed: drafts.map(({ ecosystem }) => ecosystem), faults })
}

function mayBeSignals(path: string): boolean {
  return statSync(path).isFile() && /\.(?:json|csv|csv\.gz)$/.test(path)
}

function nothingIn(paths: readonly string[]): Fault {
  return {
    code: 'ADVISORIES_READ',
    at: paths.join(', '),
    message: 'There is no advisory in it.',
    remedy:
      'Name a folder or an archive as OSV exports them: npm/all.zip, or npm/ with JSON files.',
  }
}
