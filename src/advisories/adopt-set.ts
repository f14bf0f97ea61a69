import type { SealedFile } from './file/sealed-file.ts'
import { filesOf } from './set/damaged-files.ts'
import { stemOf, type Home } from './set/home.ts'
import type { Manifest } from './set/manifest.ts'

/** Writes a file of another set under a stem; undefined when it is not what was sealed. */
export type Bring = (stem: string, sealed: SealedFile) => SealedFile | undefined

/**
 * Makes a set of a folder out of all files of another set, in their order. Gives its manifest, which is not in use yet,
 * or the name of the first file that is damaged.
 */
export function adoptSet(
  home: Home,
  manifest: Manifest,
  bring: Bring,
): { readonly adopted: Manifest } | { readonly damaged: string } {
  const names = new Map<string, string>()
  for (const { name, sealed } of filesOf(manifest)) {
    const brought = bring(stemOf(home, name), sealed)
    if (brought === undefined) return { damaged: name }
    names.set(sealed.file, brought.file)
  }
  const renamed = <T extends SealedFile>(file: T): T => ({
    ...file,
    file: names.get(file.file) ?? file.file,
  })
  const { ecosystems, flaws, kev, epss } = manifest
  return {
    adopted: {
      format: manifest.format,
      serial: home.serial,
      ecosystems: ecosystems.map(renamed),
      flaws: renamed(flaws),
      kev: kev && renamed(kev),
      epss: epss && renamed(epss),
    },
  }
}
