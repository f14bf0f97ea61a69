import type { Document } from '../model/document.ts'
import type { Source } from '../model/source.ts'
import { assign, type Members } from './yaml/members.ts'

/** A value with its place in a text, for readers of formats other than YAML; `key` is -1 for members of lists. */
export interface LaidOut {
  readonly key: number
  readonly start: number
  readonly end: number
  readonly content: string | readonly LaidOut[] | ReadonlyMap<string, LaidOut>
}

/** Makes the document of a value whose parts know their places. O(parts). */
export function layOut(source: Source, root: LaidOut): Document {
  const keys: string[] = []
  const offsets: number[] = []
  const add = (part: LaidOut, key: string): unknown => {
    const node = keys.push(key) - 1
    offsets.push(part.key, part.start, part.end, 0)
    const value = contentOf(part.content, add)
    offsets[4 * node + 3] = keys.length
    return value
  }
  const value = add(root, '')
  return { source, layout: { keys, offsets: Int32Array.from(offsets) }, node: 0, value }
}

function contentOf(
  content: LaidOut['content'],
  add: (part: LaidOut, key: string) => unknown,
): unknown {
  if (typeof content === 'string') return content
  if (!(content instanceof Map)) return [...content.values()].map((member) => add(member, ''))
  const members: Members = {}
  for (const [key, member] of content) assign(members, key, add(member, key))
  return members
}
