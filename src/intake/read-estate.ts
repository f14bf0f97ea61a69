import { basename, dirname } from 'node:path'
import type { Fault } from '../base/fault.ts'
import type { Provider } from '../model/offering.ts'
import type { Resource } from '../model/resource.ts'
import { createScene } from '../model/scene.ts'
import type { Source } from '../model/source.ts'
import type { Survey } from '../model/survey.ts'
import type { KubernetesVersion } from '../model/version.ts'
import { alternatives } from './alternatives.ts'
import { boundariesOf } from './boundaries.ts'
import { detectOffering } from './detect-offering.ts'
import { findFiles, type FoundFiles } from './find-files.ts'
import { patchFiles } from './kustomize.ts'
import { buildEstate } from './kustomize/build-estate.ts'
import { DEFAULT_INTAKE_LIMITS, type IntakeLimits } from './limits.ts'
import type { Made } from './made.ts'
import { isKustomizationName, isTerraformName } from './manifest-name.ts'
import { coverageOf, missed, type Mishap } from './mishap.ts'
import { tooLarge } from './read-bytes.ts'
import {
  examineBytes,
  readManifest,
  unexamined,
  type Manifest,
  type ManifestOptions,
} from './read-manifest.ts'
import { systemFault } from './system-fault.ts'
import { readTerraform, type TerraformReading } from './terraform/read-terraform.ts'

/** What to read, and what it will be judged against. */
export interface EstateRequest {
  /** Files, folders or `-` for standard input, as the user typed them. */
  readonly targets: readonly string[]
  /** Absolute; the names of files in results are relative to it. A file outside of it keeps the path that was typed. */
  readonly workingFolder: string
  /** Paths to leave out, in gitignore syntax. */
  readonly skipPaths: readonly string[]
  readonly readStdin: () => Uint8Array
  readonly kubernetes: KubernetesVersion
  /** The offering when the user gave it; else it is read off the estate. */
  readonly offering: Provider | undefined
  /** The day of the judgement, ISO 8601. */
  readonly today: string
}

/** What was read. `sources` are the files that hold objects; `offeringEvidence` says what told the offering. */
export interface Estate extends Survey {
  readonly sources: readonly Source[]
  readonly offeringEvidence: readonly string[]
}

/** The name under which standard input appears in results. */
export const STDIN_NAME = '<stdin>'

const STDIN_TARGET = '-'

/**
 * Reads all that the targets hold: each file once, its objects in the order of the text. What could not be read or is
 * not whole becomes a fault and counts in the coverage; other YAML is passed over. Never throws for what the world gets
 * wrong. O(bytes); memory is bounded by `limits`.
 */
export function readEstate(
  request: EstateRequest,
  limits: IntakeLimits = DEFAULT_INTAKE_LIMITS,
): Estate {
  const found = findFiles({
    targets: request.targets.filter((target) => target !== STDIN_TARGET),
    workingFolder: request.workingFolder,
    skipPaths: request.skipPaths,
    limits,
  })
  const made = buildEstate({
    files: found.files,
    boundaries: boundariesOf(request.targets, request.workingFolder),
    workingFolder: request.workingFolder,
    maxListDepth: limits.maxListDepth,
    renderChart: undefined,
  })
  const options = { limits, patches: patchFiles(kustomizedFolders(found), limits.maxFileBytes) }
  const rest = found.files.filter(({ path }) => !made.used.has(path))
  const terraform = readTerraform(
    rest.filter(({ name }) => isTerraformName(name)),
    { maxFileBytes: limits.maxFileBytes, roots: found.roots },
  )
  const alone = { ...found, files: rest.filter(({ name }) => !isTerraformName(name)) }
  const manifests = bounded(
    chain(manifestsOf(request, alone, options), terraform.manifests),
    limits,
  )
  return estateOf(request, manifests, made, {
    unreached: found.faults,
    modules: terraform.modules,
  })
}

// One by one: what is refused must not have been kept.
function* chain<T>(...lists: readonly Iterable<T>[]): Generator<T, void> {
  for (const list of lists) yield* list
}

function kustomizedFolders({ files, outskirts }: FoundFiles): readonly string[] {
  const paths = files.map(({ path }) => path)
  const folders = paths.filter((path) => isKustomizationName(basename(path))).map(dirname)
  return [...outskirts, ...folders]
}

function* manifestsOf(
  request: EstateRequest,
  { files }: FoundFiles,
  options: ManifestOptions,
): Generator<Manifest, void> {
  if (request.targets.includes(STDIN_TARGET)) yield readPiped(request, options)
  for (const file of files) yield readManifest(file, options)
}

