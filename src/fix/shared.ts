import { locate, spanOf, type Document, type Layout, type Path } from '../model/document.ts'

/**
 * The offset of the topmost node on `path` whose text other nodes of the file have, too, if there is one: a part of an
 * anchor, an alias, or a field that a merge key brings in. O(siblings on the way); the first question for a layout is
 * O(nodes).
 */
export function sharedOn(document: Document, path: Path): number | undefined {
  const shared = sharedStarts(document.layout)
  if (shared.size === 0) return undefined
  for (let depth = 1; depth <= path.length; depth++) {
    const located = locate(document, path.slice(0, depth))
    if (located.depth < depth) return undefined
    const { start } = spanOf(document.layout, located.node)
    if (shared.has(start)) return start
  }
  return undefined
}

// A node that stands before one already met is an alias or a merged field: pre-order otherwise only goes forward.
function sharedStarts(layout: Layout): ReadonlySet<number> {
  const known = sharedByLayout.get(layout)
  if (known !== undefined) return known
  const shared = new Set<number>()
  let furthest = -1
  for (let node = 0; node < layout.keys.length; node++) {
    const { start } = spanOf(layout, node)
    if (start < furthest) shared.add(start)
    else furthest = start
  }
  sharedByLayout.set(layout, shared)
  return shared
}

const sharedByLayout = new WeakMap<Layout, ReadonlySet<number>>()
