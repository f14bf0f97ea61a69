import { spanOf, type Document } from '../model/document.ts'
import { columnOf } from './lines.ts'

/** How an author indents: spaces before the fields of a mapping and before the hyphens of a list, from their key on. */
export interface Habits {
  readonly mappingIndent: number
  readonly listIndent: number
}

/** What most manifests do: two spaces, hyphens included. */
const COMMON_HABITS: Habits = { mappingIndent: 2, listIndent: 2 }

/** The habits that the first nested mapping and list of `documents` show. O(nodes up to these). */
export function habitsOf(documents: readonly Document[], otherwise = COMMON_HABITS): Habits {
  let mappingIndent: number | undefined
  let listIndent: number | undefined
  for (const document of documents) {
    const after = endOfSubtree(document, document.node)
    for (let node = document.node + 1; node < after; node++) {
      const shown = habitAt(document, node)
      listIndent ??= shown.listIndent
      mappingIndent ??= shown.mappingIndent
      if (mappingIndent !== undefined && listIndent !== undefined)
        return { mappingIndent, listIndent }
    }
  }
  return {
    mappingIndent: mappingIndent ?? otherwise.mappingIndent,
    listIndent: listIndent ?? otherwise.listIndent,
  }
}

/**
 * The habit that one node shows: none for scalars, brackets, members of lists, and aliases, whose content stands
 * elsewhere.
 */
export function habitAt(document: Document, node: number): Partial<Habits> {
  const { source, layout } = document
  const { key, start } = spanOf(layout, node)
  const first = source.text[start]
  const hasMembers = endOfSubtree(document, node) > node + 1
  if (!hasMembers || key === -1 || start < key || first === '{' || first === '[') return {}
  const indent = columnOf(source, start) - columnOf(source, key)
  if (indent < 0) return {}
  return first === '-' ? { listIndent: indent } : { mappingIndent: indent }
}

function endOfSubtree({ layout }: Document, node: number): number {
  return layout.offsets[4 * node + 3] ?? 0
}
