import { basename } from 'node:path'
import type { Fault } from '../base/fault.ts'
import type { Document } from '../model/document.ts'
import { spanOf } from '../model/document.ts'
import { isMapping } from '../model/part.ts'
import { resourceOf, type Resource } from '../model/resource.ts'
import type { Source } from '../model/source.ts'
import { isComposeName } from './compose/compose-name.ts'
import { composeServices } from './compose/compose-services.ts'
import { concerningFaults } from './concerning-faults.ts'
import { decodeText, guessText } from './decode-text.ts'
import { buildContext } from './dockerfile/build-context.ts'
import { isDockerfileName } from './dockerfile/dockerfile-name.ts'
import { readDockerfile } from './dockerfile/read-dockerfile.ts'
import { gatherObjects } from './gather-objects.ts'
import type { IntakeLimits } from './limits.ts'
import { lockFileIn } from './lockfile/lock-file-in.ts'
import { isLockName } from './lockfile/lock-name.ts'
import { isYamlName } from './manifest-name.ts'
import { mayHoldObjects } from './may-hold-objects.ts'
import { missed, noted, type Mishap } from './mishap.ts'
import { readBytes, readStart } from './read-bytes.ts'
import { isSettingsPlace, mayBeSettings } from './settings/settings-file.ts'
import { mayBeUnit, readUnit } from './systemd/read-unit.ts'
import { isOurUnit, isUnitName } from './systemd/unit-name.ts'
import type { FoundFile } from './targets.ts'
import { chartTemplate } from './template-hole.ts'
import { isPlan, readPlan } from './terraform/plan/read-plan.ts'
import { readYaml } from './yaml/read-yaml.ts'
import { faultAt } from './yaml/yaml-fault.ts'

/** What one file gave. `source` is undefined when it holds nothing for us, or could not be examined at all. */
export interface Manifest {
  readonly source: Source | undefined
  /** How many of its documents were examined. */
  readonly documents: number
  readonly resources: readonly Resource[]
  readonly mishaps: readonly Mishap[]
}

/** What reading a file depends on besides the file. */
export interface ManifestOptions {
  readonly limits: IntakeLimits
  /** The files that are patches. */
  readonly patches: ReadonlySet<string>
  /** The folders outside of which nothing is read, whatever files refer to. */
  readonly roots: readonly string[]
}

const UNRELATED: Manifest = { source: undefined, documents: 0, resources: [], mishaps: [] }

/** Reads a file and tells its objects from everything else. Never throws for what the file holds. */
export function readManifest(file: FoundFile, options: ManifestOptions): Manifest {
  const bytes = readBytes(file.path, file.name, options.limits.maxFileBytes)
  if (bytes.ok) return examineBytes(bytes.value, file, options)
  const isOthers = isStrangeUnit(file) || isBulkyData(file, bytes.fault)
  return isOthers ? UNRELATED : unexamined(bytes.fault)
}

/** Tells the objects in `bytes`, the content of `file`, from everything else. */
export function examineBytes(bytes: Buffer, file: FoundFile, options: ManifestOptions): Manifest {
  const text = decodeText(bytes, file.name)
  if (text.ok) return examine({ file: file.name, text: text.value }, file, options)
  const isOurs =
    file.isExpected ||
    isOurUnit(file.path) ||
    isLockName(basename(file.path)) ||
    (isYamlName(file.name) && text.fault.code === 'INTAKE_BINARY')
  return isOurs || mayHoldObjects(guessText(bytes)) ? unexamined(text.fault) : UNRELATED
}

// Units and their additions share their endings with the configuration of everything else.
function isStrangeUnit({ path }: FoundFile): boolean {
  return isUnitName(path) && !isOurUnit(path)
}

// Repositories hold large dumps in JSON. What `kubectl` writes tells what it is in its first lines.
function isBulkyData(file: FoundFile, fault: Fault): boolean {
  if (file.isExpected || fault.code !== 'INTAKE_TOO_LARGE' || isYamlName(file.name)) return false
  const start = readStart(file.path, file.name, START_BYTES)
  return start.ok && !mayHoldObjects(guessText(start.value))
}

const START_BYTES = 64 * 1024

