import type { Fault } from '../../base/fault.ts'
import type { Document } from '../../model/document.ts'
import type { Making, Via } from '../../model/making.ts'
import { resourceOf, type Resource } from '../../model/resource.ts'
import { EXHAUSTED, type Scope } from './evaluate/scope.ts'
import { kubernetesObjects } from './kubernetes/kubernetes-objects.ts'
import type { ModuleFolder } from './module/folder.ts'
import type { Module } from './module/memo.ts'
import { childOf, expansionOf, rootModule, scopeIn } from './module/module.ts'
import { complain, type Run } from './module/run.ts'
import { attributeIn, labelOf, type Section } from './module/section.ts'
import { sketchDocument } from './objects/sketch-document.ts'
import { sketchFile } from './objects/sketch-file.ts'
import { sketchObject } from './objects/sketch-object.ts'
import type { Sketch } from './objects/sketch.ts'

/** What a root module and all that it calls come to. */
export interface ModuleReading {
  readonly resources: readonly Resource[]
  readonly faults: readonly Fault[]
  /** The calls of modules that could not be read, and the instances that were too many. */
  readonly folders: ReadonlySet<ModuleFolder>
  readonly via: Via
}

/** What reading a module depends on besides its files. */
export interface ModuleOptions extends Pick<Run, 'folderAt' | 'readFile' | 'budget'> {
  /** The folders whose variables, outputs and settings are told already: they are the same for every call. */
  readonly described: Set<ModuleFolder>
}

/** Evaluates a root module. Throws nothing; what would take forever becomes a fault. */
export function readModule(
  root: ModuleFolder,
  { folderAt, readFile, budget, described }: ModuleOptions,
): ModuleReading {
  const run: Run = {
    root,
    folderAt,
    readFile,
    budget,
    faults: [],
    told: new Set(),
    instances: 0,
  }
  const via = { maker: 'terraform', target: root.name || '.', inputs: root.valueFiles } as const
  const reading: Reading = { documents: [], folders: new Set() }
  if (root.lock !== undefined)
    reading.documents.push(sketchDocument(sketchFile(root.lock, 'lock'), via))
  budget.depth = 0
  try {
    readInstance(rootModule(run), reading, { via, described })
  } catch (error) {
    if (error !== EXHAUSTED) throw error
    tellExhausted(run)
  }
  const { documents, folders } = reading
  return { resources: documents.map(resourceOf), folders, faults: run.faults, via }
}

interface Reading {
  readonly documents: Document[]
  readonly folders: Set<ModuleFolder>
}

function tellExhausted(run: Run): void {
  const [source] = run.root.sources
  if (source === undefined) return
  complain(run, source, 0, {
    code: 'INTAKE_TOO_MANY',
    message:
      'This module takes more work to evaluate than any real one, so it was not examined to its end.',
    remedy: 'Scan the plan instead: terraform show -json PLANFILE | portolan scan -',
  })
}

function readInstance(
  module: Module,
  reading: Reading,
  terms: Pick<ModuleOptions, 'described'> & Pick<Making, 'via'>,
): void {
  const isNew = !terms.described.has(module.folder)
  terms.described.add(module.folder)
  reading.folders.add(module.folder)
  const add = (sketch: Sketch): void => {
    reading.documents.push(sketchDocument(sketch, terms.via))
  }
  for (const { section, kind, name, scope } of objectsOf(module, isNew)) {
    const own = sketchObject(section, scope, { kind, name })
    const objects = kubernetesObjects(own, section)
    for (const object of objects ?? [own]) add(object)
  }
  for (const section of module.folder.sections.get('module') ?? []) {
    for (const { suffix, scope } of expansionOf(module, section).instances) {
      const child = childOf(module, section, suffix, scope)
      if (child !== undefined) readInstance(child, reading, terms)
    }
  }
}

interface Named {
  readonly section: Section
  readonly kind: string
  readonly name: string
  readonly scope: Scope
}

function* objectsOf(module: Module, isNew: boolean): Generator<Named, void> {
  const { folder, prefix } = module
  for (const [mode, sections] of folder.sections) {
    const isResource = mode === 'resource'
    const isInstanced = isResource || mode === 'data' || mode === 'module'
    if (!isInstanced && !(isNew && PLAIN.has(mode))) continue
    for (const section of sections) {
      if (mode === 'variable' && !hasText(section)) continue
      const kind = kindOf(mode, section)
      const base = prefix + (labelOf(section, section.block.labels.length - 1) || mode)
      if (!isInstanced) {
        yield { section, kind, name: base, scope: scopeIn(module, section.source) }
        continue
      }
      for (const { suffix, scope } of expansionOf(module, section).instances) {
        yield { section, kind, name: base + suffix, scope }
      }
    }
  }
}

// Half of what modules write are variables, and all that can be wrong with one is a secret for a default.
function hasText(section: Section): boolean {
  const value = attributeIn(section, 'default')?.attribute.value
  return value !== undefined && (value.kind !== 'literal' || isText(value.value))
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== ''
}

const PLAIN: ReadonlySet<string> = new Set(['provider', 'terraform', 'variable', 'output'])

function kindOf(mode: string, section: Section): string {
  if (mode === 'resource') return labelOf(section, 0)
  return mode === 'data' ? `data.${labelOf(section, 0)}` : mode
}
