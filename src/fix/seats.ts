import type { Document, Layout, Path } from '../model/document.ts'

/** Where an object hangs in its file: which YAML document holds it, and the way from that document's root to it. */
export interface Seat {
  readonly root: number
  readonly path: Path
}

/**
 * The seats of `nodes` among the YAML documents of their file. An object may be a whole document or a member of a
 * `List`. Nodes of no document are absent. O(nodes of the layout that lie on the way).
 */
export function findSeats(
  documents: readonly Document[],
  nodes: Iterable<number>,
): ReadonlyMap<number, Seat> {
  const sought = [...new Set(nodes)].sort((one, other) => one - other)
  const seats = new Map<number, Seat>()
  let next = 0
  for (const [root, { layout, node }] of documents.entries()) {
    while (next < sought.length && (sought[next] ?? 0) < node) next++
    next = seatWithin({ layout, root, sought, seats }, node, { path: [], next })
  }
  return seats
}

interface Search {
  readonly layout: Layout
  readonly root: number
  /** Ascending, so that one walk in pre-order meets them one after the other. */
  readonly sought: readonly number[]
  readonly seats: Map<number, Seat>
}

interface Step {
  readonly path: Path
  readonly next: number
}

// Returns the index of the first sought node behind this subtree.
function seatWithin(search: Search, node: number, step: Step): number {
  const { layout, root, sought, seats } = search
  const after = endOfSubtree(layout, node)
  let { next } = step
  if (sought[next] === node) {
    seats.set(node, { root, path: step.path })
    next++
  }
  let index = 0
  for (let child = node + 1; child < after; child = endOfSubtree(layout, child), index++) {
    const wanted = sought[next]
    if (wanted === undefined || wanted >= after) break
    if (wanted >= endOfSubtree(layout, child)) continue
    const isMember = (layout.offsets[4 * child] ?? -1) === -1
    const path = [...step.path, isMember ? index : (layout.keys[child] ?? '')]
    next = seatWithin(search, child, { path, next })
  }
  return next
}

function endOfSubtree(layout: Layout, node: number): number {
  return layout.offsets[4 * node + 3] ?? node + 1
}
