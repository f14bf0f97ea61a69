import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { flawSections } from './build-flaws.ts'
import { sectionsOf, type Draft } from './compile.ts'
import { openSections, writeSections } from './file/layout.ts'
import { isWhole } from './file/sealed-file.ts'
import type { EcosystemFile, Manifest, SignalsFile } from './set/manifest.ts'
import { publish } from './set/publish.ts'
import { readSets } from './set/read-set.ts'

/** What a new set has that the one in use has not; all else is taken over. */
export interface Changes {
  readonly drafts: readonly Draft[]
  readonly kev?: SignalsFile | undefined
  readonly epss?: SignalsFile | undefined
  /** The day it is (ISO 8601). */
  readonly today: string
}

/**
 * Writes a new set and puts it in use. The folder must be locked. Files of the set in use that are damaged are taken
 * from the one before, or left out. Throws what the system says.
 */
export function writeSet(folder: string, changes: Changes): Manifest {
  mkdirSync(folder, { recursive: true })
  const base = baseOf(folder)
  const written = changes.drafts.map((draft) => writeDraft(folder, draft, changes.today))
  const isNew = new Set(written.map(({ ecosystem }) => ecosystem.toLowerCase()))
  const kept = base.ecosystems.filter(({ ecosystem }) => !isNew.has(ecosystem.toLowerCase()))
  const manifest = sealSet(folder, {
    serial: base.serial + 1,
    ecosystems: [...kept, ...written],
    kev: changes.kev ?? base.kev,
    epss: changes.epss ?? base.epss,
  })
  publish(folder, manifest)
  return manifest
}

/** Adds to the files of a set the one that joins their names, and makes a manifest of all. */
function sealSet(folder: string, set: Omit<Manifest, 'format' | 'flaws'>): Manifest {
  const files = set.ecosystems.flatMap((file) => openSections(folder, file) ?? [])
  try {
    const flaws = writeSections(folder, 'flaws', flawSections(files))
    return { format: 1, ...set, flaws }
  } finally {
    for (const file of files) file.close()
  }
}

type Base = Pick<Manifest, 'serial' | 'ecosystems' | 'kev' | 'epss'>

/** What there is to build on: each file whole, of the newest set that has it so. */
function baseOf(folder: string): Base {
  const sets = readSets(folder)
  if (!sets.ok) return { serial: 0, ecosystems: [] }
  const { current, previous } = sets.value
  const wholeOf = <T extends EcosystemFile | SignalsFile>(
    ...files: readonly (T | undefined)[]
  ): T | undefined => files.find((file) => file !== undefined && isWholeIn(folder, file))
  return {
    serial: Math.max(current.serial, previous?.serial ?? 0),
    ecosystems: current.ecosystems.flatMap((file) => {
      const before = previous?.ecosystems.find(({ ecosystem }) => ecosystem === file.ecosystem)
      return wholeOf(file, before) ?? []
    }),
    kev: wholeOf(current.kev, previous?.kev),
    epss: wholeOf(current.epss, previous?.epss),
  }
}

function isWholeIn(folder: string, file: EcosystemFile | SignalsFile): boolean {
  try {
    return isWhole(join(folder, file.file), file)
  } catch (error) {
    if (error instanceof Error && 'code' in error) return false
    throw error
  }
}

function writeDraft(folder: string, draft: Draft, today: string): EcosystemFile {
  const stem = draft.ecosystem.toLowerCase().replaceAll(/[^a-z0-9.]+/g, '-')
  const sealed = writeSections(folder, stem, sectionsOf(draft))
  const { ecosystem, records, counts } = draft
  return { ...sealed, ecosystem, records: records.size, ...counts, taken: today }
}
