import { deflateRawSync } from 'node:zlib'
import { worstOf } from './cvss.ts'
import { packageKey } from './ecosystem.ts'
import type { AffectedEntry, ProseEntry, RecordEntry } from './file/entries.ts'
import type { Keyed } from './file/keyed-section.ts'
import { PROSE, type Sections } from './file/layout.ts'
import type { AdvisoryRecord, Affected } from './osv/record.ts'

/** The advisories of one ecosystem as they will be written. */
export interface Draft {
  /** As the advisories spell it, without suffix. */
  readonly ecosystem: string
  /** By package. */
  readonly names: Map<string, AffectedEntry[]>
  /** By advisory; as JSON, for there are many. */
  readonly records: Map<string, string>
  readonly prose: Map<string, Uint8Array>
  readonly counts: { withdrawn: number; skipped: number; asOf: string }
  /** The day it is: what claims to be from later tells nothing of the age (ISO 8601). */
  readonly today: string
}

/** A draft without advisories. */
export function emptyDraft(ecosystem: string, today: string): Draft {
  return {
    ecosystem,
    today,
    names: new Map(),
    records: new Map(),
    prose: new Map(),
    counts: { withdrawn: 0, skipped: 0, asOf: '' },
  }
}

/** Adds an advisory to the draft of an ecosystem; what it says of others is left to their drafts. */
export function addRecord(draft: Draft, record: AdvisoryRecord): void {
  // The same advisory twice in one source: the first one stands, as in a folder and its archive.
  if (draft.records.has(record.id)) return
  const entry = recordEntryOf(record)
  addEntry(draft, entry)
  draft.prose.set(record.id, packProse(record))
  // What was withdrawn can be asked about, but matches nothing.
  if (record.withdrawn !== undefined) return
  const base = draft.ecosystem.toLowerCase()
  for (const affected of record.affected) {
    if (affected.base === base)
      addAffected(draft, packageKey(base, affected.name), entryOf(record.id, affected))
  }
}

/** Adds what is kept of an advisory, without its packages and words. */
export function addEntry({ records, counts, today }: Draft, entry: RecordEntry): void {
  records.set(entry.id, JSON.stringify(entry))
  if (entry.withdrawn !== undefined) counts.withdrawn++
  counts.skipped += entry.skipped ?? 0
  for (const instant of [entry.modified, entry.published, entry.withdrawn]) {
    if (isCredible(instant, today) && instant > counts.asOf) counts.asOf = instant
  }
}

// Databases in the making say 0001-01-01 for "not yet modified".
function isCredible(instant: string | undefined, today: string): instant is string {
  if (instant === undefined || !INSTANT.test(instant)) return false
  return instant > FIRST_FLAWS && dayOf(instant) <= today
}

// The first CVEs are of 1999.
const FIRST_FLAWS = '1999'
const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/

function dayOf(instant: string): string {
  return instant.slice(0, 'YYYY-MM-DD'.length)
}

/** Adds what an advisory says of a package, whose key is given. */
export function addAffected({ names }: Draft, key: string, entry: AffectedEntry): void {
  const known = names.get(key)
  if (known === undefined) names.set(key, [entry])
  else known.push(entry)
}

/** The sections of a draft's file. */
export function sectionsOf({ names, records, prose }: Draft): Sections {
  return {
    names: [...names].map(([key, entries]): Keyed => [
      key,
      Buffer.from(JSON.stringify([key, entries])),
    ]),
    records: [...records].map(([id, text]): Keyed => [id, Buffer.from(text)]),
    [PROSE]: [...prose],
  }
}

function recordEntryOf(record: AdvisoryRecord): RecordEntry {
  const { id, modified, published, withdrawn, aliases, upstream, related, summary, skipped } =
    record
  return {
    id,
    modified,
    published,
    withdrawn,
    aliases: listOrNothing(aliases),
    upstream: listOrNothing(upstream),
    related: listOrNothing(related),
    summary: summary === '' ? firstLine(record.details) : summary,
    severity: worstOf(record.severities) ?? wordOf(record.summary),
    skipped: skipped === 0 ? undefined : skipped,
  }
}

// AlmaLinux and others say it in front of the title: "Important: kernel security update".
function wordOf(summary: string): RecordEntry['severity'] {
  const word = /^(Critical|Important|Moderate|Low): /.exec(summary)?.[1]
  const level = word === undefined ? undefined : TITLE_WORDS[word]
  return level === undefined || word === undefined ? undefined : { level, text: word }
}

const TITLE_WORDS: Readonly<Record<string, 'critical' | 'high' | 'medium' | 'low'>> = {
  Critical: 'critical',
  Important: 'high',
  Moderate: 'medium',
  Low: 'low',
}

const MOST_SUMMARY = 120

function firstLine(details: string): string {
  const line = details.split('\n').find((text) => text.trim() !== '') ?? ''
  return line.length > MOST_SUMMARY ? `${line.slice(0, MOST_SUMMARY - 1)}…` : line
}

function entryOf(id: string, affected: Affected): AffectedEntry {
  const { suffix, versions, ranges, severities, informational } = affected
  return {
    i: id,
    x: suffix,
    v: listOrNothing(versions),
    r: listOrNothing(ranges.map(({ events }) => events)),
    s: worstOf(severities),
    n: informational,
  }
}

function packProse({ id, details, references }: AdvisoryRecord): Uint8Array {
  const prose: ProseEntry = { id, details, references }
  // zlib gives the beginning of a large buffer, and that would be kept for each of hundreds of thousands.
  return Buffer.from(deflateRawSync(JSON.stringify(prose), SMALL))
}

// Of a few kilobytes each: a large window would take longer to clear than to fill.
const SMALL = { windowBits: 13, memLevel: 6 } as const

function listOrNothing<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list
}