function readPiped({ readStdin }: EstateRequest, options: ManifestOptions): Manifest {
  const { maxFileBytes } = options.limits
  const file = { path: STDIN_NAME, name: STDIN_NAME, isExpected: true, chart: undefined }
  try {
    const { buffer, byteOffset, byteLength } = readStdin()
    if (byteLength > maxFileBytes) return unexamined(tooLarge(STDIN_NAME, maxFileBytes))
    return examineBytes(Buffer.from(buffer, byteOffset, byteLength), file, options)
  } catch (error) {
    return unexamined(systemFault(error, STDIN_NAME))
  }
}

// Objects keep their files' texts in memory. What would be too much is refused by name instead of ending the process.
function bounded(
  manifests: Iterable<Manifest>,
  { maxEstateCharacters }: IntakeLimits,
): readonly Manifest[] {
  const kept: Manifest[] = []
  let characters = 0
  for (const manifest of manifests) {
    const { source } = manifest
    const size = source?.text.length ?? 0
    if (source !== undefined && characters + size > maxEstateCharacters) {
      kept.push(unexamined(tooMuch(source.file, maxEstateCharacters)))
    } else {
      characters += size
      if (source !== undefined || manifest.mishaps.length > 0) kept.push(manifest)
    }
  }
  return kept
}

function estateOf(
  request: EstateRequest,
  manifests: readonly Manifest[],
  made: Made,
  {
    modules,
    unreached,
  }: Pick<TerraformReading, 'modules'> & { readonly unreached: readonly Fault[] },
): Estate {
  const mishaps = [
    ...unreached.map((fault) => missed('files', fault)),
    ...manifests.flatMap((manifest) => manifest.mishaps),
    ...made.mishaps,
  ]
  const plain = manifests.flatMap((manifest) => manifest.resources)
  const resources = [...plain, ...made.groups.flat()]
  const sources = manifests.flatMap(({ source, resources: { length } }) =>
    source === undefined || length === 0 ? [] : [source],
  )
  const documents = manifests.reduce((sum, manifest) => sum + manifest.documents, made.documents)
  const files = made.used.size + manifests.filter(({ source }) => source !== undefined).length
  return {
    ...scenesOf(request, resources, { plain, made }),
    coverage: [
      coverageOf('files', files, mishaps),
      coverageOf('documents', documents, mishaps),
      coverageOf('objects', resources.length, mishaps),
      ...[coverageOf('modules', modules, mishaps)].filter(({ asked }) => asked > 0),
    ],
    faults: faultsOf(request, resources, mishaps),
    sources: [...sources, ...made.sources],
  }
}

function scenesOf(
  request: EstateRequest,
  resources: readonly Resource[],
  { plain, made }: { readonly plain: readonly Resource[]; readonly made: Made },
): Pick<Estate, 'scene' | 'renderings' | 'offeringEvidence'> {
  const all = sceneOf(request, resources)
  const ways = alternatives(made.groups)
  if (ways === undefined) return all
  const { kubernetes, offering, today } = all.scene
  const surroundings = { kubernetes, offering, today }
  const renderings = ways.map((way) => createScene([...plain, ...way], surroundings))
  return { ...all, renderings }
}

function sceneOf(
  { kubernetes, offering, today }: EstateRequest,
  resources: readonly Resource[],
): Pick<Estate, 'scene' | 'offeringEvidence'> {
  const scene = createScene(resources, { kubernetes, offering: offering ?? 'none', today })
  if (offering !== undefined) return { scene, offeringEvidence: [] }
  const detected = detectOffering(scene)
  return {
    scene: { ...scene, offering: detected.offering },
    offeringEvidence: detected.evidence,
  }
}

function faultsOf(
  { targets }: EstateRequest,
  resources: readonly Resource[],
  mishaps: readonly Mishap[],
): readonly Fault[] {
  const faults = mishaps.map(({ fault }) => fault)
  const isExplained = mishaps.some(({ unit }) => unit !== 'nothing')
  return resources.length > 0 || isExplained ? faults : [...faults, nothing(targets)]
}

function nothing(targets: readonly string[]): Fault {
  return {
    code: 'INTAKE_NOTHING',
    at: targets.join(' ') || '.',
    message: 'No Kubernetes objects were found here, so nothing was examined.',
    remedy:
      'Name the files or folders that hold manifests; charts and overlays must be rendered first.',
  }
}

function tooMuch(at: string, maxCharacters: number): Fault {
  return {
    code: 'INTAKE_TOO_LARGE',
    at,
    message: `The estate is larger than ${Math.round(maxCharacters / 1024 / 1024)} MiB; from here on it was not examined.`,
    remedy: 'Scan its folders one by one.',
  }
}
