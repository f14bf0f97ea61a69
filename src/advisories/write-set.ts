import { mkdirSync } from 'node:fs'
import { flawSections } from './build-flaws.ts'
import { sectionsOf, type Draft } from './compile.ts'
import { openSections, writeSections } from './file/layout.ts'
import { copySealed, type SealedFile } from './file/sealed-file.ts'
import { damagedIn } from './set/damaged-files.ts'
import { stemOf, type Home } from './set/home.ts'
import type { EcosystemFile, Manifest } from './set/manifest.ts'
import { publish } from './set/publish.ts'
import { readSets, type Sets } from './set/read-set.ts'
import { writeSignals, type Signals } from './signals.ts'

/** What a new set has that the one in use has not; all else is taken over. */
export interface Changes {
  readonly drafts: readonly Draft[]
  readonly signals: readonly Signals[]
  /** Ecosystems in which nothing changed at their source, and from when that is known (ISO 8601). */
  readonly unchanged?: ReadonlyMap<string, string>
  /** The day it is (ISO 8601). */
  readonly today: string
}

/**
 * Writes a new set and puts it in use. The folder must be locked. What is taken over from the set in use is copied, so
 * that no two sets share a file: one that is damaged has a spare. A file that is damaged already is taken from the set
 * before, or left out. Throws what the system says.
 */
export function writeSet(folder: string, changes: Changes): Manifest {
  mkdirSync(folder, { recursive: true })
  const { sets, serial } = nextSerial(folder)
  const home = { folder, serial }
  const written = changes.drafts.map((draft) => writeDraft(home, draft, changes.today))
  const isNew = new Set(written.map(({ ecosystem }) => ecosystem.toLowerCase()))
  const signals = Object.fromEntries(
    changes.signals.map((each) => [each.kind, writeSignals(home, each, changes.today)]),
  )
  const manifest = sealSet(home, {
    serial,
    ecosystems: [
      ...keptEcosystems(home, sets, isNew).map((file) => confirmed(file, changes)),
      ...written,
    ],
    kev: signals['kev'] ?? keptSignals(home, sets, 'kev'),
    epss: signals['epss'] ?? keptSignals(home, sets, 'epss'),
  })
  putInUse(home, manifest, sets)
  return manifest
}

/** The sets of a folder, none where none can be used, and the number that a new one gets. */
export function nextSerial(folder: string): {
  readonly sets: Sets | undefined
  readonly serial: number
} {
  const read = readSets(folder)
  if (!read.ok) return { sets: undefined, serial: 1 }
  const { current, previous } = read.value
  return { sets: read.value, serial: Math.max(current.serial, previous?.serial ?? 0) + 1 }
}

/** Puts a set in use whose files are written. The one in use becomes the one to go back to, unless it is damaged. */
export function putInUse({ folder }: Home, manifest: Manifest, sets: Sets | undefined): void {
  const isWorthKeeping =
    sets !== undefined && sets.faults.length === 0 && damagedIn(folder, sets.current).length === 0
  publish(folder, manifest, { keepsCurrent: isWorthKeeping })
}

/** Adds to the files of a set the one that joins their names, and makes a manifest of all. */
function sealSet(home: Home, set: Omit<Manifest, 'format' | 'flaws'>): Manifest {
  const files = set.ecosystems.flatMap((file) => openSections(home.folder, file) ?? [])
  try {
    const flaws = writeSections(home.folder, stemOf(home, 'flaws'), flawSections(files))
    return { format: 1, ...set, flaws }
  } finally {
    for (const file of files) file.close()
  }
}

function keptEcosystems(
  home: Home,
  sets: Sets | undefined,
  isNew: ReadonlySet<string>,
): readonly EcosystemFile[] {
  if (sets === undefined) return []
  const { current, previous } = sets
  return current.ecosystems.flatMap((file) => {
    if (isNew.has(file.ecosystem.toLowerCase())) return []
    const before = previous?.ecosystems.find(({ ecosystem }) => ecosystem === file.ecosystem)
    return takeOver(home, file.ecosystem, [file, before]) ?? []
  })
}

function confirmed(file: EcosystemFile, { unchanged, today }: Changes): EcosystemFile {
  const asOf = unchanged?.get(file.ecosystem)
  return asOf === undefined ? file : { ...file, asOf, taken: today }
}

function keptSignals(home: Home, sets: Sets | undefined, kind: 'kev' | 'epss'): Manifest['kev'] {
  return takeOver(home, kind, [sets?.current[kind], sets?.previous?.[kind]])
}

// Whole, of the newest set that has it so.
function takeOver<T extends SealedFile>(
  home: Home,
  name: string,
  candidates: readonly (T | undefined)[],
): T | undefined {
  for (const file of candidates) {
    if (file === undefined) continue
    const copy = copySealed(home.folder, stemOf(home, name), file)
    if (copy !== undefined) return { ...file, file: copy.file }
  }
  return undefined
}

function writeDraft(home: Home, draft: Draft, today: string): EcosystemFile {
  const sealed = writeSections(home.folder, stemOf(home, draft.ecosystem), sectionsOf(draft))
  const { ecosystem, records, counts } = draft
  const asOf = counts.asOf === '' ? UNDATED : counts.asOf
  return { ...sealed, ecosystem, records: records.size, ...counts, asOf, taken: today }
}

// Where nothing tells the age, it is too old for all.
const UNDATED = '1970-01-01T00:00:00Z'
