import { cursor, handOver, nextLine, refuseAt, refuseTab } from './fast-cursor.ts'

const TAB = 9
const LINE_FEED = 10
const CARRIAGE_RETURN = 13
const SPACE = 32
const HASH = 35
const PLUS = 43
const MINUS = 45
const ZERO = 48
const NINE = 57
const GREATER = 62

const STRIP = -1
const CLIP = 0
const KEEP = 1

/** What the indicator and its line say. */
interface Header {
  readonly isFolded: boolean
  readonly chomping: number
  /** How many columns deeper than its parent the text stands, or 0 when its first line decides. */
  readonly increment: number
  /** Where the indicator with its modifiers ends. */
  readonly end: number
  readonly bodyAt: number
}

// The blank lines that skipBlankLines went over, and where the last of them ends.
let blankLines = 0
let blanksEnd = 0

/**
 * Reads the literal or folded scalar whose indicator stands at `start` in a block that is indented by `parent` columns
 * (-1 at the root), and goes to the next token. It ends with the last line that it keeps, without that line's break.
 */
export function readBlockScalar(start: number, parent: number): string {
  const { text, limit } = cursor
  const { isFolded, chomping, increment, end, bodyAt } = readHeader(start)
  const indent = increment === 0 ? findIndent(bodyAt, parent) : Math.max(parent, 0) + increment
  let value = ''
  let isFirst = true
  let isBroken = false
  let wasSpaced = false
  cursor.end = end
  let at = skipBlankLines(bodyAt, indent)
  while (at < limit && at - cursor.lineFrom === indent) {
    const isSpaced = isBlank(text.charCodeAt(at))
    const isJoined = isFolded && !isFirst && !wasSpaced && !isSpaced
    if (isJoined) value += blankLines === 0 ? ' ' : '\n'.repeat(blankLines)
    else value += '\n'.repeat(isFirst ? blankLines : blankLines + 1)
    const lineEnd = endOfLine(at)
    cursor.end = text.charCodeAt(lineEnd - 1) === CARRIAGE_RETURN ? lineEnd - 1 : lineEnd
    value += text.slice(at, cursor.end)
    isFirst = false
    isBroken = lineEnd < limit
    wasSpaced = isSpaced
    at = skipBlankLines(isBroken ? lineEnd + 1 : limit, indent)
  }
  if (text.charCodeAt(at) === TAB) refuseTab(at)
  if (isBroken && chomping !== STRIP) value += '\n'
  if (chomping === KEEP && blankLines > 0) {
    value += '\n'.repeat(blankLines)
    cursor.end = blanksEnd
  }
  nextLine(cursor.lineFrom)
  return value
}

function readHeader(start: number): Header {
  const { text } = cursor
  let at = start + 1
  let chomping = CLIP
  let increment = 0
  // Both modifiers may stand there, in any order, each once.
  for (; ; at++) {
    const code = text.charCodeAt(at)
    if (code > ZERO && code <= NINE && increment === 0) increment = code - ZERO
    else if (code === PLUS && chomping === CLIP) chomping = KEEP
    else if (code === MINUS && chomping === CLIP) chomping = STRIP
    else break
  }
  const end = at
  while (isBlank(text.charCodeAt(at)) || text.charCodeAt(at) === CARRIAGE_RETURN) at++
  const lineEnd = endOfLine(at)
  if (at < lineEnd && text.charCodeAt(at) !== HASH) handOver()
  const isFolded = text.charCodeAt(start) === GREATER
  return { isFolded, chomping, increment, end, bodyAt: Math.min(lineEnd + 1, cursor.limit) }
}

// The first line with a character decides, but blank lines above it may not be longer than its indentation.
function findIndent(bodyAt: number, parent: number): number {
  const { text, limit } = cursor
  const least = Math.max(parent + 1, 1)
  let lineFrom = bodyAt
  let widest = least
  for (;;) {
    let at = lineFrom
    while (text.charCodeAt(at) === SPACE) at++
    const column = at - lineFrom
    if (text.charCodeAt(at) === CARRIAGE_RETURN) at++
    if (text.charCodeAt(at) === LINE_FEED) {
      widest = Math.max(widest, column)
      lineFrom = at + 1
    } else {
      if (text.charCodeAt(at) === TAB) refuseTab(at)
      const isText = at < limit && text.charCodeAt(at) !== HASH
      if (isText && column >= least && column < widest) refuseIndent(at)
      return Math.max(widest, column)
    }
  }
}

function refuseIndent(at: number): never {
  return refuseAt(
    at,
    'A blank line above this text is indented deeper than the text itself.',
    'Take the spaces out of the blank line.',
  )
}

/** Goes over lines of nothing but indentation; gives where the next one's text begins, its line's beginning in the cursor. */
function skipBlankLines(from: number, indent: number): number {
  const { text } = cursor
  blankLines = 0
  let lineFrom = from
  for (;;) {
    let at = lineFrom
    while (at - lineFrom < indent && text.charCodeAt(at) === SPACE) at++
    const end = at
    if (text.charCodeAt(at) === CARRIAGE_RETURN) at++
    if (text.charCodeAt(at) !== LINE_FEED) {
      cursor.lineFrom = lineFrom
      return at
    }
    blankLines++
    blanksEnd = end
    lineFrom = at + 1
  }
}

function endOfLine(from: number): number {
  const at = cursor.text.indexOf('\n', from)
  return at === -1 ? cursor.limit : at
}

function isBlank(code: number): boolean {
  return code === SPACE || code === TAB
}
