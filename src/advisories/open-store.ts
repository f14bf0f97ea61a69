import type { Fault } from '../base/fault.ts'
import { succeed, type Result } from '../base/result.ts'
import { parseEcosystem } from './ecosystem.ts'
import { openSections, type OpenFile } from './file/layout.ts'
import type { SealedFile } from './file/sealed-file.ts'
import { namesOf } from './flaw.ts'
import { matchPackage } from './match-package.ts'
import { proseOf } from './prose.ts'
import type { EcosystemFile, Manifest } from './set/manifest.ts'
import { readSets } from './set/read-set.ts'
import type { Snapshot, Store } from './store.ts'

/** The open files that answers are made of. */
export interface StoreFiles {
  /** The file of an ecosystem, by its lower-case base; undefined when nothing is known of it. */
  readonly ecosystem: (base: string) => OpenFile | undefined
  /** The lower-case bases that are there. */
  readonly bases: readonly string[]
  readonly flaws: () => OpenFile | undefined
  readonly kev: () => OpenFile | undefined
  readonly epss: () => OpenFile | undefined
}

/**
 * Opens the advisories of a folder. Each file is checked when it is first used; where one is damaged, that of the set
 * before stands in and a fault tells it. Fails when there is no set that can be used.
 */
export function openStore(folder: string): Result<Store> {
  const sets = readSets(folder)
  if (!sets.ok) return sets
  const { current, previous } = sets.value
  const faults = [...sets.value.faults]
  const open = opener(folder, faults)
  const files = filesOf({ current, previous }, open.first)
  return succeed({
    snapshots: current.ecosystems.map(snapshotOf).toSorted(byEcosystem),
    faults: () => faults,
    has: (ecosystem) => files.ecosystem(parseEcosystem(ecosystem).base) !== undefined,
    match: (subject) => matchPackage(files, subject),
    prose: (id) => proseOf(files, id),
    namesOf: (id) => namesOf(files, id),
    close: open.close,
  })
}

type OpenFirst = (
  name: string,
  ...candidates: readonly (SealedFile | undefined)[]
) => OpenFile | undefined

function opener(
  folder: string,
  faults: Fault[],
): { readonly first: OpenFirst; readonly close: () => void } {
  const opened = new Map<string, OpenFile | undefined>()
  const first: OpenFirst = (name, ...candidates) => {
    if (opened.has(name)) return opened.get(name)
    const file = openFirst(folder, candidates)
    const isSecond = file !== undefined && file.sealed !== candidates[0]
    if (isSecond || (file === undefined && candidates[0] !== undefined)) {
      faults.push(damagedFile(name, folder, isSecond))
    }
    opened.set(name, file?.open)
    return file?.open
  }
  const close = (): void => {
    for (const file of opened.values()) file?.close()
  }
  return { first, close }
}

function openFirst(folder: string, candidates: readonly (SealedFile | undefined)[]) {
  for (const sealed of candidates) {
    const open = sealed === undefined ? undefined : openSections(folder, sealed)
    if (open !== undefined && sealed !== undefined) return { open, sealed }
  }
  return undefined
}

function filesOf(
  { current, previous }: { readonly current: Manifest; readonly previous: Manifest | undefined },
  first: OpenFirst,
): StoreFiles {
  return {
    ecosystem: (base) => {
      const file = fileOf(current, base)
      return file && first(file.ecosystem, file, fileOf(previous, base))
    },
    bases: current.ecosystems.map(({ ecosystem }) => ecosystem.toLowerCase()),
    flaws: () => first('names of flaws', current.flaws, previous?.flaws),
    kev: () => first('KEV', current.kev, previous?.kev),
    epss: () => first('EPSS', current.epss, previous?.epss),
  }
}

// What the set in use does not have was taken out of it, so the one before it does not stand in.
function fileOf(manifest: Manifest | undefined, base: string): EcosystemFile | undefined {
  return manifest?.ecosystems.find(
    ({ ecosystem, records }) => ecosystem.toLowerCase() === base && records > 0,
  )
}

function snapshotOf(file: EcosystemFile): Snapshot {
  const { ecosystem, records, asOf, taken, sha256, sizeBytes, skipped } = file
  return { ecosystem, records, asOf, taken, sha256, sizeBytes, skipped }
}

function byEcosystem(one: Snapshot, other: Snapshot): number {
  return one.ecosystem < other.ecosystem ? -1 : 1
}

function damagedFile(name: string, folder: string, isSecond: boolean): Fault {
  return {
    code: 'ADVISORIES_DAMAGED',
    at: folder,
    message: isSecond
      ? `The advisories of ${name} are damaged; those of the set before are used.`
      : `The advisories of ${name} are damaged, and no set before has them: nothing is known of it.`,
    remedy: 'portolan db import makes them whole.',
  }
}
