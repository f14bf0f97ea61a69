import { resolve } from 'node:path'
import type { Fault } from '../../base/fault.ts'
import { groupBy } from '../../base/group.ts'
import type { Via } from '../../model/making.ts'
import type { Resource } from '../../model/resource.ts'
import { NO_DRAFTS, type Drafts } from '../drafts.ts'
import { isTerraformLeftover } from '../manifest-name.ts'
import { missed, noted, type Mishap } from '../mishap.ts'
import type { Manifest } from '../read-manifest.ts'
import type { FoundFile } from '../targets.ts'
import { freshBudget } from './evaluate/scope.ts'
import { openLibrary } from './library.ts'
import { isLocalSource } from './module/called-folder.ts'
import type { ModuleFolder } from './module/folder.ts'
import { attributeIn } from './module/section.ts'
import { fileReader } from './read-file.ts'
import { readLeftover } from './read-leftover.ts'
import { readModule, type ModuleReading } from './read-module.ts'
import { readVariables } from './read-variables.ts'

/** What the .tf files of an estate came to. */
export interface TerraformReading {
  /** One for each file that belongs to a module, with the resources that stand in it. */
  readonly manifests: readonly Manifest[]
  /** How many folders were read as modules. */
  readonly modules: number
  /** The root modules that files of variables were chosen for. */
  readonly vias: readonly Via[]
}

/** What reading Terraform depends on besides its files. */
export interface TerraformOptions {
  readonly maxFileBytes: number
  /** Absolute: no file outside of these folders is read by a function. */
  readonly roots: readonly string[]
  /** Absolute: modules that are called are read wherever they stand in these folders. */
  readonly boundaries: readonly string[]
  /** The name of a path as the user sees it. */
  readonly nameOf: (path: string) => string
  /** Absolute: files of variables that the user chose, a later one over those before it. */
  readonly variableFiles: readonly string[]
  readonly drafts?: Drafts | undefined
}

/**
 * Reads all modules among `files`: each folder that no other one calls is evaluated, with the modules it calls and with
 * the variables that it would have. Nothing is executed or fetched.
 */
export function readTerraform(
  files: readonly FoundFile[],
  { maxFileBytes, roots, boundaries, nameOf, variableFiles, drafts = NO_DRAFTS }: TerraformOptions,
): TerraformReading {
  const leftovers = files.filter(({ name }) => isTerraformLeftover(name)).flatMap(readLeftover)
  const code = files.filter(({ name }) => !isTerraformLeftover(name))
  const given = readVariables(variableFiles, { nameOf, maxFileBytes })
  const library = openLibrary(code, {
    maxFileBytes,
    boundaries,
    nameOf,
    given: given.values,
    drafts,
  })
  const { folders, folderAt } = library
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
  // What lies outside is read when it is called, and adds to the folders; it calls nobody's root.
  const found = [...folders]
  const callers = callersOf(found)
  for (const folder of found) if (!callers.has(folder.path)) read(folder)
  // Modules that only call each other have no root: one of them must do.
  for (const folder of found) {
    const known = callers.get(folder.path) ?? []
    if (!visited.has(folder) && known.every((caller) => !visited.has(caller))) read(folder)
  }
  return {
    manifests: [
      ...library.lost,
      ...given.manifests,
      ...leftovers,
      ...manifestsOf(folders, readings),
    ],
    vias: readings.flatMap(({ via }) => (via.inputs.length > 0 ? [via] : [])),
    modules: visited.size,
  }
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
