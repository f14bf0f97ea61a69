import type { Fault } from '../../base/fault.ts'
import { isWithin } from '../targets.ts'
import { absorb } from './absorbing.ts'
import { joined, NOTHING, withFault, withItems, type Accumulation } from './accumulation.ts'
import { configIn, mergeConfigs } from './config.ts'
import { generate, type Generator } from './generators.ts'
import { chartRequests, inflate } from './helm-charts.ts'
import { inlineNodes } from './inline-nodes.ts'
import { itemOf } from './item.ts'
import { readKustomization, type Kustomization } from './kustomization.ts'
import type { MergeTable } from './merge-schema.ts'
import { itemsOf, memberNode, textOf, type Node } from './node.ts'
import { areObjects, objectsIn } from './objects.ts'
import { unfollowedSchemas } from './openapi.ts'
import type { PatchPlace } from './patches.ts'
import { generatorIn, runTransformer } from './plugins.ts'
import { faultFor, refuse } from './refusal.ts'
import { isRemote } from './remote.ts'
import { transform } from './transformers.ts'
import { addVariables } from './variables.ts'
import { weightOf } from './weight.ts'
import { documentsAt, filePath, folderPath, isFile, type Workshop } from './workshop.ts'

/** One build: what it shares with others, and how far it went. */
export interface Build {
  readonly workshop: Workshop
  /** The folders that are being built, outermost first. */
  readonly open: readonly string[]
  readonly passed: { folders: number; weight: number }
  readonly table: MergeTable
}

/** A build that has not begun. */
export function startBuild(workshop: Workshop, table: MergeTable): Build {
  return { workshop, open: [], passed: { folders: 0, weight: 0 }, table }
}

/** Gathers and changes all that the kustomization in `folder` names; names of others do not follow yet. */
export function accumulate(
  build: Build,
  kustomization: Kustomization,
  given: Accumulation,
): Accumulation {
  const inside = { ...build, open: [...build.open, kustomization.folder] }
  const step = { build: inside, kustomization }
  let current = addResources(step, given, [...fields(step, 'resources'), ...fields(step, 'bases')])
  current = addConfigurations(step, current)
  current = addGenerated(step, current)
  for (const node of fields(step, 'components')) current = addComponent(step, current, node)
  bounded(step, current)
  current = transform(current, kustomization.node, placeOf(step, current))
  current = addTransformed(step, current)
  const vars = memberNode(kustomization.node, 'vars')
  return { ...current, ...addVariables(current.items, current.variables, vars) }
}

interface Step {
  readonly build: Build
  readonly kustomization: Kustomization
}

function fields({ kustomization }: Step, key: string): readonly Node[] {
  return itemsOf(memberNode(kustomization.node, key))
}

function placeOf({ build, kustomization }: Step, { faults }: Accumulation): PatchPlace {
  const { workshop, table } = build
  return { workshop, folder: kustomization.folder, table, isPartial: faults.length > 0 }
}

function addResources(step: Step, given: Accumulation, nodes: readonly Node[]): Accumulation {
  return nodes.reduce((current, node) => addResource(step, current, node), given)
}

function addResource(
  { build, kustomization }: Step,
  given: Accumulation,
  node: Node,
): Accumulation {
  const path = textOf(node)
  const { workshop } = build
  const { folder } = kustomization
  if (isFile(folder, path)) {
    const documents = documentsAt(workshop, filePath(folder, path, node.origin))
    return withItems(
      given,
      objectsIn(documents).map((object) => itemOf(object)),
    )
  }
  if (isRemote(path)) return withFault(given, remote(node))
  const other = readOther(build, folder, node)
  if (other.isComponent) {
    refuse(node.origin, {
      message: `The folder "${path}" holds a component.`,
      remedy: 'Name it under `components`.',
    })
  }
  return joined(given, accumulate(build, other, NOTHING))
}

function readOther(build: Build, folder: string, node: Node): Kustomization {
  const { workshop, open, passed } = build
  const path = folderPath(workshop, folder, textOf(node), node.origin)
  if (open.some((one) => isWithin(path, one))) {
    refuse(node.origin, {
      message: `The folder "${textOf(node)}" is being built already: kustomizations lead in a circle.`,
      remedy: 'Take this line away.',
    })
  }
  if (++passed.folders > workshop.limits.maxFolders) {
    refuse(node.origin, {
      code: 'INTAKE_TOO_MANY',
      message: `This build uses more than ${workshop.limits.maxFolders} folders.`,
      remedy: 'Scan its parts one by one.',
    })
  }
  return readKustomization(workshop, path, node.origin)
}

