import type { Document } from '../../model/document.ts'
import type { Source } from '../../model/source.ts'

/**
 * Whether a file holds template words that are no part of a value that was read: in what they stand for, objects may be
 * that nobody has seen. Words inside of values (a message's text, a dashboard) hide nothing. O(text), once a file.
 */
export function hasUnreadTemplate(document: Document): boolean {
  const { source } = document
  const known = answers.get(source)
  if (known !== undefined) return known
  const answer = source.text.includes(OPENING) && findUnread(document)
  answers.set(source, answer)
  return answer
}

const OPENING = '{{'
const answers = new WeakMap<Source, boolean>()

function findUnread({ source: { text }, layout }: Document): boolean {
  const depths = depthsOf(text, layout)
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    depth += depths[at] ?? 0
    if (depth === 0 && text.startsWith(OPENING, at)) return true
  }
  return false
}

// How many values begin at each character, less those that end there.
function depthsOf(text: string, { keys, offsets }: Document['layout']): Int32Array {
  const depths = new Int32Array(text.length + 1)
  for (let node = 0; node < keys.length; node++) {
    const isLeaf = offsets[4 * node + 3] === node + 1
    const start = offsets[4 * node + 1] ?? 0
    const end = offsets[4 * node + 2] ?? 0
    if (!isLeaf || end <= start) continue
    depths[start] = (depths[start] ?? 0) + 1
    depths[end] = (depths[end] ?? 0) - 1
  }
  return depths
}
