import { existsSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import type { Fault } from '../../base/fault.ts'
import { groupBy } from '../../base/group.ts'
import type { Resource } from '../../model/resource.ts'
import type { Source } from '../../model/source.ts'
import { decodeText } from '../decode-text.ts'
import { isTerraformLeftover, isTerraformLock } from '../manifest-name.ts'
import { missed, noted, type Mishap } from '../mishap.ts'
import { readBytes } from '../read-bytes.ts'
import { unexamined, type Manifest } from '../read-manifest.ts'
import { nameIn, type FoundFile } from '../targets.ts'
import { freshBudget } from './evaluate/scope.ts'
import { isLocalSource } from './module/called-folder.ts'
import {
  isAutomatic,
  isValues,
  readFolder,
  type ModuleFolder,
  type TerraformFile,
} from './module/folder.ts'
import { attributeIn } from './module/section.ts'
import { fileReader } from './read-file.ts'
import { readLeftover } from './read-leftover.ts'
import { readModule, type ModuleReading } from './read-module.ts'

/** What the .tf files of an estate came to. */
export interface TerraformReading {
  /** One for each file that belongs to a module, with the resources that stand in it. */
  readonly manifests: readonly Manifest[]
  /** How many folders were read as modules. */
  readonly modules: number
}

/** What reading Terraform depends on besides its files. */
export interface TerraformOptions {
  readonly maxFileBytes: number
  /** Absolute: no file outside of these folders is read. */
  readonly roots: readonly string[]
}

/**
 * Reads all modules among `files`: each folder that no other one calls is evaluated, with the modules it calls and with
 * the variables that it would have. Nothing is executed or fetched.
 */
export function readTerraform(
  files: readonly FoundFile[],
  { maxFileBytes, roots }: TerraformOptions,
): TerraformReading {
  const lost: Manifest[] = []
  const leftovers = files.filter(({ name }) => isTerraformLeftover(name)).flatMap(readLeftover)
  const code = files.filter(({ name }) => !isTerraformLeftover(name))
  const folders = foldersOf(code, (file) => readSource(file, maxFileBytes, lost))
  const byPath = new Map(folders.map((folder) => [folder.path, folder]))
  const folderAt = (path: string): ModuleFolder | undefined => byPath.get(path)
  const readings: ModuleReading[] = []
  const budget = freshBudget()
  const described = new Set<ModuleFolder>()
  const visited = new Set<ModuleFolder>()
  const read = (root: ModuleFolder): void => {
    const reading = readModule(root, {
      folderAt,
      readFile: fileReader(root.path, roots),
      budget,
      described,
    })
    readings.push(reading)
    for (const folder of reading.folders) visited.add(folder)
  }
  const callers = callersOf(folders)
  for (const folder of folders) if (!callers.has(folder.path)) read(folder)
  // Modules that only call each other have no root: one of them must do.
  for (const folder of folders) {
    const known = callers.get(folder.path) ?? []
    if (!visited.has(folder) && known.every((caller) => !visited.has(caller))) read(folder)
  }
  return {
    manifests: [...lost, ...leftovers, ...manifestsOf(folders, readings)],
    modules: visited.size,
  }
}

function readSource(file: FoundFile, maxBytes: number, lost: Manifest[]): Source | undefined {
  const bytes = readBytes(file.path, file.name, maxBytes)
  const text = bytes.ok ? decodeText(bytes.value, file.name) : bytes
  if (text.ok) return { file: file.name, text: text.value }
  lost.push(unexamined(text.fault))
  return undefined
}

function foldersOf(
  files: readonly FoundFile[],
  read: (file: FoundFile) => Source | undefined,
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
    const name = first === undefined ? '' : dirname(first.name)
    const isModule = found.some(({ base }) => !isValues(base))
    if (!isModule) continue
    const lock = lockOf(members, read)
    folders.push(readFolder({ path, name: name === '.' ? '' : name, lock }, found))
  }
  return folders
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

function callersOf(folders: readonly ModuleFolder[]): ReadonlyMap<string, readonly ModuleFolder[]> {
  const calls = folders.flatMap((folder) =>
    // One that calls itself is called by nobody else.
    calledPaths(folder).map((path) => ({ folder, path })),
  )
  const others = calls.filter(({ folder, path }) => folder.path !== path)
  const groups = [...groupBy(others, ({ path }) => path)]
  return new Map(groups.map(([path, callers]) => [path, callers.map(({ folder }) => folder)]))
}

function calledPaths(folder: ModuleFolder): readonly string[] {
  return (folder.sections.get('module') ?? []).flatMap((section) => {
    const source = attributeIn(section, 'source')?.attribute.value
    if (source?.kind !== 'literal' || typeof source.value !== 'string') return []
    return isLocalSource(source.value) ? [resolve(folder.path, source.value)] : []
  })
}

function manifestsOf(
  folders: readonly ModuleFolder[],
  readings: readonly ModuleReading[],
): readonly Manifest[] {
  const resources = groupBy(
    readings.flatMap((reading) => reading.resources),
    ({ document }) => document.source,
  )
  const faults = groupBy(
    readings.flatMap((reading) => reading.faults),
    fileOfFault,
  )
  return folders.flatMap((folder) => {
    const broken = groupBy(folder.faults, fileOfFault)
    return folder.sources.map((source) => ({
      source,
      documents: 0,
      resources: resources.get(source) ?? NONE,
      mishaps: [
        ...(broken.get(source.file) ?? []).map((fault) => missed('objects', fault)),
        ...distinct(faults.get(source.file) ?? []).map(mishapOf),
      ],
    }))
  })
}

const NONE: readonly Resource[] = []

function fileOfFault({ at }: Fault): string {
  return at.replace(/:\d+:\d+$/, '')
}

// Two roots that call one module meet the same trouble in it.
function distinct(faults: readonly Fault[]): readonly Fault[] {
  return [...new Map(faults.map((fault) => [`${fault.code} ${fault.at}`, fault])).values()]
}

function mishapOf(fault: Fault): Mishap {
  if (fault.code === 'INTAKE_MODULE') return missed('modules', fault)
  return fault.code === 'INTAKE_TOO_MANY' ? missed('objects', fault) : noted(fault)
}