function examine(source: Source, file: FoundFile, options: ManifestOptions): Manifest {
  if (isDockerfileName(basename(file.path))) return examineDockerfile(source, file)
  const packages = isLockName(basename(file.path))
    ? examineLockFile(source, file, options)
    : UNRELATED
  if (packages !== UNRELATED) return packages
  if (isUnitName(file.path) && mayBeUnit(source.text)) return examineUnit(source)
  const hole = file.chart === undefined ? -1 : source.text.indexOf('{{')
  if (hole !== -1) return unexamined(chartTemplate(source, hole, file.chart ?? '.'))
  const plan = isPlan(source.text) ? readPlan(source) : undefined
  if (plan !== undefined) return plan
  return examineYaml(source, file, options)
}

function examineYaml(source: Source, file: FoundFile, options: ManifestOptions): Manifest {
  const isExpected = file.isExpected || isSettingsPlace(source.file)
  const mayBeOurs = mayHoldObjects(source.text) || mayBeSettings(source.text, source.file)
  const isCompose = isComposeName(basename(file.path))
  if (!isExpected && !isCompose && !mayBeOurs) return UNRELATED
  const { documents, faults } = readYaml(source)
  const services = isCompose ? documents.map(composeServices) : []
  if (services.some((each) => each?.length)) return composed(source, faults, services)
  const patch = options.patches.has(file.path)
    ? documents.find(({ value }) => isMapping(value))
    : undefined
  if (patch !== undefined) return unexamined(patchFault(patch))
  return gather(source, documents, faults, { isExpected, limits: options.limits })
}

// Under such a name stands much that is none, templates above all: only what has a FROM counts.
function examineDockerfile(source: Source, { isExpected, path }: FoundFile): Manifest {
  const context = buildContext(path, source.file)
  const { document, faults } = readDockerfile(source, context.ok ? context.value : undefined)
  const mishaps = faults.map((fault) => missed('files', fault))
  if (document === undefined && !isExpected) return UNRELATED
  if (document === undefined || mishaps.length > 0)
    return { ...UNRELATED, mishaps: mishaps.slice(0, 1) }
  const notes = context.ok ? [] : [noted(context.fault)]
  return { source, documents: 1, resources: [resourceOf(document)], mishaps: notes }
}

function examineLockFile(source: Source, file: FoundFile, { roots }: ManifestOptions): Manifest {
  const { resource, faults } = lockFileIn(source, file, roots)
  if (resource === undefined)
    return faults.length === 0
      ? UNRELATED
      : { ...UNRELATED, mishaps: faults.map((fault) => missed('files', fault)) }
  return { source, documents: 1, resources: [resource], mishaps: faults.map(noted) }
}

function composed(
  source: Source,
  faults: readonly Fault[],
  services: readonly (readonly Resource[] | undefined)[],
): Manifest {
  const resources = services.flatMap((each) => each ?? [])
  return { source, documents: services.length, resources, mishaps: faults.map(noted) }
}

function examineUnit(source: Source): Manifest {
  const unit = readUnit(source)
  if (unit === undefined) return UNRELATED
  return { source, documents: 1, resources: [unit], mishaps: [] }
}

function gather(
  source: Source,
  documents: readonly Document[],
  faults: readonly Fault[],
  { isExpected, limits }: { readonly isExpected: boolean; readonly limits: IntakeLimits },
): Manifest {
  const ours: Document[] = []
  const resources: Resource[] = []
  const mishaps: Mishap[] = []
  for (const document of documents) {
    const gathered = gatherObjects(document, limits.maxListDepth)
    if (gathered === undefined) continue
    ours.push(document)
    for (const resource of gathered.resources) resources.push(resource)
    for (const mishap of gathered.mishaps) mishaps.push(mishap)
  }
  const concerning = concerningFaults(source, faults, { isExpected, documents, ours })
  for (const mishap of concerning) mishaps.push(mishap)
  if (ours.length === 0 && mishaps.length === 0) return UNRELATED
  return { source, documents: ours.length, resources, mishaps }
}

/** The manifest of a file that could not be examined at all. */
export function unexamined(fault: Fault): Manifest {
  return { ...UNRELATED, mishaps: [missed('files', fault)] }
}

function patchFault({ source, layout, node }: Document): Fault {
  return faultAt(source, {
    code: 'INTAKE_PATCH',
    offset: spanOf(layout, node).start,
    message: 'This is a Kustomize patch, a part of an object only, so it was not judged alone.',
    remedy: 'Build the whole and scan the output: kustomize build FOLDER | portolan scan -',
  })
}
