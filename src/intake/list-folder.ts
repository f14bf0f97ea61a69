import { readdirSync, type Dirent } from 'node:fs'
import { join } from 'node:path'
import type { Fault } from '../base/fault.ts'
import {
  applying,
  IGNORE_FILE,
  isIgnored,
  readIgnoreFile,
  type IgnoreRules,
  type Matcher,
} from './ignore-rules.ts'
import {
  isKustomizationName,
  isManifestName,
  isReadName,
  isTerraformName,
} from './manifest-name.ts'
import { noFile } from './read-bytes.ts'
import { systemFault } from './system-fault.ts'
import {
  CHART_FILE,
  nameIn,
  TEMPLATES_FOLDER,
  type FoundFile,
  type FoundFolder,
} from './targets.ts'

/** A folder with the ignore rules that hold in it, deepest first. */
export interface RuledFolder extends FoundFolder {
  readonly rules: readonly IgnoreRules[]
}

/** Something in a folder that a scan has to look at; a link still has to be followed. */
export type Find =
  | { readonly kind: 'file'; readonly file: FoundFile }
  | { readonly kind: 'folder'; readonly folder: RuledFolder }
  | { readonly kind: 'link'; readonly link: FoundFolder }
  | { readonly kind: 'fault'; readonly fault: Fault }

/** What a folder holds, in the byte order of the names, and how many entries it has in all. */
export interface Listing {
  readonly count: number
  readonly finds: readonly Find[]
}

/** What a walk leaves out, and how much it reads to know it. */
export interface WalkOptions {
  readonly isSkipped: Matcher
  readonly maxIgnoreBytes: number
}

// Never sources of an estate, and so large that walking them would cost more than all the rest.
const NEVER_WALKED: ReadonlySet<string> = new Set(['.git', 'node_modules', '.terraform'])

/** Lists one folder: what might be examined in it, and what stood in the way. Nothing is opened but `.gitignore`. */
export function listFolder(folder: RuledFolder, options: WalkOptions): Listing {
  let entries: readonly Dirent[]
  try {
    entries = readdirSync(folder.path, { withFileTypes: true }).sort(byName)
  } catch (error) {
    const fault = systemFault(error, folder.name || '.')
    return { count: 0, finds: [{ kind: 'fault', fault }] }
  }
  const { rules, faults } = ownRules(folder, entries, options)
  const finds = faults.map((fault): Find => ({ kind: 'fault', fault }))
  const isChart = entries.some((entry) => entry.name === CHART_FILE)
  const ruled = { ...folder, rules }
  for (const entry of entries) {
    const find = findOf(entry, ruled, isChart, options)
    if (find !== undefined) finds.push(find)
  }
  return { count: entries.length, finds }
}

function findOf(
  entry: Dirent,
  folder: RuledFolder,
  isChart: boolean,
  { isSkipped }: WalkOptions,
): Find | undefined {
  const kind = kindOf(entry)
  if (kind === undefined) return undefined
  const { rules, cut } = folder
  const path = join(folder.path, entry.name)
  const name = nameIn(folder.name, entry.name)
  const slash = kind === 'folder' ? '/' : ''
  if (isIgnored(rules, path + slash)) return undefined
  if (isSkipped(name.slice(cut) + slash) === 'ignored') return undefined
  const chart = isChart && entry.name === TEMPLATES_FOLDER ? folder.name || '.' : folder.chart
  switch (kind) {
    case 'file':
      // A kustomization says which files are patches: without it, nobody knows.
      return { kind, file: { path, name, isExpected: isKustomizationName(entry.name), chart } }
    case 'folder':
      return { kind, folder: { path, name, chart, cut, rules: applying(rules, path) } }
    case 'link':
      return { kind, link: { path, name, chart, cut } }
    case 'fault':
      return { kind, fault: noFile(name) }
  }
}

function kindOf(entry: Dirent): Find['kind'] | undefined {
  if (entry.isDirectory()) return NEVER_WALKED.has(entry.name) ? undefined : 'folder'
  if (entry.isSymbolicLink()) return 'link'
  if (!isReadName(entry.name)) return undefined
  if (entry.isFile()) return 'file'
  return isManifestName(entry.name) || isTerraformName(entry.name) ? 'fault' : undefined
}

function ownRules(
  folder: RuledFolder,
  entries: readonly Dirent[],
  options: WalkOptions,
): { readonly rules: readonly IgnoreRules[]; readonly faults: readonly Fault[] } {
  // A repository inside another one is none of the outer one's business.
  const inherited = entries.some((entry) => entry.name === '.git') ? [] : folder.rules
  const hasFile = entries.some((entry) => entry.name === IGNORE_FILE && entry.isFile())
  if (!hasFile) return { rules: inherited, faults: [] }
  const read = readIgnoreFile(folder.path, folder.name, options.maxIgnoreBytes)
  return { rules: [...read.rules, ...inherited], faults: read.faults }
}

function byName(one: Dirent, other: Dirent): number {
  if (one.name === other.name) return 0
  return one.name < other.name ? -1 : 1
}
