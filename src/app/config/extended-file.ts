import { existsSync, realpathSync } from 'node:fs'
import { dirname, extname, join, relative, resolve } from 'node:path'
import type { Fault } from '../../base/fault.ts'
import { fail, succeed, type Result } from '../../base/result.ts'
import { isWithin } from '../../intake/targets.ts'
import { CONFIG_FILE, repositoryRoot } from './find-config.ts'

/** A configuration file, and the folder of the package it came with, which it must not lead out of. */
export interface ExtendedFile {
  /** Relative to the working folder. */
  readonly file: string
  /** Absolute, with all links followed. */
  readonly confine: string | undefined
}

/**
 * The file that an entry of `extends` means: a path from the file that extends, or a package in the nearest
 * `node_modules` above it, up to the root of the repository. Nothing of a package is run. The fault is without a place.
 */
export function extendedFile(
  entry: string,
  { file, workingFolder, confine }: ExtendedFile & { readonly workingFolder: string },
): Result<ExtendedFile> {
  const folder = dirname(resolve(workingFolder, file))
  const found = isPackage(entry)
    ? packagedFile(entry, folder)
    : succeed({ path: join(folder, entry), confine })
  if (!found.ok) return found
  const { path } = found.value
  const bounds = found.value.confine
  if (bounds !== undefined && existsSync(path) && !isWithin(bounds, realpathSync(path)))
    return fail(leadsOut(entry))
  return succeed({ file: relative(workingFolder, path), confine: bounds })
}

// A file has an ending or a step in its path; a name with a scope has its one slash.
function isPackage(entry: string): boolean {
  if (/^@[\w.-]+\/[\w.-]+(?:\/|$)/.test(entry)) return true
  return /^\w[\w.-]*$/.test(entry) && !['.yaml', '.yml', '.json'].includes(extname(entry))
}

function packagedFile(
  entry: string,
  start: string,
): Result<{ readonly path: string; readonly confine: string }> {
  const parts = entry.split('/')
  const length = entry.startsWith('@') ? 2 : 1
  const inside = parts.slice(length)
  const home = packageHome(parts.slice(0, length), start)
  if (home === undefined) return fail(notInstalled(entry))
  // Package managers put links in place of packages.
  const confine = realpathSync(home)
  return succeed({ path: join(home, ...(inside.length > 0 ? inside : [CONFIG_FILE])), confine })
}

function packageHome(name: readonly string[], start: string): string | undefined {
  const root = repositoryRoot(start) ?? start
  for (let folder = start; ; folder = dirname(folder)) {
    const home = join(folder, 'node_modules', ...name)
    if (existsSync(home)) return home
    if (folder === root || folder === dirname(folder)) return undefined
  }
}

function notInstalled(entry: string): Fault {
  return {
    code: 'CONFIG',
    at: '',
    message: `No node_modules here or above, up to the root of the repository, holds the package ${entry}.`,
    remedy: `Install it, or write ./${entry} for a file of that name.`,
  }
}

function leadsOut(entry: string): Fault {
  return {
    code: 'CONFIG',
    at: '',
    message: `${entry} leads out of the package that it is written in.`,
    remedy: 'A package can extend its own files and other packages.',
  }
}
