import { inlineNodes } from './inline-nodes.ts'
import { itemsWithId, remembered, withMetadata, withoutTwins, type Item } from './item.ts'
import { applyJsonPatch, isJsonPatch } from './json-patch.ts'
import type { MergeTable } from './merge-schema.ts'
import { mergeObjects } from './merge.ts'
import {
  isNull,
  memberNode,
  nodeAt,
  textOf,
  withMember,
  withoutMember,
  type MappingNode,
  type Node,
} from './node.ts'
import { areObjects, objectsIn } from './objects.ts'
import { refuse } from './refusal.ts'
import { idOf, idText } from './resource-id.ts'
import { selectorOf } from './selector.ts'
import { documentsAt, filePath, isFile, materialAt, type Workshop } from './workshop.ts'

/** Where patches are read and what they meet. */
export interface PatchPlace {
  readonly workshop: Workshop
  readonly folder: string
  readonly table: MergeTable
  /** Whether parts of the build are missing, so that patches may be for objects that are not there. */
  readonly isPartial: boolean
}

/** Does what one entry of the field `patches` says. */
export function applyPatch(
  items: readonly Item[],
  entry: Node,
  place: PatchPlace,
): readonly Item[] {
  const documents = patchDocuments(entry, place)
  const options = memberNode(entry, 'options')
  const target = memberNode(entry, 'target')
  const [first] = documents
  if (first === undefined) return items
  if (isJsonPatch(first)) return applyOperations(items, first, { entry, target, isNoted: true })
  if (!areObjects(documents)) return neither(entry)
  const patches = objectsIn(documents).map((node) => ({
    node,
    mayRename: isTrue(options, 'allowNameChange'),
    mayChangeKind: isTrue(options, 'allowKindChange'),
  }))
  if (target === undefined || isNull(target)) {
    return patches.reduce((current, patch) => mergeById(current, patch, entry, place), items)
  }
  const [patch, ...more] = patches
  if (patch === undefined) return items
  return more.length > 0 ? several(entry) : mergeSelected(items, patch, target, place)
}

/** Does what one entry of the old field `patchesStrategicMerge` says: a patch, or the path of one. */
export function applyMergePatch(
  items: readonly Item[],
  entry: Node,
  place: PatchPlace,
): readonly Item[] {
  const documents = isFile(place.folder, textOf(entry))
    ? documentsAt(place.workshop, filePath(place.folder, textOf(entry), entry.origin))
    : inlineNodes(entry)
  if (!areObjects(documents)) return neither(entry)
  return objectsIn(documents)
    .map((node) => ({ node, mayRename: false, mayChangeKind: false }))
    .reduce((current, patch) => mergeById(current, patch, entry, place), items)
}

/** Does what one entry of the old field `patchesJson6902` says. */
export function applyJsonEntry(
  items: readonly Item[],
  entry: Node,
  place: PatchPlace,
): readonly Item[] {
  const [operations] = patchDocuments(entry, place)
  if (operations === undefined || !isJsonPatch(operations)) return neither(entry)
  const target = memberNode(entry, 'target')
  return applyOperations(items, operations, { entry, target, isNoted: false })
}

function isTrue(options: Node | undefined, key: string): boolean {
  const field = memberNode(options, key)
  return field?.kind === 'scalar' && field.value === true
}

function patchDocuments(entry: Node, { workshop, folder }: PatchPlace): readonly Node[] {
  const path = memberNode(entry, 'path')
  const patch = memberNode(entry, 'patch') ?? memberNode(entry, 'jsonOp')
  const isPath = textOf(path) !== ''
  if (isPath === (textOf(patch) !== '')) {
    return refuse(entry.origin, {
      message: 'A patch is either a path or written out.',
      remedy: 'Say one of `path` and `patch`.',
    })
  }
  if (path === undefined || !isPath) {
    return patch === undefined || isBrokenJson(textOf(patch).trim())
      ? neither(entry)
      : inlineNodes(patch)
  }
  const file = filePath(folder, textOf(path), path.origin)
  if (isBrokenJson(materialAt(workshop, file).text ?? '')) return neither(entry)
  return documentsAt(workshop, file)
}

