import type { Document } from '../../model/document.ts'
import type { Making, Mark } from '../../model/making.ts'
import type { Source } from '../../model/source.ts'
import { assign, type Members } from '../yaml/members.ts'
import type { Node } from './node.ts'

/**
 * Lays out the nodes of a built object as a document, each with the file that it came from. The document's own source is
 * that of its root. O(nodes).
 */
export function documentOf(root: Node, via: Making['via']): Document {
  const table = emptyTable()
  const value = addNode(table, root, '')
  return {
    source: root.origin.source,
    layout: { keys: table.keys, offsets: Int32Array.from(table.offsets) },
    node: 0,
    value,
    making: {
      via,
      sources: [...table.sources.keys()],
      sourceOf: Uint16Array.from(table.sourceOf),
      certainty: Uint8Array.from(table.certainty),
      deciders: [...table.deciders.keys()],
      deciderOf: Int32Array.from(table.deciderOf),
    },
  }
}

interface Table {
  readonly keys: string[]
  readonly offsets: number[]
  readonly sources: Map<Source, number>
  readonly sourceOf: number[]
  readonly certainty: number[]
  readonly deciders: Map<Mark, number>
  readonly deciderOf: number[]
}

function emptyTable(): Table {
  return {
    keys: [],
    offsets: [],
    sources: new Map(),
    sourceOf: [],
    certainty: [],
    deciders: new Map(),
    deciderOf: [],
  }
}

function addNode(table: Table, node: Node, key: string): unknown {
  const index = table.keys.length
  const { origin } = node
  table.keys.push(key)
  // A member without a key of its own in the file (a generated one) stands at its value; a root and an item have none.
  const keyAt = origin.key === -1 && key !== '' ? origin.start : origin.key
  table.offsets.push(keyAt, origin.start, origin.end, 0)
  table.sourceOf.push(numberOf(table.sources, origin.source))
  table.certainty.push(origin.certainty)
  table.deciderOf.push(origin.decider === undefined ? -1 : numberOf(table.deciders, origin.decider))
  const value = addMembers(table, node)
  table.offsets[4 * index + 3] = table.keys.length
  return value
}

function addMembers(table: Table, node: Node): unknown {
  switch (node.kind) {
    case 'scalar':
      return node.value
    case 'list':
      return node.members.map((member) => addNode(table, asItem(member), ''))
    case 'mapping': {
      const members: Members = {}
      for (const [key, member] of node.members) assign(members, key, addNode(table, member, key))
      return members
    }
  }
}

// What was a member of a mapping may have become one of a list, which has no key.
function asItem(node: Node): Node {
  return node.origin.key === -1 ? node : { ...node, origin: { ...node.origin, key: -1 } }
}

function numberOf<T>(numbers: Map<T, number>, member: T): number {
  const known = numbers.get(member)
  if (known !== undefined) return known
  numbers.set(member, numbers.size)
  return numbers.size - 1
}