function addComponent(
  { build, kustomization }: Step,
  given: Accumulation,
  node: Node,
): Accumulation {
  if (isRemote(textOf(node))) return withFault(given, remote(node))
  const other = readOther(build, kustomization.folder, node)
  if (!other.isComponent) {
    refuse(node.origin, {
      message: `The folder "${textOf(node)}" holds no component.`,
      remedy: 'Name it under `resources`, or let it say `kind: Component`.',
    })
  }
  return accumulate(build, other, given)
}

function remote(node: Node): Fault {
  return faultFor(node.origin, {
    code: 'INTAKE_REMOTE',
    message: 'This comes from the network, which a scan never asks, so it was not examined.',
    remedy:
      'Build the kustomization yourself and scan the output: kustomize build … | portolan scan -',
  })
}

function addConfigurations(step: Step, given: Accumulation): Accumulation {
  const { workshop } = step.build
  const documents = fields(step, 'configurations').flatMap((node) =>
    documentsAt(workshop, filePath(step.kustomization.folder, textOf(node), node.origin)),
  )
  const config = documents.reduce(
    (current, document) => mergeConfigs(current, configIn(document)),
    given.config,
  )
  const unfollowed = unfollowedSchemas(workshop, step.kustomization)
  return { ...given, config, faults: [...given.faults, ...unfollowed] }
}

function addGenerated(step: Step, given: Accumulation): Accumulation {
  const { build, kustomization } = step
  const options = memberNode(kustomization.node, 'generatorOptions')
  const own = (field: string, kind: Generator['kind']): readonly Generator[] =>
    fields(step, field).map((entry) => ({ kind, entry, options }))
  let current = absorbAll(step, given, own('configMapGenerator', 'ConfigMap'))
  current = absorbAll(step, current, own('secretGenerator', 'Secret'))
  for (const request of chartRequests(kustomization.node, kustomization.folder)) {
    const { items, faults } = inflate(build.workshop, request)
    current = withItems({ ...current, faults: [...current.faults, ...faults] }, items)
  }
  const plugins = pluginsIn(step, 'generators')
  const asked = plugins.items.map(({ node }) => generatorIn(node))
  current = { ...current, faults: [...current.faults, ...plugins.faults] }
  for (const one of asked) {
    current = 'code' in one ? withFault(current, one) : absorbAll(step, current, [one])
  }
  return current
}

function absorbAll(
  { build, kustomization }: Step,
  given: Accumulation,
  generators: readonly Generator[],
): Accumulation {
  return generators.reduce((current, generator) => {
    const { item, faults } = generate(build.workshop, kustomization.folder, generator)
    return {
      ...current,
      items: absorb(current.items, item),
      faults: [...current.faults, ...faults],
    }
  }, given)
}

function addTransformed(step: Step, given: Accumulation): Accumulation {
  const plugins = pluginsIn(step, 'transformers')
  let current: Accumulation = { ...given, faults: [...given.faults, ...plugins.faults] }
  for (const { node } of plugins.items) {
    const { items, faults } = runTransformer(current.items, node, placeOf(step, current))
    current = { ...current, items, faults: [...current.faults, ...faults] }
  }
  return current
}

// Configurations of plug-ins are written out, or in files, or are themselves the outcome of a build.
function pluginsIn(step: Step, key: 'generators' | 'transformers'): Accumulation {
  let current = NOTHING
  for (const node of fields(step, key)) {
    const inline = textOf(node).includes('\n') ? inlineNodes(node) : []
    current =
      inline.length > 0 && areObjects(inline)
        ? withItems(
            current,
            objectsIn(inline).map((object) => itemOf(object)),
          )
        : addResource(step, current, node)
  }
  return current
}

function bounded({ build, kustomization }: Step, { items }: Accumulation): void {
  const { maxObjects, maxWeight } = build.workshop.limits
  for (const { node } of items) build.passed.weight += weightOf(node)
  if (items.length <= maxObjects && build.passed.weight <= maxWeight) return
  refuse(kustomization.node.origin, {
    code: 'INTAKE_TOO_MANY',
    message: 'This build makes more objects, or larger ones, than a scan can hold.',
    remedy: 'Scan its parts one by one.',
  })
}
