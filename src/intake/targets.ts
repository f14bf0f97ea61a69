import { existsSync, realpathSync, statSync, type Stats } from 'node:fs'
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import type { Fault } from '../base/fault.ts'
import { memberOf } from '../model/part.ts'
import { isManifestName, isTerraformName } from './manifest-name.ts'
import { noFile } from './read-bytes.ts'
import { systemFault } from './system-fault.ts'

/** A file to examine. */
export interface FoundFile {
  /** Where the system finds it: absolute, without symbolic links. */
  readonly path: string
  /** Its name as the user sees it. */
  readonly name: string
  /** Whether it must be a manifest, by the user's word or by its role: then all that is wrong with it matters. */
  readonly isExpected: boolean
  /** The name of the chart whose template this is, if it is one. */
  readonly chart: string | undefined
}

/** A folder to walk. */
export interface FoundFolder {
  readonly path: string
  /** Its name as the user sees it; empty for the working folder. */
  readonly name: string
  readonly chart: string | undefined
  /** How many characters are cut off a name here before the user's own patterns are asked about it. */
  readonly cut: number
}

/** What a target turned out to be. */
export type Target =
  | { readonly kind: 'file'; readonly file: FoundFile; readonly cut: number }
  | { readonly kind: 'folder'; readonly folder: FoundFolder }
  | { readonly kind: 'fault'; readonly fault: Fault }

/** Looks up what the user typed. A target that is a symbolic link is followed: it was asked for. */
export function openTarget(typed: string, workingFolder: string): Target {
  const absolute = resolve(workingFolder, typed)
  const inside = relative(workingFolder, absolute)
  const isInside = isWithin(workingFolder, absolute)
  // Below the working folder names are relative to it; elsewhere they stay as the user typed them.
  const name = tidy(isInside ? inside : typed)
  try {
    const path = realpathSync(absolute)
    return targetAt(path, name, statSync(path), isInside)
  } catch (error) {
    return { kind: 'fault', fault: isAbsent(error) ? notFound(typed) : systemFault(error, typed) }
  }
}

function targetAt(path: string, name: string, stat: Stats, isInside: boolean): Target {
  const chart = chartOf(path, name)
  if (stat.isFile()) {
    const cut = isInside ? 0 : name.lastIndexOf('/') + 1
    // Shells put all names of a folder in place of a star, so a name alone is not yet a promise.
    const isExpected = isManifestName(basename(name)) || isTerraformName(basename(name))
    return { kind: 'file', file: { path, name, isExpected, chart }, cut }
  }
  if (!stat.isDirectory()) return { kind: 'fault', fault: noFile(name) }
  const cut = isInside ? 0 : nameIn(name, '').length
  return { kind: 'folder', folder: { path, name, chart, cut } }
}

/** Whether `path` is `folder` or below it, as the two are written. */
export function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

function tidy(name: string): string {
  const slashed = sep === '/' ? name : name.replaceAll(sep, '/')
  return slashed.length > 1 ? slashed.replace(/\/+$/, '') : slashed
}

/** The name of something in a folder, as the user sees it. */
export function nameIn(folder: string, entry: string): string {
  if (folder === '') return entry
  return folder.endsWith('/') ? folder + entry : `${folder}/${entry}`
}

/** The folder that holds a chart's templates, and the file that makes a folder a chart. */
export const TEMPLATES_FOLDER = 'templates'
export const CHART_FILE = 'Chart.yaml'

/** The name of the chart among whose templates `path` is, or undefined when it is among none. O(depth) look-ups. */
export function chartOf(path: string, name: string): string | undefined {
  for (let folder = path; folder !== dirname(folder); folder = dirname(folder)) {
    const parent = dirname(folder)
    const isTemplates = folder.endsWith(sep + TEMPLATES_FOLDER)
    if (isTemplates && existsSync(join(parent, CHART_FILE))) return ancestorName(path, name, parent)
  }
  return undefined
}

// As many steps up from the name as the folder is above the path; beyond what was typed, the system's own name.
function ancestorName(path: string, name: string, ancestor: string): string {
  const below = relative(ancestor, path).split(sep).join('/')
  if (name === below) return '.'
  return name.endsWith(`/${below}`) ? name.slice(0, -below.length - 1) : ancestor
}

function isAbsent(error: unknown): boolean {
  const code = memberOf(error, 'code')
  return code === 'ENOENT' || code === 'ENOTDIR'
}

function notFound(typed: string): Fault {
  return {
    code: 'INTAKE_NOT_FOUND',
    at: typed,
    message: 'There is no file or folder of this name.',
    remedy: 'Check the spelling; names are relative to the folder where Portolan was started.',
  }
}
