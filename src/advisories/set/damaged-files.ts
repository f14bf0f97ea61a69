import { isWhole, type SealedFile } from '../file/sealed-file.ts'
import type { Manifest } from './manifest.ts'

/** A file of a set, and what it holds in words: `npm`, `KEV`. */
export interface NamedFile {
  readonly name: string
  readonly sealed: SealedFile
}

/** The names of what is damaged or missing in a set: every byte of every file is read. O(bytes). */
export function damagedIn(folder: string, manifest: Manifest): readonly string[] {
  return filesOf(manifest)
    .filter(({ sealed }) => !isWhole(folder, sealed))
    .map(({ name }) => name)
}

/** All files of a set. */
export function filesOf({ ecosystems, flaws, kev, epss }: Manifest): readonly NamedFile[] {
  return [
    ...ecosystems.map((sealed) => ({ name: sealed.ecosystem, sealed })),
    { name: NAMES.flaws, sealed: flaws },
    ...(kev === undefined ? [] : [{ name: NAMES.kev, sealed: kev }]),
    ...(epss === undefined ? [] : [{ name: NAMES.epss, sealed: epss }]),
  ]
}

/** What the files besides those of ecosystems hold, in words. */
export const NAMES = { flaws: 'names of flaws', kev: 'KEV', epss: 'EPSS' } as const
