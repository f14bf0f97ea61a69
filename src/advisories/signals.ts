import { gunzipSync } from 'node:zlib'
import * as v from 'valibot'
import type { EpssEntry, KevEntry } from './file/entries.ts'
import { writeSections } from './file/layout.ts'
import { stemOf, type Home } from './set/home.ts'
import type { SignalsFile } from './set/manifest.ts'

/** What is known of attacks, from one source. */
export type Signals =
  | { readonly kind: 'kev'; readonly asOf: string; readonly entries: readonly KevEntry[] }
  | { readonly kind: 'epss'; readonly asOf: string; readonly entries: readonly EpssEntry[] }

// CISA's catalogue, JSON schema of 2024-10.
const CATALOGUE = v.object({
  dateReleased: v.optional(v.string()),
  vulnerabilities: v.array(
    v.object({
      cveID: v.string(),
      dateAdded: v.string(),
      knownRansomwareCampaignUse: v.optional(v.string()),
    }),
  ),
})

const MAX_UNPACKED_BYTES = 256 * 1024 * 1024

/** Reads CISA's catalogue (JSON) or FIRST's estimates (CSV, may be gzipped); undefined when it is neither. */
export function readSignals(bytes: Buffer): Signals | undefined {
  const text = (isGzip(bytes) ? unpack(bytes) : bytes)?.toString() ?? ''
  return text.trimStart().startsWith('{') ? readKev(text) : readEpss(text)
}

/** Writes what is known of attacks into a file of the store. Throws what the system says. */
export function writeSignals(home: Home, signals: Signals, today: string): SignalsFile {
  const { kind, asOf } = signals
  const entries = [...new Map(signals.entries.map((entry) => [entry.id, entry])).values()]
  const keyed = entries.map((entry) => [entry.id, Buffer.from(JSON.stringify(entry))] as const)
  const sealed = writeSections(home.folder, stemOf(home, kind), { [kind]: keyed })
  return { ...sealed, entries: keyed.length, asOf, taken: today }
}

function isGzip(bytes: Buffer): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b
}

function unpack(bytes: Buffer): Buffer | undefined {
  try {
    return gunzipSync(bytes, { maxOutputLength: MAX_UNPACKED_BYTES })
  } catch (error) {
    // zlib's errors have a code: damaged, cut off, or more than such a file can have.
    if (error instanceof Error && 'code' in error) return undefined
    throw error
  }
}

function readKev(text: string): Signals | undefined {
  const catalogue = v.safeParse(CATALOGUE, parse(text))
  if (!catalogue.success) return undefined
  const { dateReleased = '', vulnerabilities } = catalogue.output
  const entries = vulnerabilities.map(({ cveID, dateAdded, knownRansomwareCampaignUse }) => ({
    id: cveID,
    added: dateAdded,
    forRansom: knownRansomwareCampaignUse === 'Known',
  }))
  return { kind: 'kev', asOf: dateReleased.slice(0, DAY), entries }
}

const DAY = 'YYYY-MM-DD'.length

// #model_version:v2025.03.14,score_date:2026-11-24T00:00:00+0000, then cve,epss,percentile, then the rows.
function readEpss(text: string): Signals | undefined {
  const rows = text.split(/\r?\n/)
  const heading = rows.findIndex((row) => row.startsWith('cve,epss'))
  if (heading === -1 || heading > 1) return undefined
  const asOf = /score_date:(\d{4}-\d{2}-\d{2})/.exec(rows[0] ?? '')?.[1] ?? ''
  const entries = rows.slice(heading + 1).flatMap((row): readonly EpssEntry[] => {
    const [id = '', probability, percentile] = row.split(',')
    const entry = { id, probability: Number(probability), percentile: Number(percentile) }
    return id.startsWith('CVE-') && Number.isFinite(entry.probability + entry.percentile)
      ? [entry]
      : []
  })
  return { kind: 'epss', asOf, entries }
}

function parse(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return value
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
