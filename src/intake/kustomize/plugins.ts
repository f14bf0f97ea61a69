import type { Fault } from '../../base/fault.ts'
import { specOf, type Config } from './config.ts'
import type { Generator } from './generators.ts'
import { changeImages } from './images.ts'
import type { Item } from './item.ts'
import { addPairs } from './labelling.ts'
import { moveToNamespace, type NamespaceOptions } from './namespacing.ts'
import { affixNames } from './naming.ts'
import { itemsOf, memberNode, nodeAt, textOf, withMember, type Node } from './node.ts'
import { applyJsonEntry, applyMergePatch, applyPatch, type PatchPlace } from './patches.ts'
import { faultFor } from './refusal.ts'
import { replacementsIn } from './replacement-files.ts'
import { applyReplacement } from './replacements.ts'
import { setReplicas } from './replicas.ts'
import { kindOf } from './resource-id.ts'

/** What the configuration of a plug-in asks for, in the fields of its kind. */
type Step = (items: readonly Item[], plugin: Node, place: PatchPlace) => readonly Item[]

// Source: sigs.k8s.io/kustomize, api/internal/builtins: unlike the fields of a kustomization, these have no field
// specifications but their own.
const STEPS: Readonly<Record<string, Step>> = {
  AnnotationsTransformer: (items, plugin) =>
    addPairs(items, memberNode(plugin, 'annotations'), specsIn(plugin)),
  LabelTransformer: (items, plugin) =>
    addPairs(items, memberNode(plugin, 'labels'), specsIn(plugin)),
  NamespaceTransformer: (items, plugin) => {
    const said = nodeAt(plugin, ['metadata', 'namespace'])
    if (said === undefined) return items
    return moveToNamespace(items, said, specsIn(plugin), namespaceOptions(plugin))
  },
  PrefixTransformer: (items, plugin) => affixed(items, plugin, 'prefix'),
  SuffixTransformer: (items, plugin) => affixed(items, plugin, 'suffix'),
  PrefixSuffixTransformer: (items, plugin) =>
    affixed(affixed(items, plugin, 'prefix'), plugin, 'suffix'),
  ImageTagTransformer: (items, plugin) => {
    const image = memberNode(plugin, 'imageTag')
    return image === undefined ? items : changeImages(items, image, specsIn(plugin))
  },
  ReplicaCountTransformer: (items, plugin) => {
    const replica = memberNode(plugin, 'replica')
    return replica === undefined ? items : setReplicas(items, replica, specsIn(plugin))
  },
  PatchTransformer: (items, plugin, place) => applyPatch(items, plugin, place),
  PatchJson6902Transformer: (items, plugin, place) => applyJsonEntry(items, plugin, place),
  PatchStrategicMergeTransformer: (items, plugin, place) => {
    const inline = memberNode(plugin, 'patches')
    const entries = [
      ...itemsOf(memberNode(plugin, 'paths')),
      ...(inline === undefined ? [] : [inline]),
    ]
    return entries.reduce((current, entry) => applyMergePatch(current, entry, place), items)
  },
  ReplacementTransformer: (items, plugin, place) =>
    itemsOf(memberNode(plugin, 'replacements'))
      .flatMap((entry) => replacementsIn(entry, place))
      .reduce((current, replacement) => applyReplacement(current, replacement), items),
}

/** What a transformer did, or why it was left out. */
export interface Transformed {
  readonly items: readonly Item[]
  readonly faults: readonly Fault[]
}

/** Does what the configuration of a transformer asks for, if Kustomize has it built in. */
export function runTransformer(
  items: readonly Item[],
  plugin: Node,
  place: PatchPlace,
): Transformed {
  const step = isBuiltIn(plugin) ? STEPS[kindOf(plugin)] : undefined
  if (step === undefined) return { items, faults: [foreign(plugin)] }
  return { items: step(items, plugin, place), faults: [] }
}

/** The generator that a configuration asks for, or the fault of one that is a program of its own. */
export function generatorIn(plugin: Node): Generator | Fault {
  const kind = kindOf(plugin)
  const isOurs = kind === 'ConfigMapGenerator' || kind === 'SecretGenerator'
  if (!isBuiltIn(plugin) || !isOurs || plugin.kind !== 'mapping') return foreign(plugin)
  let entry = plugin
  for (const key of ['name', 'namespace']) {
    const value = memberNode(plugin, key) ?? nodeAt(plugin, ['metadata', key])
    if (value !== undefined) entry = withMember(entry, key, value)
  }
  return { kind: kind === 'SecretGenerator' ? 'Secret' : 'ConfigMap', entry, options: undefined }
}

/** Whether a configuration is for what is part of Kustomize itself. */
function isBuiltIn(plugin: Node): boolean {
  return textOf(memberNode(plugin, 'apiVersion')) === 'builtin'
}

/** The fault of a plug-in that is a program of its own. */
function foreign(plugin: Node): Fault {
  return faultFor(plugin.origin, {
    code: 'INTAKE_PLUGIN',
    message: `${kindOf(plugin) || 'This'} is a plug-in, which a scan never runs: what it makes or changes is not known.`,
    remedy:
      'Build the kustomization yourself and scan the output: kustomize build … | portolan scan -',
  })
}

function specsIn(plugin: Node): Config['tables']['labels'] {
  return itemsOf(memberNode(plugin, 'fieldSpecs')).map(specOf)
}

function affixed(items: readonly Item[], plugin: Node, kind: 'prefix' | 'suffix'): readonly Item[] {
  const said = memberNode(plugin, kind)
  return said === undefined ? items : affixNames(items, { kind, said }, specsIn(plugin))
}

function namespaceOptions(plugin: Node): NamespaceOptions {
  const subjects = textOf(memberNode(plugin, 'setRoleBindingSubjects'))
  return {
    subjects: subjects === 'allServiceAccounts' || subjects === 'none' ? subjects : 'defaultOnly',
    isUnsetOnly: textOf(memberNode(plugin, 'unsetOnly')) === 'true',
  }
}
