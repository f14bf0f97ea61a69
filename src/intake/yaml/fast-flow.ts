import { nameEnd, readAnchored, takeAlias } from './fast-anchors.ts'
import { cursor, enter, handOver, isBlankOrEnd, leave, refuseAt, refuseTab } from './fast-cursor.ts'
import { skipFlow } from './fast-flow-space.ts'
import { addItem, beginItems, takeItems } from './fast-items.ts'
import { LONGEST_KEY, quotedKey, shortKey } from './fast-keys.ts'
import { aliasEnd, isMerge, readMerge } from './fast-merge.ts'
import { plainValue, trimEnd } from './fast-plain.ts'
import { readQuoted } from './fast-quoted.ts'
import { addLeaf, openNode } from './layout-table.ts'
import { assign, type Members } from './members.ts'
import { noteAfterMerge, noteRepeats } from './repeats.ts'

const TAB = 9
const LINE_FEED = 10
const CARRIAGE_RETURN = 13
const SPACE = 32
const DOUBLE_QUOTE = 34
const HASH = 35
const AMPERSAND = 38
const SINGLE_QUOTE = 39
const STAR = 42
const COMMA = 44
const MINUS = 45
const COLON = 58
const QUESTION = 63
const OPEN_LIST = 91
const CLOSE_LIST = 93
const OPEN_MAP = 123
const CLOSE_MAP = 125

// The indentation of the block around the brackets.
let blockIndent = -1

// Characters that begin something else than a text, or nothing.
const RESERVED = reserved()

/**
 * Reads the collection whose bracket stands at `at` in a block that is indented by `indent` columns (-1 at the root),
 * and leaves the cursor behind its closing one.
 */
export function readFlow(key: string, keyAt: number, at: number, indent: number): unknown {
  blockIndent = indent
  return readCollection(key, keyAt, at)
}

function readCollection(key: string, keyAt: number, at: number): unknown {
  const isMap = cursor.text.charCodeAt(at) === OPEN_MAP
  const row = openNode(key, keyAt, at)
  enter(at)
  const value = isMap ? readMembers(row, at + 1) : readItems(at + 1)
  leave(row, cursor.pos)
  cursor.end = cursor.pos
  return value
}

function readItems(from: number): unknown[] {
  const { text } = cursor
  const first = beginItems()
  let at = skipFlow(from)
  while (text.charCodeAt(at) !== CLOSE_LIST) {
    addItem(readNode('', -1, at))
    at = afterEntry(CLOSE_LIST)
  }
  cursor.pos = at + 1
  return takeItems(first)
}

function readMembers(row: number, from: number): Members {
  const { text } = cursor
  const members: Members = {}
  let count = 0
  let merged: Set<string> | undefined
  let at = skipFlow(from)
  while (text.charCodeAt(at) !== CLOSE_MAP) {
    const key = readKey(at)
    if (isMerge(key, at)) {
      if (merged === undefined) noteRepeats(row, members, count)
      merged = readMerge(members, merged, mergeColon() + 1)
    } else {
      if (merged === undefined) count++
      else noteAfterMerge(members, merged, key, at)
      assign(members, key, readMember(key, at))
    }
    at = afterEntry(CLOSE_MAP)
  }
  cursor.pos = at + 1
  if (merged === undefined) noteRepeats(row, members, count)
  return members
}

function mergeColon(): number {
  const colon = skipFlow(cursor.pos)
  return cursor.text.charCodeAt(colon) === COLON ? colon : handOver()
}

// Behind an entry stand the closing bracket, or a comma and maybe the next entry.
function afterEntry(close: number): number {
  const { text } = cursor
  const at = skipFlow(cursor.pos)
  const code = text.charCodeAt(at)
  if (code === COMMA) return skipFlow(at + 1)
  return code === close && at < cursor.limit ? at : handOver()
}

function readMember(key: string, keyAt: number): unknown {
  const { text } = cursor
  const keyEnd = cursor.pos
  const colon = skipFlow(keyEnd)
  if (text.charCodeAt(colon) !== COLON) {
    addLeaf(key, keyAt, keyEnd, keyEnd)
    return null
  }
  checkKey(keyAt, keyEnd, colon)
  const at = skipFlow(colon + 1)
  const code = text.charCodeAt(at)
  if (code !== COMMA && code !== CLOSE_MAP) return readNode(key, keyAt, at)
  addLeaf(key, keyAt, colon + 1, colon + 1)
  cursor.pos = at
  return null
}

