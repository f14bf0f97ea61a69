import type { Accumulation } from './accumulation.ts'
import type { Config } from './config.ts'
import { changeImages } from './images.ts'
import type { Item } from './item.ts'
import { addLabels, addPairs } from './labelling.ts'
import { moveToNamespace } from './namespacing.ts'
import { affixNames } from './naming.ts'
import { isNull, itemsOf, memberNode, textOf, type Node } from './node.ts'
import { applyJsonEntry, applyMergePatch, applyPatch, type PatchPlace } from './patches.ts'
import { replacementsIn } from './replacement-files.ts'
import { applyReplacement } from './replacements.ts'
import { setReplicas } from './replicas.ts'

type Step = (
  items: readonly Item[],
  field: Node,
  config: Config,
  place: PatchPlace,
) => readonly Item[]

// In the order in which Kustomize takes them, whatever that of the file.
const STEPS: readonly (readonly [field: string, step: Step])[] = [
  ['patchesStrategicMerge', each((items, entry, _, place) => applyMergePatch(items, entry, place))],
  ['patches', each((items, entry, _, place) => applyPatch(items, entry, place))],
  ['namespace', (items, said, { tables }) => moveToNamespace(items, said, tables.namespace)],
  [
    'namePrefix',
    (items, said, { tables }) => affixNames(items, { kind: 'prefix', said }, tables.namePrefix),
  ],
  [
    'nameSuffix',
    (items, said, { tables }) => affixNames(items, { kind: 'suffix', said }, tables.nameSuffix),
  ],
  ['labels', addLabels],
  ['commonLabels', (items, pairs, { tables }) => addPairs(items, pairs, tables.commonLabels)],
  [
    'commonAnnotations',
    (items, pairs, { tables }) => addPairs(items, pairs, tables.commonAnnotations),
  ],
  ['patchesJson6902', each((items, entry, _, place) => applyJsonEntry(items, entry, place))],
  ['replicas', each((items, entry, { tables }) => setReplicas(items, entry, tables.replicas))],
  ['images', each((items, entry, { tables }) => changeImages(items, entry, tables.images))],
  ['imageTags', each((items, entry, { tables }) => changeImages(items, entry, tables.images))],
  [
    'replacements',
    each((items, entry, _, place) =>
      replacementsIn(entry, place).reduce((current, one) => applyReplacement(current, one), items),
    ),
  ],
]

function each(step: Step): Step {
  return (items, list, config, place) =>
    itemsOf(list).reduce((current, entry) => step(current, entry, config, place), items)
}

/** Does all that the fields of a kustomization ask to change. */
export function transform(
  accumulation: Accumulation,
  kustomization: Node,
  place: PatchPlace,
): Accumulation {
  let { items } = accumulation
  for (const [key, step] of STEPS) {
    const field = memberNode(kustomization, key)
    if (field === undefined || isNull(field)) continue
    if (field.kind === 'scalar' && textOf(field) === '') continue
    items = step(items, field, accumulation.config, place)
  }
  return { ...accumulation, items }
}
