import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { groupBy } from '../../base/group.ts'
import type { Source } from '../../model/source.ts'
import { decodeText } from '../decode-text.ts'
import type { Drafts } from '../drafts.ts'
import { isTerraformLock, isTerraformName, isTerraformLeftover } from '../manifest-name.ts'
import { readBytes } from '../read-bytes.ts'
import { unexamined, type Manifest } from '../read-manifest.ts'
import { isWithin, nameIn, type FoundFile } from '../targets.ts'
import {
  isAutomatic,
  isValues,
  readFolder,
  type GivenValues,
  type ModuleFolder,
  type TerraformFile,
} from './module/folder.ts'

/** How folders of Terraform are read. */
export interface LibraryTerms {
  readonly maxFileBytes: number
  /** Absolute: no folder outside of these is read. */
  readonly boundaries: readonly string[]
  /** The name of a path as the user sees it. */
  readonly nameOf: (path: string) => string
  /** What the user's own files of variables say. */
  readonly given: readonly GivenValues[]
  readonly drafts: Drafts
}

/** The folders of Terraform that were read so far. */
export interface Library {
  /** In the order of reading; those that were found come first. */
  readonly folders: readonly ModuleFolder[]
  /** The folder at an absolute path; undefined when there is none that may be read. */
  readonly folderAt: (path: string) => ModuleFolder | undefined
  /** Files that could not be read. */
  readonly lost: readonly Manifest[]
}

/** Reads the folders of the files that were found. Others inside the boundaries are read when they are asked for. */
export function openLibrary(files: readonly FoundFile[], terms: LibraryTerms): Library {
  const lost: Manifest[] = []
  const read = (file: FoundFile): Source | undefined => readSource(file, terms, lost)
  const folders = [...foldersOf(files, read, terms)]
  const byPath = new Map<string, ModuleFolder | undefined>(
    folders.map((folder) => [folder.path, folder]),
  )
  const folderAt = (path: string): ModuleFolder | undefined => {
    if (byPath.has(path)) return byPath.get(path)
    const [folder] = foldersOf(filesIn(path, terms), read, terms)
    byPath.set(path, folder)
    if (folder !== undefined) folders.push(folder)
    return folder
  }
  return { folders, folderAt, lost }
}

function filesIn(path: string, { boundaries, nameOf }: LibraryTerms): readonly FoundFile[] {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return []
  // A link must not lead out.
  const real = realpathSync(path)
  if (!boundaries.some((boundary) => isWithin(boundary, real))) return []
  return readdirSync(real, { withFileTypes: true })
    .filter((entry) => entry.isFile() && isTerraformName(entry.name))
    .filter(({ name }) => !isTerraformLeftover(name))
    .map(({ name }) => join(path, name))
    .sort()
    .map((file) => ({ path: file, name: nameOf(file), isExpected: false, chart: undefined }))
}

function readSource(
  file: FoundFile,
  { maxFileBytes }: LibraryTerms,
  lost: Manifest[],
): Source | undefined {
  const bytes = readBytes(file.path, file.name, maxFileBytes)
  const text = bytes.ok ? decodeText(bytes.value, file.name) : bytes
  if (text.ok) return { file: file.name, text: text.value }
  lost.push(unexamined(text.fault))
  return undefined
}

function foldersOf(
  files: readonly FoundFile[],
  read: (file: FoundFile) => Source | undefined,
  { given, drafts }: LibraryTerms,
): readonly ModuleFolder[] {
  const folders: ModuleFolder[] = []
  for (const [path, members] of groupBy(files, (file) => dirname(file.path))) {
    const found: TerraformFile[] = []
    for (const member of members) {
      const base = basename(member.path)
      if (isTerraformLock(base)) continue
      // A file of variables that Terraform does not take by itself belongs to a run that nobody told us of.
      if (isValues(base) && !isAutomatic(base)) continue
      const source = read(member)
      if (source !== undefined) found.push({ base, source })
    }
    const [first] = members
    const name = first === undefined ? '' : folderOf(first)
    const isModule = found.some(({ base }) => !isValues(base))
    if (!isModule) continue
    const lock = lockOf(members, read)
    const all = withDrafts({ path, name }, found, drafts)
    folders.push(readFolder({ path, name, lock }, all, given))
  }
  return folders
}

function withDrafts(
  folder: { readonly path: string; readonly name: string },
  files: readonly TerraformFile[],
  drafts: Drafts,
): readonly TerraformFile[] {
  if (drafts.size === 0) return files
  const real = realpathSync(folder.path)
  const drafted = [...drafts]
    .filter(([path]) => dirname(path) === real && isTerraformName(path))
    .map(([path, text]) => {
      const base = basename(path)
      return { base, source: { file: nameIn(folder.name, base), text } }
    })
  const bases = new Set(drafted.map(({ base }) => base))
  return [...files.filter(({ base }) => !bases.has(base)), ...drafted]
}

// A file that was named is read alone, but what stands beside it still counts.
function lockOf(
  members: readonly FoundFile[],
  read: (file: FoundFile) => Source | undefined,
): Source | undefined {
  const found = members.find(({ name }) => isTerraformLock(name))
  const [first] = members
  if (found !== undefined) return read(found)
  if (first === undefined || !first.isExpected) return undefined
  const path = join(dirname(first.path), LOCK)
  return existsSync(path)
    ? read({ ...first, path, name: nameIn(folderOf(first), LOCK) })
    : undefined
}

const LOCK = '.terraform.lock.hcl'

function folderOf({ name }: FoundFile): string {
  const folder = dirname(name)
  return folder === '.' ? '' : folder
}
