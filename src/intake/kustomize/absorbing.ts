import { itemsWithId, type Item } from './item.ts'
import {
  mappingNode,
  memberNode,
  nodeAt,
  textNode,
  textOf,
  withMember,
  withoutMember,
  type MappingNode,
  type Node,
} from './node.ts'
import { refuse } from './refusal.ts'
import { idOf, idText } from './resource-id.ts'

/** Puts what a generator made among the items: as a new one, or into the one that its behaviour is for. */
export function absorb(items: readonly Item[], made: Item): readonly Item[] {
  const id = idOf(made.node)
  const [old, ...more] = itemsWithId(items, id)
  const behavior = made.generated?.behavior ?? 'create'
  const { origin } = made.node
  if (old === undefined) {
    if (behavior === 'create') return [...items, made]
    return refuse(origin, {
      message: `There is no ${idText(id)} in the build to ${behavior}.`,
      remedy: 'Add its base, or let the generator create it.',
    })
  }
  if (more.length > 0 || behavior === 'create') {
    return refuse(origin, {
      message: `The build has ${more.length > 0 ? 'several' : 'already one'} called ${idText(id)}.`,
      remedy: 'Say `behavior: merge` or `replace`, or give it another name.',
    })
  }
  const joined = join(old, made, behavior)
  return items.map((item) => (item === old ? joined : item))
}

function join(old: Item, made: Item, behavior: 'merge' | 'replace'): Item {
  let node = withNames(made.node, old.node)
  if (behavior === 'merge') {
    for (const key of ['data', 'binaryData']) node = withTexts(node, old.node, [key])
  }
  return {
    ...old,
    node,
    generated: {
      behavior: old.generated?.behavior ?? 'create',
      needsHash: old.generated?.needsHash === true && made.generated?.needsHash === true,
    },
  }
}

// The name, namespace, labels and annotations of the old one stay.
function withNames(object: MappingNode, old: MappingNode): MappingNode {
  let current = withTexts(object, old, ['metadata', 'labels'])
  current = withTexts(current, old, ['metadata', 'annotations'])
  for (const key of ['name', 'namespace']) {
    const metadata = memberNode(current, 'metadata')
    const value = nodeAt(old, ['metadata', key])
    if (metadata?.kind !== 'mapping') continue
    const changed =
      value === undefined ? withoutMember(metadata, key) : withMember(metadata, key, value)
    current = withMember(current, 'metadata', changed)
  }
  return current
}

// Both together, the new ones over the old ones; all are text then.
function withTexts(object: MappingNode, old: MappingNode, path: readonly string[]): MappingNode {
  const [from, over] = [nodeAt(old, path), nodeAt(object, path)]
  const texts = [...textsOf(from), ...textsOf(over)]
  const origin = (over ?? from ?? object).origin
  return withAt(object, path, texts.length === 0 ? undefined : mappingNode(texts, origin))
}

function textsOf(node: Node | undefined): readonly (readonly [string, Node])[] {
  if (node?.kind !== 'mapping') return []
  return [...node.members].map(([key, value]) => [key, textNode(textOf(value), value.origin)])
}

function withAt(
  object: MappingNode,
  [key = '', ...rest]: readonly string[],
  value: Node | undefined,
): MappingNode {
  if (rest.length === 0) {
    return value === undefined ? withoutMember(object, key) : withMember(object, key, value)
  }
  const child = memberNode(object, key)
  const mapping = child?.kind === 'mapping' ? child : mappingNode([], object.origin)
  return withMember(object, key, withAt(mapping, rest, value))
}
