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
  const openings = openingsIn(text)
  return openings.length > 0 && openings.length > countInLeaves(openings, layout)
}

function openingsIn(text: string): readonly number[] {
  const openings: number[] = []
  for (let at = text.indexOf(OPENING); at !== -1; at = text.indexOf(OPENING, at + 1)) {
    openings.push(at)
  }
  return openings
}

// How many of the openings stand inside of a value that was read.
function countInLeaves(openings: readonly number[], layout: Document['layout']): number {
  const { keys, offsets } = layout
  const inside = new Set<number>()
  for (let node = 0; node < keys.length; node++) {
    const isLeaf = offsets[4 * node + 3] === node + 1
    const start = offsets[4 * node + 1] ?? 0
    const end = offsets[4 * node + 2] ?? 0
    if (!isLeaf || end <= start) continue
    for (let next = firstFrom(openings, start); (openings[next] ?? end) < end; next++) {
      inside.add(next)
    }
  }
  return inside.size
}

function firstFrom(openings: readonly number[], start: number): number {
  let low = 0
  let high = openings.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((openings[middle] ?? 0) < start) low = middle + 1
    else high = middle
  }
  return low
}
