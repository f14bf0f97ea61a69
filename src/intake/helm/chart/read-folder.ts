import { readdirSync, realpathSync, statSync, type Dirent } from 'node:fs'
import { join } from 'node:path'
import type { Result } from '../../../base/result.ts'
import { draftedBytes, NO_DRAFTS, type Drafts } from '../../drafts.ts'
import { readBytes } from '../../read-bytes.ts'
import { systemFault } from '../../system-fault.ts'
import { isWithin, nameIn } from '../../targets.ts'
import type { ChartFile, ChartLimits } from './chart-file.ts'
import { ignoreTest, type IgnoreTest } from './helm-ignore.ts'
import { ChartRefusal, refuseChart } from './refusal.ts'

const IGNORE_FILE = '.helmignore'

/** A chart's folder: where the system finds it, and its name as the user sees it. */
export interface ChartFolder {
  readonly path: string
  readonly name: string
}

/** A chart as people name it: by its folder. */
export function targetOf({ name }: ChartFolder): string {
  return name || '.'
}

interface Walk {
  readonly root: ChartFolder
  readonly isIgnored: IgnoreTest
  readonly limits: ChartLimits
  readonly drafts: Drafts
  readonly files: ChartFile[]
  bytes: number
}

/**
 * All files of a chart's folder but those that its .helmignore names, in the order of their names. Links are followed
 * inside of the folder only. Throws ChartRefusal for what cannot be read or is too much.
 */
export function readFolder(
  root: ChartFolder,
  limits: ChartLimits,
  drafts: Drafts = NO_DRAFTS,
): readonly ChartFile[] {
  const walk = { root, isIgnored: ignoreOf(root), limits, drafts, files: [], bytes: 0 }
  walkFolder(walk, '', limits.maxDepth * 3)
  return walk.files
}

function ignoreOf(root: ChartFolder): IgnoreTest {
  const path = join(root.path, IGNORE_FILE)
  const isThere = statSync(path, { throwIfNoEntry: false })?.isFile() === true
  return ignoreTest(
    isThere
      ? kept(readBytes(path, nameIn(root.name, IGNORE_FILE), 256 * 1024)).toString('utf8')
      : '',
  )
}

// What the reader gives is valid until it reads again.
function kept(bytes: Result<Buffer>): Buffer {
  if (!bytes.ok) throw new ChartRefusal(bytes.fault)
  return Buffer.from(bytes.value)
}

function walkFolder(walk: Walk, below: string, depth: number): void {
  const { root } = walk
  if (depth < 0) tooMuch(walk, below)
  for (const entry of entriesOf(join(root.path, below), nameIn(root.name, below))) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`
    const kind = kindOf(walk, entry, path)
    if (kind === undefined || walk.isIgnored(path, kind === 'folder')) continue
    if (kind === 'folder') walkFolder(walk, path, depth - 1)
    else addFile(walk, path)
  }
}

function entriesOf(path: string, name: string): readonly Dirent[] {
  try {
    return readdirSync(path, { withFileTypes: true }).sort((one, other) =>
      one.name < other.name ? -1 : 1,
    )
  } catch (error) {
    throw new ChartRefusal(systemFault(error, name))
  }
}

function kindOf(walk: Walk, entry: Dirent, path: string): 'file' | 'folder' | undefined {
  if (entry.isDirectory()) return entry.name === '.git' ? undefined : 'folder'
  if (entry.isFile()) return 'file'
  return entry.isSymbolicLink() ? linkKind(walk, path) : undefined
}

function linkKind({ root }: Walk, path: string): 'file' | 'folder' | undefined {
  const name = nameIn(root.name, path)
  try {
    const target = realpathSync(join(root.path, path))
    if (!isWithin(root.path, target)) {
      refuseChart(
        'INTAKE_OUTSIDE_ROOT',
        name,
        'It is a symbolic link that leads out of the chart, so the chart was not rendered.',
        'Put the file itself there, or name it in .helmignore.',
      )
    }
    // A link to a folder above it would never end; the depth bounds that too, but a file is all that charts need.
    return statSync(target).isFile() ? 'file' : undefined
  } catch (error) {
    if (error instanceof ChartRefusal) throw error
    throw new ChartRefusal(systemFault(error, name))
  }
}

function addFile(walk: Walk, path: string): void {
  const { root, limits, drafts, files } = walk
  const name = nameIn(root.name, path)
  const real = realpathSync(join(root.path, path))
  const bytes = kept(draftedBytes({ path: real, at: name, maxBytes: limits.maxBytes }, drafts))
  walk.bytes += bytes.length
  if (walk.bytes > limits.maxBytes || files.length >= limits.maxFiles) tooMuch(walk, path)
  files.push({ path, name, bytes })
}

function tooMuch({ root }: Walk, path: string): never {
  return refuseChart(
    'INTAKE_TOO_LARGE',
    nameIn(root.name, path),
    'The chart holds more files than any chart needs, so it was not rendered.',
    'Name what is no part of it in .helmignore.',
  )
}
