import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Fault } from '../base/fault.ts'
import { addRecord, emptyDraft, type Draft } from './compile.ts'
import { isKnownEcosystem, parseEcosystem } from './ecosystem.ts'
import { readRecord } from './osv/read-record.ts'
import type { AdvisoryRecord } from './osv/record.ts'
import { withZip } from './zip.ts'

/** What sources gave. */
export interface Imported {
  readonly drafts: readonly Draft[]
  /** Files that are no advisories. */
  readonly faults: readonly Fault[]
  /** False when a source was damaged: then the drafts lack what nobody could read, and must not replace anything. */
  readonly isWhole: boolean
}

/** The most bytes that one advisory may have: the largest of OSV have some MiB. */
export const MAX_RECORD_BYTES = 32 * 1024 * 1024

/**
 * Reads advisories in the layout of OSV's exports: archives and folders of JSON files, one advisory each. Where the name
 * of the archive or of its folder is that of an ecosystem, only what is said of it is taken: an export of npm is not all
 * that is known of PyPI. Throws what the system says of the paths themselves.
 */
export function importRecords(paths: readonly string[], today: string): Imported {
  const drafts = new Map<string, Draft>()
  const faults: Fault[] = []
  for (const path of paths) {
    for (const source of sourcesOf(path)) {
      readSource(
        source,
        (bytes, name) => {
          const fault = take({ drafts, source, today }, bytes)
          if (fault !== undefined) faults.push({ ...NO_ADVISORY, at: name, message: fault })
        },
        faults,
      )
    }
  }
  const isWhole = faults.every(({ message }) => message !== DAMAGED && message !== NO_ZIP)
  return { drafts: [...drafts.values()], faults, isWhole }
}

interface Source {
  readonly kind: 'zip' | 'folder'
  readonly path: string
  /** The only one it speaks for; undefined when it speaks for all that it names. */
  readonly ecosystem: string | undefined
}

function sourcesOf(path: string): readonly Source[] {
  if (!statSync(path).isDirectory()) return [{ kind: 'zip', path, ecosystem: ecosystemOf(path) }]
  const entries = readdirSync(path, { withFileTypes: true })
  const zips = entries.filter((entry) => entry.isFile() && entry.name.endsWith('.zip'))
  const inner = entries
    .filter((entry) => entry.isDirectory() || zips.includes(entry))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap(({ name }) => sourcesOf(join(path, name)))
  const hasRecords = entries.some((entry) => entry.isFile() && entry.name.endsWith('.json'))
  // An export unpacked beside its archive is read once.
  if (!hasRecords || zips.length > 0) return inner
  return [...inner, { kind: 'folder', path, ecosystem: ecosystemOf(path) }]
}

// npm.zip, npm/all.zip, npm/: the name of OSV's folders.
function ecosystemOf(path: string): string | undefined {
  const own = basename(path, '.zip')
  return [own, basename(dirname(path))].find(isKnownEcosystem)
}

type Take = (bytes: Buffer, name: string) => void

function readSource({ kind, path }: Source, take: Take, faults: Fault[]): void {
  if (kind === 'folder') {
    for (const name of readdirSync(path)
      .filter((file) => file.endsWith('.json'))
      .toSorted()) {
      take(readFileSync(join(path, name)), join(path, name))
    }
    return
  }
  const isZip = withZip(path, MAX_RECORD_BYTES, (entries) => {
    for (const { name, read } of entries) {
      if (!name.endsWith('.json')) continue
      const bytes = read()
      if (bytes === undefined)
        faults.push({ ...NO_ADVISORY, at: `${path}/${name}`, message: DAMAGED })
      else take(bytes, `${path}/${name}`)
    }
    return true
  })
  if (isZip === undefined) faults.push({ ...NO_ADVISORY, at: path, message: NO_ZIP })
}

const NO_ADVISORY = {
  code: 'ADVISORIES_READ',
  remedy: 'Fetch it again; what was there before stays in use where nothing better came.',
} as const
const DAMAGED = 'It is damaged, or larger than an advisory can be.'
const NO_ZIP = 'It is no ZIP archive, or only part of one.'
const NO_JSON = 'It is not valid JSON.'
const NO_ID = 'It has no id, so it is no advisory.'

interface Taking {
  readonly drafts: Map<string, Draft>
  readonly source: Source
  readonly today: string
}

// What is wrong with it; undefined when it was taken.
function take({ drafts, source: { ecosystem }, today }: Taking, bytes: Buffer): string | undefined {
  const record = recordIn(bytes)
  if (typeof record === 'string') return record
  const own = ecosystem === undefined ? undefined : parseEcosystem(ecosystem).base
  for (const affected of record.affected) {
    if (own !== undefined && affected.base !== own) continue
    const draft =
      drafts.get(affected.base) ?? emptyDraft(affected.ecosystem.split(':')[0] ?? '', today)
    drafts.set(affected.base, draft)
    addRecord(draft, record)
  }
  return undefined
}

/** The advisory in the bytes of a JSON file, or why there is none. */
export function recordIn(bytes: Buffer): AdvisoryRecord | string {
  const value = parse(bytes)
  return value === undefined ? NO_JSON : (readRecord(value) ?? NO_ID)
}

function parse(bytes: Buffer): unknown {
  try {
    const value: unknown = JSON.parse(bytes.toString())
    return value
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
