import { mappingNode, memberNode, withMember, type MappingNode, type Node } from './node.ts'
import { refuse } from './refusal.ts'
import { effectiveNamespace, gvkOf, idKey, idOf, idText, type ResourceId } from './resource-id.ts'

/** What a generator said of an object that it made. */
export interface Generated {
  readonly behavior: 'create' | 'merge' | 'replace'
  readonly needsHash: boolean
}

/** The name, namespace and kind that an object had before a step changed one of them. */
type FormerId = Pick<ResourceId, 'name' | 'namespace' | 'kind'>

/** One object on its way through a build, with what Kustomize remembers of it. */
export interface Item {
  readonly node: MappingNode
  readonly former: readonly FormerId[]
  readonly prefixes: readonly string[]
  readonly suffixes: readonly string[]
  readonly generated: Generated | undefined
  /** The names of the variables that are read from it. */
  readonly variables: readonly string[]
}

/** The item of an object that no step has touched. */
export function itemOf(node: MappingNode, generated?: Generated): Item {
  return { node, former: [], prefixes: [], suffixes: [], generated, variables: [] }
}

/** The identities that an item had before, oldest first. */
export function formerIds({ node, former }: Item): readonly ResourceId[] {
  const gvk = gvkOf(node)
  return former.map((id) => ({ ...gvk, ...id }))
}

/** All identities of an item: the former ones, then the present one. */
export function allIds(item: Item): readonly ResourceId[] {
  return [...formerIds(item), idOf(item.node)]
}

/** The identity with which an item came in. */
export function originalId(item: Item): ResourceId {
  return formerIds(item)[0] ?? idOf(item.node)
}

/** Remembers the present identity, because the next step may change it. */
export function remembered(item: Item): Item {
  const id = idOf(item.node)
  const { name, kind } = id
  return {
    ...item,
    former: [...item.former, { name, kind, namespace: effectiveNamespace(id) }],
  }
}

/** The items that have or had the identity `id`. */
export function itemsWithId(items: readonly Item[], id: ResourceId): readonly Item[] {
  const key = idKey(id)
  return items.filter((item) => allIds(item).some((known) => idKey(known) === key))
}

/** All of `items`, refusing two with the same identity. */
export function withoutTwins(items: readonly Item[]): readonly Item[] {
  const seen = new Set<string>()
  for (const { node } of items) {
    const id = idOf(node)
    const key = idKey(id)
    if (seen.has(key)) {
      refuse(node.origin, {
        message: `The build holds ${idText(id)} twice.`,
        remedy: 'Take one of the two out, or let a prefix, suffix or namespace tell them apart.',
      })
    }
    seen.add(key)
  }
  return items
}

/** `object` with its `metadata` changed. */
export function withMetadata(
  object: MappingNode,
  change: (metadata: MappingNode) => Node,
): MappingNode {
  const metadata = memberNode(object, 'metadata')
  const mapping = metadata?.kind === 'mapping' ? metadata : mappingNode([], object.origin)
  return withMember(object, 'metadata', change(mapping))
}
