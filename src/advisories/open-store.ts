import { succeed, type Result } from '../base/result.ts'
import { parseEcosystem } from './ecosystem.ts'
import type { OpenFile } from './file/layout.ts'
import { namesOf } from './flaw.ts'
import { freeAbove } from './free-above.ts'
import { matchPackage } from './match-package.ts'
import { proseOf } from './prose.ts'
import { NAMES } from './set/damaged-files.ts'
import type { EcosystemFile, Manifest, SignalsFile } from './set/manifest.ts'
import { openerOf, type Opener, type Part } from './set/open-file.ts'
import { readSets } from './set/read-set.ts'
import type { SignalsSnapshot, Snapshot, Store } from './store.ts'

/** The open files that answers are made of. */
export interface StoreFiles {
  /** The file of an ecosystem, by its lower-case base; undefined when nothing is known of it. */
  readonly ecosystem: (base: string) => OpenFile | undefined
  /** The same, checked to its last byte: for what is read by people. */
  readonly wholeEcosystem: (base: string) => OpenFile | undefined
  /** The lower-case bases that are there. */
  readonly bases: readonly string[]
  /** What is not of one ecosystem; undefined when it is not there. */
  readonly other: (kind: OtherFile, part?: Part) => OpenFile | undefined
}

type OtherFile = (typeof OTHERS)[number]
const OTHERS = ['flaws', 'kev', 'epss'] as const

/**
 * Opens the advisories of a folder. Each file is checked when it is first used; where one is damaged, that of the set
 * before stands in and a fault tells it. Fails when there is no set that can be used.
 */
export function openStore(folder: string): Result<Store> {
  const sets = readSets(folder)
  if (!sets.ok) return sets
  const { current, previous } = sets.value
  const opener = openerOf(folder)
  const files = filesOf({ current, previous }, opener)
  return succeed({
    get snapshots() {
      return current.ecosystems.map((file) => snapshotIn(previous, file, opener)).toSorted(byName)
    },
    signals: [...signalsOf('KEV', current.kev), ...signalsOf('EPSS', current.epss)],
    faultsFor: (ecosystems) => {
      for (const ecosystem of ecosystems) files.ecosystem(parseEcosystem(ecosystem).base)
      for (const kind of OTHERS) files.other(kind)
      return [...sets.value.faults, ...opener.faults()]
    },
    check: () => {
      for (const base of files.bases) files.wholeEcosystem(base)
      for (const kind of OTHERS) files.other(kind, 'all')
      return [...sets.value.faults, ...opener.faults()]
    },
    has: (ecosystem) => files.ecosystem(parseEcosystem(ecosystem).base) !== undefined,
    match: (subject) => matchPackage(files, subject),
    freeAbove: (subject) => freeAbove(files, subject),
    prose: (id) => proseOf(files, id),
    namesOf: (id) => namesOf(files, id),
    close: opener.close,
  })
}

function filesOf(
  { current, previous }: { readonly current: Manifest; readonly previous: Manifest | undefined },
  { first }: Opener,
): StoreFiles {
  const openEcosystem = (base: string, part: Part): OpenFile | undefined => {
    const file = fileOf(current, base)
    return file && first({ name: file.ecosystem, part }, [file, fileOf(previous, base)])
  }
  return {
    ecosystem: (base) => openEcosystem(base, 'hot'),
    wholeEcosystem: (base) => openEcosystem(base, 'all'),
    bases: current.ecosystems.map(({ ecosystem }) => ecosystem.toLowerCase()),
    other: (kind, part = 'hot') =>
      first({ name: NAMES[kind], part }, [current[kind], previous?.[kind]]),
  }
}

// What the set in use does not have was taken out of it, so the one before it does not stand in.
function fileOf(manifest: Manifest | undefined, base: string): EcosystemFile | undefined {
  return manifest?.ecosystems.find(
    ({ ecosystem, records }) => ecosystem.toLowerCase() === base && records > 0,
  )
}

// A file that stands in is as old as it is.
function snapshotIn(
  previous: Manifest | undefined,
  file: EcosystemFile,
  { isReplaced }: Opener,
): Snapshot {
  const before = isReplaced(file) ? fileOf(previous, file.ecosystem.toLowerCase()) : undefined
  const { ecosystem, records, asOf, taken, sha256, sizeBytes, skipped, withdrawn } = before ?? file
  return { ecosystem, records, asOf, taken, sha256, sizeBytes, skipped, withdrawn }
}

function signalsOf(
  kind: SignalsSnapshot['kind'],
  file: SignalsFile | undefined,
): readonly SignalsSnapshot[] {
  if (file === undefined) return []
  const { entries, asOf, taken, sha256 } = file
  return [{ kind, entries, asOf, taken, sha256 }]
}

function byName(one: Snapshot, other: Snapshot): number {
  return one.ecosystem < other.ecosystem ? -1 : 1
}
