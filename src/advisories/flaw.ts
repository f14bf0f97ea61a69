import { entryOf } from './entry-of.ts'
import type { FlawEntry, RecordEntry } from './file/entries.ts'
import { EPSS, FLAW, KEV } from './file/schema.ts'
import type { AdvisorySeverity, Exploitation } from './match.ts'
import type { StoreFiles } from './open-store.ts'

/** Every name of the flaw that `id` names, itself included, sorted. */
export function namesOf(files: StoreFiles, id: string): readonly string[] {
  return flawOf(files, id)?.names ?? [id]
}

/** The flaw that `id` names; undefined when it has no other name and no severity. */
function flawOf(files: StoreFiles, id: string): FlawEntry | undefined {
  const known = flaws.get(files) ?? new Map<string, FlawEntry | undefined>()
  flaws.set(files, known)
  if (!known.has(id)) {
    const isWanted = (entry: FlawEntry): boolean => entry.id === id
    const section = files.other('flaws')?.section('flaws')
    known.set(id, entryOf(section, id, { schema: FLAW, isWanted }))
  }
  return known.get(id)
}

// Each is asked for several times in a row: for its names, its severity, what is known of attacks.
const flaws = new WeakMap<StoreFiles, Map<string, FlawEntry | undefined>>()

/** How bad an advisory is: what it says itself, else what its other names say, else the flaws upstream of it. */
export function severityOf(files: StoreFiles, record: RecordEntry): AdvisorySeverity | undefined {
  const { id, severity } = record
  if (severity !== undefined) return { ...severity, score: severity.score, from: id }
  for (const name of [id, ...causesOf(record)]) {
    const joined = flawOf(files, name)?.severity
    if (joined !== undefined) return { ...joined, score: joined.score }
  }
  return undefined
}

/** What is known of attacks on the flaws of an advisory: the worst over all its names. */
export function exploitationOf(files: StoreFiles, record: RecordEntry): Exploitation {
  const names = new Set([record.id, ...causesOf(record)].flatMap((name) => namesOf(files, name)))
  const kev = [...names].flatMap((name) => kevOf(files, name) ?? [])
  const epss = [...names].flatMap((name) => epssOf(files, name) ?? [])
  return {
    kev: kev.toSorted((one, other) => Number(other.forRansom) - Number(one.forRansom))[0],
    epss: epss.toSorted((one, other) => other.probability - one.probability)[0],
  }
}

// Older records of distributions name the CVE as related only.
function causesOf({ aliases, upstream, related }: RecordEntry): readonly string[] {
  const said = [...(aliases ?? []), ...(upstream ?? [])]
  return said.length > 0 ? said : (related ?? []).filter((name) => name.startsWith('CVE-'))
}

function kevOf(files: StoreFiles, id: string): Exploitation['kev'] {
  const isWanted = (entry: { readonly id: string }): boolean => entry.id === id
  const entry = entryOf(files.other('kev')?.section('kev'), id, { schema: KEV, isWanted })
  return entry && { added: entry.added, forRansom: entry.forRansom }
}

function epssOf(files: StoreFiles, id: string): Exploitation['epss'] {
  const isWanted = (entry: { readonly id: string }): boolean => entry.id === id
  const entry = entryOf(files.other('epss')?.section('epss'), id, { schema: EPSS, isWanted })
  return entry && { probability: entry.probability, percentile: entry.percentile }
}
