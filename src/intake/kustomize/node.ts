import { CERTAINTY, type Mark } from '../../model/making.ts'
import type { Scalar } from '../yaml/resolve-scalar.ts'

/** How surely a node stands where its origin says, as `CERTAINTY` counts. */
export type Certainty = (typeof CERTAINTY)[keyof typeof CERTAINTY]

/**
 * Where a node of a build came from: its span in a file, with the offset of its key (-1 for a root or a member of a
 * list), and what in another place decided it, if anything did.
 */
export interface Origin extends Mark {
  readonly key: number
  readonly certainty: Certainty
  readonly decider: Mark | undefined
}

/** A scalar with its text: what stands in the file without quotes, by which Kustomize compares. */
export interface ScalarNode {
  readonly kind: 'scalar'
  readonly value: Scalar
  readonly text: string
  /** What Kubernetes itself reads where Kustomize reads a word (`yes`, `off`). */
  readonly isTrue?: boolean
  readonly origin: Origin
}

/** A mapping; members stay in their order. */
export interface MappingNode {
  readonly kind: 'mapping'
  readonly members: ReadonlyMap<string, Node>
  readonly origin: Origin
}

/** A list. */
export interface ListNode {
  readonly kind: 'list'
  readonly members: readonly Node[]
  readonly origin: Origin
}

/** A value on its way through a build. Nodes are never changed: each step makes new ones and shares the rest. */
export type Node = ScalarNode | MappingNode | ListNode

/** A text node. */
export function textNode(text: string, origin: Origin): ScalarNode {
  return { kind: 'scalar', value: text, text, origin }
}

/** A mapping of `members`. */
export function mappingNode(
  members: Iterable<readonly [string, Node]>,
  origin: Origin,
): MappingNode {
  return { kind: 'mapping', members: new Map(members), origin }
}

/** A list of `members`. */
export function listNode(members: readonly Node[], origin: Origin): ListNode {
  return { kind: 'list', members, origin }
}

/** The member of a mapping, or undefined when `node` is none or has none. */
export function memberNode(node: Node | undefined, key: string): Node | undefined {
  return node?.kind === 'mapping' ? node.members.get(key) : undefined
}

/** The node at the end of a path of keys. */
export function nodeAt(node: Node | undefined, path: readonly string[]): Node | undefined {
  let current = node
  for (const key of path) current = memberNode(current, key)
  return current
}

/** The text of a scalar; empty for anything else and for null. */
export function textOf(node: Node | undefined): string {
  return node?.kind === 'scalar' && node.value !== null ? node.text : ''
}

/** Whether a node is null. */
export function isNull(node: Node): boolean {
  return node.kind === 'scalar' && node.value === null
}

/** The node, unless it is missing or null. */
export function present(node: Node | undefined): Node | undefined {
  return node === undefined || isNull(node) ? undefined : node
}

/** `mapping` with `node` as its member `key`: in its old place, or at the end. */
export function withMember(mapping: MappingNode, key: string, node: Node): MappingNode {
  if (mapping.members.get(key) === node) return mapping
  return { ...mapping, members: new Map(mapping.members).set(key, node) }
}

/** `mapping` without its member `key`. */
export function withoutMember(mapping: MappingNode, key: string): MappingNode {
  if (!mapping.members.has(key)) return mapping
  const members = new Map(mapping.members)
  members.delete(key)
  return { ...mapping, members }
}

/** The members of a list; none for anything else. */
export function itemsOf(node: Node | undefined): readonly Node[] {
  return node?.kind === 'list' ? node.members : []
}

/** The members of a mapping; none for anything else. */
export function entriesOf(node: Node | undefined): readonly (readonly [string, Node])[] {
  return node?.kind === 'mapping' ? [...node.members] : []
}

/** The origin of a value that `decider` decided but that still stands where it did. */
export function decidedBy(origin: Origin, decider: Mark): Origin {
  return { ...origin, certainty: CERTAINTY.line, decider: markOf(decider) }
}

/** The range of an origin alone. */
function markOf({ source, start, end }: Mark): Mark {
  return { source, start, end }
}

/** The same node as `plain` gives it, to compare and to hash. */
export function plainOf(node: Node): unknown {
  switch (node.kind) {
    case 'scalar':
      return node.value
    case 'list':
      return node.members.map(plainOf)
    case 'mapping':
      return Object.fromEntries([...node.members].map(([key, member]) => [key, plainOf(member)]))
  }
}
