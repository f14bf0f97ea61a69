import { join } from 'node:path'
import type { Draft } from '../../../advisories/compile.ts'
import { openSections, type OpenFile } from '../../../advisories/file/layout.ts'
import { isWhole } from '../../../advisories/file/sealed-file.ts'
import type { EcosystemFile, Manifest } from '../../../advisories/set/manifest.ts'
import { readSets } from '../../../advisories/set/read-set.ts'
import { readSignals, type Signals } from '../../../advisories/signals.ts'
import { writeSet } from '../../../advisories/write-set.ts'
import type { Fault } from '../../../base/fault.ts'
import { fail, succeed, type Result } from '../../../base/result.ts'
import { changeStore, type Change, type Renewal } from '../change-store.ts'
import { fetchBytes, isFailure, type Failure, type Network } from './fetch.ts'
import { addressOf, readMirror, type Mirror } from './mirrors.ts'
import { ECOSYSTEMS, SIGNAL_FILES, USUAL_ECOSYSTEMS, USUAL_SOURCES } from './sources.data.ts'
import { updateEcosystem, type Updated } from './update-ecosystem.ts'

/** What to bring up to date, and from where. */
export interface UpdateTerms {
  /** The store. */
  readonly folder: string
  /** In their order; where there are none, OSV, CISA and FIRST themselves. */
  readonly mirrors: readonly Mirror[]
  /** As OSV spells them; those that are here when there are none, the usual ones where nothing is. */
  readonly ecosystems: readonly string[]
  readonly network: Network
  /** The day it is (ISO 8601). */
  readonly today: string
  /** Told as it goes on. */
  readonly tell: (words: string) => void
}

/**
 * Brings advisories up to date. What no mirror gave stays as it was, and a fault tells it; nothing is changed when nothing
 * came.
 */
export async function updateAdvisories(terms: UpdateTerms): Promise<Result<Renewal>> {
  return await changeStore(terms.folder, () => updateLocked(terms))
}

async function updateLocked(terms: UpdateTerms): Promise<Result<Change>> {
  const sets = readSets(terms.folder)
  const current = sets.ok ? sets.value.current : undefined
  const drafts: Draft[] = []
  const unchanged = new Map<string, string>()
  const faults: Fault[] = []
  for (const ecosystem of wantedIn(terms, current)) {
    const updated = await updateOne(terms, current, ecosystem)
    if ('code' in updated) faults.push(updated)
    else if (updated.kind === 'unchanged')
      confirm(unchanged, updated.asOf, fileOf(current, ecosystem))
    else {
      drafts.push(updated.draft)
      faults.push(...updated.faults)
    }
  }
  const fetched = await updateSignals(terms, faults)
  const signals = fetched.filter(({ kind, asOf }) => asOf === '' || asOf !== current?.[kind]?.asOf)
  const [first] = faults
  const isNothing = drafts.length + unchanged.size + signals.length === 0
  if (isNothing && (first !== undefined || current === undefined)) return fail(first ?? NOTHING)
  const manifest =
    isNothing && current !== undefined
      ? current
      : writeSet(terms.folder, { drafts, signals, unchanged, today: terms.today })
  return succeed({ manifest, renewed: drafts.map(({ ecosystem }) => ecosystem), faults })
}

function confirm(
  unchanged: Map<string, string>,
  asOf: string | undefined,
  file: EcosystemFile | undefined,
): void {
  if (file !== undefined && asOf !== undefined && asOf > file.asOf) {
    unchanged.set(file.ecosystem, asOf)
  }
}

function fileOf(current: Manifest | undefined, ecosystem: string): EcosystemFile | undefined {
  return current?.ecosystems.find((known) => known.ecosystem === ecosystem)
}

const NOTHING: Fault = {
  code: 'ADVISORIES_FETCH',
  at: 'db update',
  message: 'No advisory was fetched.',
  remedy: 'Name ecosystems: portolan db update npm Go.',
}

function wantedIn({ ecosystems }: UpdateTerms, current: Manifest | undefined): readonly string[] {
  if (ecosystems.length > 0) return ecosystems
  const present = current?.ecosystems.map(({ ecosystem }) => ecosystem) ?? []
  const known = present.filter((ecosystem) => ECOSYSTEMS.includes(ecosystem))
  return known.length > 0 ? known : USUAL_ECOSYSTEMS
}

async function updateOne(
  terms: UpdateTerms,
  current: Manifest | undefined,
  ecosystem: string,
): Promise<Updated | Fault> {
  const { folder, network, today, tell } = terms
  const file = fileOf(current, ecosystem)
  const failures: string[] = []
  for (const mirror of mirrorsFor(terms, 'advisories')) {
    const present = openPresent(folder, file)
    tell(`${ecosystem}: ${mirror.base}`)
    const update = { ecosystem, present, folder: join(folder, 'fetched'), today }
    const updated = await updateEcosystem(network, mirror, update)
    present?.close()
    if (!isFailure(updated)) return updated
    failures.push(told(mirror, updated))
  }
  return notFetched(`advisories of ${ecosystem}`, failures)
}

// What is damaged is fetched anew.
function openPresent(folder: string, file: EcosystemFile | undefined): OpenFile | undefined {
  return file && isWhole(folder, file) ? openSections(folder, file) : undefined
}

async function updateSignals(terms: UpdateTerms, faults: Fault[]): Promise<readonly Signals[]> {
  const found: Signals[] = []
  for (const kind of ['kev', 'epss'] as const) {
    const failures: string[] = []
    let signals: Signals | undefined
    for (const mirror of mirrorsFor(terms, kind)) {
      const fetched = await fetchSignals(terms, mirror, kind)
      if (!isFailure(fetched)) signals = fetched
      else failures.push(told(mirror, fetched))
      if (signals !== undefined) break
    }
    if (signals !== undefined) found.push(signals)
    // A mirror of OSV alone has none of them, and need not.
    else if (terms.mirrors.length === 0) faults.push(notFetched(kind.toUpperCase(), failures))
  }
  return found
}

const MAX_SIGNALS_BYTES = 64 * 1024 * 1024

async function fetchSignals(
  { network, tell }: UpdateTerms,
  mirror: Mirror,
  kind: Signals['kind'],
): Promise<Signals | Failure> {
  tell(`${kind.toUpperCase()}: ${mirror.base}`)
  const address = addressOf(mirror, SIGNAL_FILES[kind])
  const fetched = await fetchBytes(network, mirror, { address, maxBytes: MAX_SIGNALS_BYTES })
  if (isFailure(fetched)) return fetched
  const signals = readSignals(fetched.bytes)
  return signals?.kind === kind ? signals : { why: 'it sends something else', isLasting: true }
}

function mirrorsFor({ mirrors }: UpdateTerms, kind: keyof typeof USUAL_SOURCES): readonly Mirror[] {
  if (mirrors.length > 0) return mirrors
  const usual = readMirror(USUAL_SOURCES[kind])
  return usual === undefined ? [] : [usual]
}

function told({ base }: Mirror, { why }: Failure): string {
  return `${base}: ${why}`
}

function notFetched(what: string, failures: readonly string[]): Fault {
  return {
    code: 'ADVISORIES_FETCH',
    at: 'db update',
    message: `The ${what} could not be fetched (${failures.join('; ')}); what is here stays in use.`,
    remedy:
      'Run it again: what came in part is kept. Another source: --mirror ADDRESS, or portolan db import.',
  }
}
