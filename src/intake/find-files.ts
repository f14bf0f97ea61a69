import { realpathSync, statSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import type { Fault } from '../base/fault.ts'
import { matcherOf, rulesAbove } from './ignore-rules.ts'
import type { IntakeLimits } from './limits.ts'
import { listFolder, type Find, type RuledFolder, type WalkOptions } from './list-folder.ts'
import { isManifestName, isTerraformName } from './manifest-name.ts'
import { noFile } from './read-bytes.ts'
import { systemFault } from './system-fault.ts'
import {
  chartOf,
  isWithin,
  openTarget,
  type FoundFile,
  type FoundFolder,
  type Target,
} from './targets.ts'

/** What to look for files in. */
export interface FileQuest {
  readonly targets: readonly string[]
  readonly workingFolder: string
  readonly skipPaths: readonly string[]
  readonly limits: IntakeLimits
}

/** The files to examine, each once, and the faults that each stand for one that could not be reached. */
export interface FoundFiles {
  readonly files: readonly FoundFile[]
  readonly faults: readonly Fault[]
  /** The folders next to and above what was named: what they say may concern it. */
  readonly outskirts: readonly string[]
  /** The folders that were named, and those of files that were: nothing outside of them is read. */
  readonly roots: readonly string[]
}

/**
 * Walks the targets: files that were named first, then folders in the order they were given; in a folder its files, then
 * the folders below, each in the byte order of the names; what is reached through symbolic links only comes last. A file
 * that several ways lead to is found once. `.gitignore` is respected but for what was named.
 */
export function findFiles(quest: FileQuest): FoundFiles {
  const { limits } = quest
  const isSkipped = matcherOf(quest.skipPaths)
  const targets = quest.targets.map((typed) => openTarget(typed, quest.workingFolder))
  const named = targets.flatMap((target) =>
    target.kind === 'file' && isSkipped(target.file.name.slice(target.cut)) !== 'ignored'
      ? [target.file]
      : [],
  )
  const roots = targets.flatMap((target) => (target.kind === 'folder' ? [target.folder] : []))
  const above = roots.map((root) => rulesAbove(root.path, limits.maxIgnoreBytes))
  const start = roots.map((root, index) => ({ ...root, rules: above[index]?.rules ?? [] }))
  const options = { isSkipped, maxIgnoreBytes: limits.maxIgnoreBytes }
  const walked = [...walk(start, options, limits.maxEntries)]
  return {
    roots: [...roots.map(({ path }) => path), ...named.map(({ path }) => dirname(path))],
    files: distinct([
      ...named,
      ...walked.flatMap((find) => (find.kind === 'file' ? [find.file] : [])),
    ]),
    faults: [
      ...targets.flatMap(faultsOf),
      ...above.flatMap((read) => read.faults),
      ...walked.flatMap(faultsOf),
    ],
    outskirts: [...named, ...roots].flatMap(({ path }) => [dirname(path), dirname(dirname(path))]),
  }
}

function faultsOf(find: Target | Find): readonly Fault[] {
  return find.kind === 'fault' ? [find.fault] : []
}

function distinct(files: readonly FoundFile[]): readonly FoundFile[] {
  const byPath = new Map<string, FoundFile>()
  for (const file of files) if (!byPath.has(file.path)) byPath.set(file.path, file)
  return [...byPath.values()]
}

// Gives files and faults only: folders are walked and links followed here.
function* walk(
  roots: readonly RuledFolder[],
  options: WalkOptions,
  maxEntries: number,
): Generator<Find, void> {
  const seen = new Set<string>()
  const links: FoundFolder[] = []
  const waiting = roots.toReversed()
  let entries = 0
  for (let followed = 0; ;) {
    const folder = waiting.pop()
    if (folder === undefined) {
      // Links wait until all else is walked, so that what they lead to is found under its own name first.
      const link = links[followed++]
      if (link === undefined) return
      const find = follow(link, roots)
      if (find?.kind === 'folder') waiting.push(find.folder)
      else if (find !== undefined) yield find
    } else if (!seen.has(folder.path)) {
      seen.add(folder.path)
      const { count, finds } = listFolder(folder, options)
      entries += count
      if (entries > maxEntries) return yield tooManyEntries(folder, maxEntries)
      for (const find of finds.toReversed()) if (find.kind === 'folder') waiting.push(find.folder)
      for (const find of finds) {
        if (find.kind === 'link') links.push(find.link)
        else if (find.kind !== 'folder') yield find
      }
    }
  }
}

// What no scan would have looked at anyway is undefined: such a link is nobody's concern, wherever it leads.
function follow(link: FoundFolder, roots: readonly FoundFolder[]): Find | undefined {
  const name = basename(link.path)
  const isManifest = isManifestName(name) || isTerraformName(name)
  try {
    const path = realpathSync(link.path)
    const stat = statSync(path)
    if (!stat.isDirectory() && !isManifest) return undefined
    if (!roots.some((root) => isWithin(root.path, path))) return outside(link.name)
    const chart = chartOf(path, link.name)
    if (stat.isDirectory()) return { kind: 'folder', folder: { ...link, path, chart, rules: [] } }
    if (!stat.isFile()) return { kind: 'fault', fault: noFile(link.name) }
    return { kind: 'file', file: { path, name: link.name, isExpected: false, chart } }
  } catch (error) {
    const fault = systemFault(error, link.name)
    return isManifest ? { kind: 'fault', fault } : undefined
  }
}

function outside(name: string): Find {
  return {
    kind: 'fault',
    fault: {
      code: 'INTAKE_OUTSIDE_ROOT',
      at: name,
      message: 'It is a symbolic link that leads out of the given folder, so it was not followed.',
      remedy: 'Name what it leads to as a target too, or leave the link out (--skip-path).',
    },
  }
}

function tooManyEntries(folder: FoundFolder, maxEntries: number): Find {
  return {
    kind: 'fault',
    fault: {
      code: 'INTAKE_TOO_MANY',
      at: folder.name || '.',
      message: `The folders hold more than ${maxEntries} entries; from here on they were not walked.`,
      remedy: 'Name the folders with manifests as targets, or leave others out (--skip-path).',
    },
  }
}
