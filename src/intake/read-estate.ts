import { basename, dirname, resolve } from 'node:path'
import type { Fault } from '../base/fault.ts'
import type { Advisories } from '../model/advisories.ts'
import type { DeclaredConnection } from '../model/declared.ts'
import type { Via } from '../model/making.ts'
import type { Provider } from '../model/offering.ts'
import type { Source } from '../model/source.ts'
import type { Survey } from '../model/survey.ts'
import type { KubernetesVersion } from '../model/version.ts'
import { assemble } from './assemble.ts'
import { boundariesOf } from './boundaries.ts'
import type { Drafts } from './drafts.ts'
import { findFiles, type FoundFiles } from './find-files.ts'
import type { ChartInputs } from './helm/chart-inputs.ts'
import { openInflater } from './helm/inflate-chart.ts'
import { renderEstate } from './helm/render-estate.ts'
import { patchFiles } from './kustomize.ts'
import { buildEstate, namerOf } from './kustomize/build-estate.ts'
import { DEFAULT_INTAKE_LIMITS, type IntakeLimits } from './limits.ts'
import { joinMade, type Made } from './made.ts'
import { isKustomizationName, isTerraformName } from './manifest-name.ts'
import { tooLarge } from './read-bytes.ts'
import {
  examineBytes,
  readManifest,
  unexamined,
  type Manifest,
  type ManifestOptions,
} from './read-manifest.ts'
import { systemFault } from './system-fault.ts'
import { readTerraform } from './terraform/read-terraform.ts'

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
  /** What charts are rendered with, each time anew; their defaults when nothing is said. */
  readonly charts?: readonly ChartInputs[] | undefined
  /** What is known of packages; without it they are not examined. */
  readonly advisories?: Advisories | undefined
  /** Files of variables that Terraform is evaluated with, as typed; a later one over those before it. */
  readonly variableFiles?: readonly string[] | undefined
  /** What some files would say, of which some may not be there yet: charts, kustomizations and Terraform are read so. */
  readonly drafts?: Drafts | undefined
  /** Connections that are declared to be meant. */
  readonly declared?: readonly DeclaredConnection[] | undefined
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
  const overlays = buildOverlays(request, found, limits)
  // A chart that a kustomization inflates is there with the values of that kustomization, and not with its own.
  const unbuilt = found.files.filter(({ path }) => !overlays.made.used.has(path))
  const charts = renderEstate({ ...request, files: unbuilt, limits })
  const made = joinMade(overlays.made, charts.made)
  const rest = found.files.filter(({ path }) => !made.used.has(path))
  const terraform = readTerraform(
    rest.filter(({ name }) => isTerraformName(name)),
    {
      maxFileBytes: limits.maxFileBytes,
      roots: found.roots,
      boundaries: boundariesOf(request.targets, request.workingFolder),
      nameOf: namerOf(found.files, request.workingFolder),
      variableFiles: (request.variableFiles ?? []).map((file) =>
        resolve(request.workingFolder, file),
      ),
      drafts: request.drafts,
    },
  )
  const files = rest.filter(({ name }) => !isTerraformName(name))
  const patches = patchFiles(kustomizedFolders(found), limits.maxFileBytes)
  const options = { limits, patches, roots: found.roots }
  const manifests = chain(manifestsOf(request, { ...found, files }, options), terraform.manifests)
  return assemble(request, {
    manifests: bounded(manifests, limits),
    made,
    unreached: found.faults,
    modules: terraform,
    charts: { ...charts, vias: [...overlays.charts, ...charts.vias] },
  })
}

function buildOverlays(
  { targets, workingFolder, kubernetes, drafts }: EstateRequest,
  { files }: FoundFiles,
  { maxListDepth }: IntakeLimits,
): { readonly made: Made; readonly charts: readonly Via[] } {
  const boundaries = boundariesOf(targets, workingFolder)
  const nameOf = namerOf(files, workingFolder)
  const { render, vias } = openInflater({ kubernetes, nameOf, drafts })
  const made = buildEstate({ files, boundaries, nameOf, maxListDepth, renderChart: render, drafts })
  return { made, charts: vias }
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

function tooMuch(at: string, maxCharacters: number): Fault {
  return {
    code: 'INTAKE_TOO_LARGE',
    at,
    message: `The estate is larger than ${Math.round(maxCharacters / 1024 / 1024)} MiB; from here on it was not examined.`,
    remedy: 'Scan its folders one by one.',
  }
}