function checkKey(keyAt: number, keyEnd: number, colon: number): void {
  if (cursor.isJson) return
  if (colon - keyAt > LONGEST_KEY) handOver()
  if (!cursor.isBroken && (keyEnd === colon || !cursor.text.slice(keyEnd, colon).includes('\n')))
    return
  refuseAt(
    keyAt,
    'A key inside brackets and its colon stand on different lines.',
    'Put the key and the colon on one line.',
  )
}

function readKey(at: number): string {
  const { text, limit } = cursor
  if (at >= limit) handOver()
  const code = text.charCodeAt(at)
  if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) return quotedKey(at)
  const end = readPlain(at)
  cursor.pos = end
  cursor.isBroken = false
  return shortKey(at, end)
}

function readNode(key: string, keyAt: number, at: number): unknown {
  const { text, limit } = cursor
  if (at >= limit) handOver()
  const code = text.charCodeAt(at)
  if (code === OPEN_MAP || code === OPEN_LIST) return readCollection(key, keyAt, at)
  if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) {
    const value = readQuoted(at)
    addLeaf(key, keyAt, at, cursor.pos)
    return value
  }
  if (code === STAR) return readAlias(key, keyAt, at)
  if (code === AMPERSAND) return readAnchor(key, keyAt, at)
  const end = readPlain(at)
  addLeaf(key, keyAt, at, end)
  cursor.pos = end
  return plainValue(at, end)
}

function readAlias(key: string, keyAt: number, at: number): unknown {
  const end = aliasEnd(at)
  const value = takeAlias(key, keyAt, at, end)
  cursor.pos = end
  return value
}

function readAnchor(key: string, keyAt: number, at: number): unknown {
  const { text } = cursor
  const end = nameEnd(at)
  const contentAt = skipFlow(end)
  const code = text.charCodeAt(contentAt)
  // An anchor before nothing, before a second one or before a tag is rare enough for the library.
  if (contentAt === end || code === STAR || code === AMPERSAND) handOver()
  return readAnchored(at, end, () => readNode(key, keyAt, contentAt))
}

/** Where the plain scalar at `start` ends, if it is one and stands on a single line. */
function readPlain(start: number): number {
  const { text } = cursor
  if (RESERVED[text.charCodeAt(start)] === 1) checkStart(start)
  const stop = plainEnd(start)
  const code = text.charCodeAt(stop)
  if (code === LINE_FEED) checkTabs(stop + 1)
  else if (code === QUESTION) refuseQuestion(stop)
  else if (code === OPEN_LIST || code === OPEN_MAP) handOver()
  return trimEnd(start, stop)
}

function checkStart(at: number): void {
  const { text } = cursor
  const code = text.charCodeAt(at)
  const isIndicator = isBlankOrEnd(text.charCodeAt(at + 1))
  if (code === MINUS && !isIndicator) return
  if (code === QUESTION && !isIndicator) refuseQuestion(at)
  if (code !== COLON) handOver()
  refuseAt(
    at,
    'A colon stands inside brackets where a value should begin.',
    'Put the value in quotes.',
  )
}

// Kubernetes' reader ends the text there and takes the question mark for the sign of a complex key.
function refuseQuestion(at: number): never {
  return refuseAt(
    at,
    'A question mark stands in an unquoted text inside brackets.',
    'Put the text in quotes.',
  )
}

// White space behind a plain scalar is a part of it, so a tab counts as indentation where the block wants spaces.
function checkTabs(from: number): void {
  const { text } = cursor
  let lineFrom = from
  for (let at = from; ; at++) {
    const code = text.charCodeAt(at)
    if (code === LINE_FEED) lineFrom = at + 1
    else if (code === TAB) {
      if (at - lineFrom <= blockIndent) refuseTab(at)
    } else if (code !== SPACE && code !== CARRIAGE_RETURN) return
  }
}

function plainEnd(start: number): number {
  const { text } = cursor
  for (let at = start; ; at++) {
    const code = text.charCodeAt(at)
    if (code === COLON) {
      if (isBlankOrEnd(text.charCodeAt(at + 1))) return at
    } else if (code === COMMA || code === CLOSE_LIST || code === CLOSE_MAP) return at
    else if (code === LINE_FEED || code === QUESTION || code !== code) return at
    else if (code === OPEN_LIST || code === OPEN_MAP) return at
    else if (code === HASH) {
      const before = text.charCodeAt(at - 1)
      if (before === SPACE || before === TAB) return at
    }
  }
}

function reserved(): Uint8Array {
  const table = new Uint8Array(128)
  for (const indicator of '-?:,[]{}#&*!|>\'"%@`') table[indicator.charCodeAt(0)] = 1
  return table
}
