import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { addRecord, type Draft } from '../../../advisories/compile.ts'
import { draftFrom, modifiedIn } from '../../../advisories/draft-from.ts'
import type { OpenFile } from '../../../advisories/file/layout.ts'
import { importRecords, MAX_RECORD_BYTES, recordIn } from '../../../advisories/import-records.ts'
import type { AdvisoryRecord } from '../../../advisories/osv/record.ts'
import type { Fault } from '../../../base/fault.ts'
import { download } from './download.ts'
import { fetchBytes, isFailure, type Failure, type Network } from './fetch.ts'
import { mapLimit } from './map-limit.ts'
import { addressOf, type Mirror } from './mirrors.ts'
import { deltaOf, readModifiedList, type Delta } from './modified-list.ts'

/** An ecosystem to bring up to date. */
export interface Update {
  /** As OSV spells it. */
  readonly ecosystem: string
  /** What is here of it. */
  readonly present: OpenFile | undefined
  /** Where archives are put until they are read. */
  readonly folder: string
  /** The day it is (ISO 8601). */
  readonly today: string
}

/** What a mirror gave. `asOf`: when it says that what it has was made (ISO 8601). */
export type Updated =
  | { readonly kind: 'unchanged'; readonly asOf: string | undefined }
  | { readonly kind: 'renewed'; readonly draft: Draft; readonly faults: readonly Fault[] }

// The list of npm, the longest, has 10 MB; its archive 210 MB. Room for ten years.
const MAX_LIST_BYTES = 128 * 1024 * 1024
const MAX_ARCHIVE_BYTES = 4 * 1024 * 1024 * 1024
// Above it one archive is quicker than so many files. Dependency-Track draws the line there as well.
const MOST_SINGLE = 250
const AT_ONCE = 8

/** Brings an ecosystem up to date from a mirror: by single advisories where few changed, else by the whole archive. */
export async function updateEcosystem(
  network: Network,
  mirror: Mirror,
  update: Update,
): Promise<Updated | Failure> {
  const { present } = update
  const known = present && (await bySingles(network, mirror, { ...update, present }))
  return known ?? (await byArchive(network, mirror, update))
}

interface PresentUpdate extends Update {
  readonly present: OpenFile
}

// Undefined when that way does not lead there: no list, too many changes, or one that cannot be had.
async function bySingles(
  network: Network,
  mirror: Mirror,
  update: PresentUpdate,
): Promise<Updated | undefined> {
  const address = addressOf(mirror, update.ecosystem, 'modified_id.csv')
  const fetched = await fetchBytes(network, mirror, { address, maxBytes: MAX_LIST_BYTES })
  const list = isFailure(fetched) ? undefined : readModifiedList(fetched.bytes.toString())
  if (list === undefined || isFailure(fetched)) return undefined
  const asOf = timely(fetched.modified, update.today)
  const delta = deltaOf(list, modifiedIn(update.present))
  if (delta.changed.length + delta.gone.length === 0) return { kind: 'unchanged', asOf }
  if (delta.changed.length > MOST_SINGLE || delta.gone.length > MOST_SINGLE) return undefined
  const records = await recordsOf(network, mirror, { update, delta })
  if (records === undefined) return undefined
  const draft = dated(changedDraft(update, delta, records), asOf)
  return { kind: 'renewed', draft, faults: [] }
}

async function recordsOf(
  network: Network,
  mirror: Mirror,
  { update, delta }: { readonly update: Update; readonly delta: Delta },
): Promise<readonly AdvisoryRecord[] | undefined> {
  const records = await mapLimit(delta.changed, AT_ONCE, async (id) => {
    const address = addressOf(mirror, update.ecosystem, `${id}.json`)
    const fetched = await fetchBytes(network, mirror, { address, maxBytes: MAX_RECORD_BYTES })
    const record = isFailure(fetched) ? undefined : recordIn(fetched.bytes)
    return typeof record === 'object' && record.id === id ? record : undefined
  })
  const found = records.filter((record) => record !== undefined)
  return found.length === records.length ? found : undefined
}

function changedDraft(
  { ecosystem, present, today }: PresentUpdate,
  { changed, gone }: Delta,
  records: readonly AdvisoryRecord[],
): Draft {
  const without = new Set([...changed, ...gone])
  const draft = draftFrom({ ecosystem, file: present, without, today })
  const base = ecosystem.toLowerCase()
  for (const record of records) {
    if (record.affected.some((affected) => affected.base === base)) addRecord(draft, record)
  }
  return draft
}

async function byArchive(
  network: Network,
  mirror: Mirror,
  { ecosystem, present, folder, today }: Update,
): Promise<Updated | Failure> {
  mkdirSync(folder, { recursive: true })
  const fetched = await download(network, mirror, {
    address: addressOf(mirror, ecosystem, 'all.zip'),
    // Named so that only what it says of this ecosystem is taken.
    path: join(folder, `${ecosystem}.zip`),
    maxBytes: MAX_ARCHIVE_BYTES,
  })
  if (isFailure(fetched)) return fetched
  const { drafts, faults, isWhole } = importRecords([fetched.path], today)
  rmSync(fetched.path)
  const [draft] = drafts
  if (!isWhole) return { why: 'its archive is damaged', isLasting: true }
  if (draft === undefined) return { why: 'there is no advisory in its archive', isLasting: true }
  const before = present === undefined ? 0 : modifiedIn(present).size
  if (draft.records.size < before / 2) return shrunk(draft.records.size, before)
  return { kind: 'renewed', draft: dated(draft, timely(fetched.modified, today)), faults }
}

// Advisories are taken back, but never deleted by the thousand: such a mirror has lost its own.
function shrunk(now: number, before: number): Failure {
  return { why: `it has ${now} advisories only, and ${before} are here`, isLasting: true }
}

function dated(draft: Draft, asOf: string | undefined): Draft {
  if (asOf !== undefined && asOf > draft.counts.asOf) draft.counts.asOf = asOf
  return draft
}

// Who claims to be from tomorrow has a wrong clock.
function timely(instant: string | undefined, today: string): string | undefined {
  return instant !== undefined && instant.slice(0, today.length) <= today ? instant : undefined
}