// What begins with a bracket is read as JSON, and nothing else will do.
function isBrokenJson(text: string): boolean {
  if (!text.startsWith('[')) return false
  try {
    JSON.parse(text)
    return false
  } catch {
    return true
  }
}

interface Operations {
  readonly entry: Node
  readonly target: Node | undefined
  /** Whether the objects' identities are remembered, so that operations may rename them. */
  readonly isNoted: boolean
}

function applyOperations(
  items: readonly Item[],
  operations: Node,
  { entry, target, isNoted }: Operations,
): readonly Item[] {
  if (target === undefined) {
    return refuse(entry.origin, {
      message: 'A JSON patch has to say which objects it is for.',
      remedy: 'Add `target`.',
    })
  }
  const { selects } = selectorOf(target)
  return items.map((item) => {
    if (!selects(item)) return item
    const kept = isNoted ? remembered(item) : item
    return { ...kept, node: applyJsonPatch(kept.node, operations) }
  })
}

interface ObjectPatch {
  readonly node: MappingNode
  readonly mayRename: boolean
  readonly mayChangeKind: boolean
}

function mergeById(
  items: readonly Item[],
  patch: ObjectPatch,
  entry: Node,
  place: PatchPlace,
): readonly Item[] {
  const id = idOf(patch.node)
  const matching = itemsWithId(items, id)
  const [only] = matching
  if (matching.length === 0 && place.isPartial) return items
  if (only === undefined || matching.length > 1) {
    return refuse(entry.origin, {
      message: `${matching.length === 0 ? 'No object' : 'More than one object'} of the build is ${idText(id)}, which this patch is for.`,
      remedy: 'Check apiVersion, kind, name and namespace of the patch, or give it a target.',
    })
  }
  return items.flatMap((item) => (item === only ? merged(item, patch, place) : [item]))
}

function mergeSelected(
  items: readonly Item[],
  patch: ObjectPatch,
  target: Node,
  place: PatchPlace,
): readonly Item[] {
  const { selects } = selectorOf(target)
  const changed = items.flatMap((item) => {
    if (!selects(item)) return [item]
    const apiVersion = memberNode(item.node, 'apiVersion')
    const { node } = patch
    const same = apiVersion === undefined ? node : withMember(node, 'apiVersion', apiVersion)
    return merged(item, { ...patch, node: same }, place)
  })
  return withoutTwins(changed)
}

// The name, kind and namespace stay, unless the patch may change them.
function merged(item: Item, patch: ObjectPatch, { table }: PatchPlace): readonly Item[] {
  const { mayRename, mayChangeKind } = patch
  const kept = mayRename || mayChangeKind ? remembered(item) : item
  const node = mergeObjects(kept.node, patch.node, table)
  if (node === undefined || node.members.size === 0) return []
  const kind = memberNode(kept.node, 'kind')
  const withKind = kind === undefined || mayChangeKind ? node : withMember(node, 'kind', kind)
  const named = withMetadata(withKind, (metadata) => {
    const namespaced = restored(metadata, kept.node, 'namespace')
    return mayRename ? namespaced : restored(namespaced, kept.node, 'name')
  })
  return [{ ...kept, node: named }]
}

function restored(
  metadata: MappingNode,
  object: MappingNode,
  key: 'name' | 'namespace',
): MappingNode {
  const value = nodeAt(object, ['metadata', key])
  return value === undefined ? withoutMember(metadata, key) : withMember(metadata, key, value)
}

function neither(entry: Node): never {
  return refuse(entry.origin, {
    message: 'This is neither a patch of an object nor a list of JSON operations.',
    remedy: 'Give the patch an apiVersion, a kind and a name, or write a list of operations.',
  })
}

function several(entry: Node): never {
  return refuse(entry.origin, {
    message: 'Several patches stand together under one target.',
    remedy: 'Give each an entry of its own.',
  })
}
