import { isUtf8 } from 'node:buffer'
import { existsSync, realpathSync, statSync } from 'node:fs'
import { isAbsolute, join, resolve } from 'node:path'
import type { Fault } from '../../base/fault.ts'
import type { Mark } from '../../model/making.ts'
import type { Source } from '../../model/source.ts'
import { draftedBytes, NO_DRAFTS, type Drafts } from '../drafts.ts'
import { systemFault } from '../system-fault.ts'
import { isWithin } from '../targets.ts'
import { readYaml } from '../yaml/read-yaml.ts'
import type { RenderChart } from './chart.ts'
import { nodesOf, verbatimIn } from './from-document.ts'
import type { Node } from './node.ts'
import { refuse, refusalFor } from './refusal.ts'

/** How much one build may take; beyond it ends with a fault. */
export interface BuildLimits {
  readonly maxFileBytes: number
  /** Folders that are built, each as often as it is used. */
  readonly maxFolders: number
  /** Objects that are alive at once. */
  readonly maxObjects: number
  /** Nodes of the objects of one build, counted in every folder that they pass. */
  readonly maxWeight: number
  /** Characters of all files that are read for builds. */
  readonly maxCharacters: number
}

/** Far above real builds: the largest public one uses some 200 folders and 1,000 objects. */
const DEFAULT_BUILD_LIMITS: BuildLimits = {
  maxFileBytes: 16 * 1024 * 1024,
  maxFolders: 2000,
  maxObjects: 20_000,
  maxWeight: 20_000_000,
  maxCharacters: 64 * 1024 * 1024,
}

/** A file of a build. `text` is undefined for one that is no UTF-8. */
export interface Material {
  readonly source: Source
  readonly text: string | undefined
  readonly base64: () => string
}

/** What builds share: the files they read, each once, and how far they may go. */
export interface Workshop {
  readonly limits: BuildLimits
  /** The folders that nothing may lead out of. */
  readonly boundaries: readonly string[]
  /** The name of a path as the user sees it. */
  readonly nameOf: (path: string) => string
  readonly renderChart: RenderChart | undefined
  readonly drafts: Drafts
  readonly materials: Map<string, Material>
  readonly documents: Map<string, readonly Node[]>
  /** The paths of the files that the present build has used. */
  readonly used: Set<string>
  /** Characters that were read so far. */
  readonly spent: { characters: number }
}

/** A workshop without any files yet. */
export function openWorkshop(
  options: Pick<Workshop, 'boundaries' | 'nameOf' | 'renderChart'> & {
    readonly limits?: BuildLimits
    readonly drafts?: Drafts | undefined
  },
): Workshop {
  return {
    limits: options.limits ?? DEFAULT_BUILD_LIMITS,
    boundaries: options.boundaries,
    nameOf: options.nameOf,
    renderChart: options.renderChart,
    drafts: options.drafts ?? NO_DRAFTS,
    materials: new Map(),
    documents: new Map(),
    used: new Set(),
    spent: { characters: 0 },
  }
}

/** The same workshop for another build, whose files are noted apart. */
export function withLedger(workshop: Workshop): Workshop {
  return { ...workshop, used: new Set() }
}

/**
 * The real path of a file that a kustomization in `folder` names, which has to be in or below it as Kustomize itself
 * demands. What is not there ends the build for what stands at `said`.
 */
export function filePath(folder: string, name: string, said: Mark): string {
  const path = isAbsolute(name) ? name : resolve(folder, name)
  const real = realPath(path, name, said)
  if (isWithin(folder, real)) return real
  return refuse(said, {
    code: 'INTAKE_OUTSIDE_ROOT',
    message: `The file "${name}" is not in or below the folder of the kustomization, so it was not read.`,
    remedy: 'Move it there: Kustomize refuses it too.',
  })
}

/** The real path of another folder that is built, which may be anywhere inside the boundaries. */
export function folderPath(workshop: Workshop, folder: string, name: string, said: Mark): string {
  const real = realPath(resolve(folder, name), name, said)
  if (workshop.boundaries.some((boundary) => isWithin(boundary, real))) return real
  return refuse(said, {
    code: 'INTAKE_OUTSIDE_ROOT',
    message: `The folder "${name}" is outside of what is scanned, so it was not read.`,
    remedy: 'Name it as a target too.',
  })
}

function realPath(path: string, name: string, said: Mark): string {
  try {
    return realpathSync(path)
  } catch (error) {
    const { message } = systemFault(error, name)
    return refuse(said, {
      message: existsSync(path) ? message : `There is no "${name}" here.`,
      remedy: 'Check the spelling; paths begin at the folder of the kustomization.',
    })
  }
}

/** The real path of a folder, or undefined when there is none. */
export function realFolder(path: string): string | undefined {
  const stat = statSync(path, { throwIfNoEntry: false })
  return stat?.isDirectory() === true ? realpathSync(path) : undefined
}

/** Whether a path leads to a file, and not to a folder or nowhere. */
export function isFile(folder: string, name: string): boolean {
  const stat = statSync(join(isAbsolute(name) ? '/' : folder, name), { throwIfNoEntry: false })
  return stat?.isFile() === true
}

/** The content of the file at a real path. */
export function materialAt(workshop: Workshop, path: string): Material {
  workshop.used.add(path)
  const known = workshop.materials.get(path)
  if (known !== undefined) return known
  const { limits, spent, drafts } = workshop
  const name = workshop.nameOf(path)
  const bytes = draftedBytes({ path, at: name, maxBytes: limits.maxFileBytes }, drafts)
  if (!bytes.ok) throw refusalFor(bytes.fault)
  spent.characters += bytes.value.length
  if (spent.characters > limits.maxCharacters) throw refusalFor(tooMuch(name, limits))
  const material = materialOf(name, bytes.value)
  workshop.materials.set(path, material)
  return material
}

/** Notes a file that somebody else has read for the present build. */
export function addMaterial(workshop: Workshop, path: string, source: Source): void {
  workshop.used.add(path)
  if (workshop.materials.has(path)) return
  const base64 = (): string => Buffer.from(source.text, 'utf8').toString('base64')
  workshop.materials.set(path, { source, text: source.text, base64 })
}

function materialOf(file: string, bytes: Buffer): Material {
  if (isUtf8(bytes)) {
    const text = bytes.toString('utf8')
    const base64 = (): string => Buffer.from(text, 'utf8').toString('base64')
    return { source: { file, text }, text, base64 }
  }
  // The bytes are only lent.
  const kept = bytes.toString('base64')
  return { source: { file, text: '' }, text: undefined, base64: () => kept }
}

/** The documents of the file at a real path, null ones left out. */
export function documentsAt(workshop: Workshop, path: string): readonly Node[] {
  workshop.used.add(path)
  const known = workshop.documents.get(path)
  if (known !== undefined) return known
  const { source } = materialAt(workshop, path)
  const { documents, faults } = readYaml(source)
  const [fault] = faults
  if (fault !== undefined) throw refusalFor(fault)
  const nodes = documents.map((document) => nodesOf(document, verbatimIn(source)))
  workshop.documents.set(path, nodes)
  return nodes
}

function tooMuch(at: string, { maxCharacters }: BuildLimits): Fault {
  return {
    code: 'INTAKE_TOO_LARGE',
    at,
    message: `The kustomizations use more than ${Math.round(maxCharacters / 1024 / 1024)} MiB of files.`,
    remedy: 'Scan their folders one by one.',
  }
}
