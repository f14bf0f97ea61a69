import type { Making } from './making.ts'
import type { Source } from './source.ts'

/** One step into a value: a mapping's key or a sequence's index. */
export type Step = string | number

/** The way from a value to one inside it. */
export type Path = readonly Step[]

/**
 * Where the nodes of a file stand. Nodes are numbered in pre-order (a collection before its members, members in the
 * order of the text), all documents of a file in one table. Node k has `keys[k]` (its key as Kubernetes reads it, or
 * the empty string for a root or a member of a sequence) and four numbers from `offsets[4 * k]` on:
 * the key's offset (-1 without one), the value's first offset, the offset after its last character, and the number of
 * the first node after its subtree. A value that is not written (`key:`) starts and ends right after its colon.
 * Aliases and merged keys stand where their anchor's content stands. Offsets count UTF-16 units of the source's text.
 */
export interface Layout {
  readonly keys: readonly string[]
  readonly offsets: Int32Array
}

/**
 * A value with the table that knows where each part of it stands; `node` is the number of its root there. One that was
 * made from several files has its root in `source`, and `making` tells the file of every node.
 */
export interface Document {
  readonly source: Source
  readonly layout: Layout
  readonly node: number
  readonly value: unknown
  readonly making?: Making
}

/** The span of one node: offsets into the source's text; `key` is -1 for a member of a sequence. */
export interface Span {
  readonly key: number
  readonly start: number
  readonly end: number
}

/** The deepest node on a path that is really written, and how many steps of the path lead to it. */
export interface Located {
  readonly node: number
  readonly depth: number
}

/**
 * Walks `path` from the document's root as far as the text goes. A key given twice means its last value, as
 * Kubernetes reads it. O(siblings on the way).
 */
export function locate(document: Document, path: Path): Located {
  let node = document.node
  for (let depth = 0; depth < path.length; depth++) {
    const child = childOf(document.layout, node, path[depth] ?? '')
    if (child === undefined) return { node, depth }
    node = child
  }
  return { node, depth: path.length }
}

/** The span of node `node`. */
export function spanOf(layout: Layout, node: number): Span {
  const at = 4 * node
  return {
    key: layout.offsets[at] ?? -1,
    start: layout.offsets[at + 1] ?? 0,
    end: layout.offsets[at + 2] ?? 0,
  }
}

/** The file that node `node` stands in, whose text its span counts in. */
export function sourceAt({ source, making }: Document, node: number): Source {
  return making?.sources[making.sourceOf[node] ?? 0] ?? source
}

/** The numbers of a node's direct members, in the order of the text. */
export function membersOf(layout: Layout, node: number): readonly number[] {
  const after = layout.offsets[4 * node + 3] ?? 0
  const members: number[] = []
  for (let child = node + 1; child < after; child = layout.offsets[4 * child + 3] ?? after) {
    members.push(child)
  }
  return members
}

function childOf(layout: Layout, node: number, step: Step): number | undefined {
  const { keys, offsets } = layout
  const after = offsets[4 * node + 3] ?? 0
  let index = 0
  let found: number | undefined
  for (let child = node + 1; child < after; child = offsets[4 * child + 3] ?? after) {
    if (typeof step === 'number') {
      if (index === step) return child
    } else if (keys[child] === step && (offsets[4 * child] ?? -1) !== -1) found = child
    index++
  }
  return found
}
