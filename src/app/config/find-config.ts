import { existsSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

/** The name of the file that is looked for. */
export const CONFIG_FILE = 'portolan.yaml'

/**
 * The configuration of the working folder, as a path relative to it: its own, or that of the nearest folder above up to
 * the root of the repository. Outside of a repository nothing above is looked at: it would be somebody else's.
 */
export function findConfig(workingFolder: string): string | undefined {
  const root = repositoryRoot(workingFolder) ?? workingFolder
  for (let folder = workingFolder; ; folder = dirname(folder)) {
    const path = join(folder, CONFIG_FILE)
    if (existsSync(path)) return relative(workingFolder, path)
    if (folder === root || folder === dirname(folder)) return undefined
  }
}

/** The nearest folder at or above `start` that is the root of a Git repository. */
export function repositoryRoot(start: string): string | undefined {
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return folder
    if (folder === dirname(folder)) return undefined
  }
}
