import { mergeAlias, nameEnd } from './fast-anchors.ts'
import { cursor, handOver, isBlankOrEnd } from './fast-cursor.ts'
import { skipFlow } from './fast-flow-space.ts'
import type { Members } from './members.ts'

const TAB = 9
const SPACE = 32
const STAR = 42
const COMMA = 44
const OPEN_LIST = 91
const CLOSE_LIST = 93
const CLOSE_MAP = 125

const MERGE_KEY = '<<'

/** Whether `key`, whose text begins at `at`, is the one that merges: it does not in quotes. */
export function isMerge(key: string, at: number): boolean {
  return key === MERGE_KEY && cursor.text.startsWith(MERGE_KEY, at)
}

/**
 * Merges into `members` what stands behind the colon of a merge key: an alias, or a list of aliases in brackets, the
 * first of which wins. Mappings that are written there are the library's. Gives the keys that came by merging, and
 * leaves the cursor behind the value.
 */
export function readMerge(
  members: Members,
  merged: Set<string> | undefined,
  from: number,
): Set<string> {
  const { text } = cursor
  const keys = merged ?? new Set<string>()
  let at = from
  while (text.charCodeAt(at) === SPACE || text.charCodeAt(at) === TAB) at++
  if (text.charCodeAt(at) === OPEN_LIST) mergeList(members, keys, at)
  else {
    const end = aliasEnd(at)
    mergeAlias(members, keys, at, end)
    cursor.pos = end
  }
  cursor.end = cursor.pos
  return keys
}

function mergeList(members: Members, merged: Set<string>, from: number): void {
  const { text } = cursor
  const starts: number[] = []
  let at = skipFlow(from + 1)
  while (text.charCodeAt(at) !== CLOSE_LIST) {
    starts.push(at)
    at = skipFlow(aliasEnd(at))
    if (text.charCodeAt(at) === COMMA) at = skipFlow(at + 1)
    else if (text.charCodeAt(at) !== CLOSE_LIST) handOver()
  }
  for (const start of starts.toReversed()) mergeAlias(members, merged, start, aliasEnd(start))
  cursor.pos = at + 1
}

/** Where the alias at `at` ends. */
export function aliasEnd(at: number): number {
  const { text, limit } = cursor
  if (at >= limit || text.charCodeAt(at) !== STAR) return handOver()
  const end = nameEnd(at)
  const code = text.charCodeAt(end)
  const isClosed = code === COMMA || code === CLOSE_LIST || code === CLOSE_MAP
  return isClosed || isBlankOrEnd(code) ? end : handOver()
}
