import { nameEnd, readAnchored, takeAlias } from './fast-anchors.ts'
import { readBlockScalar } from './fast-block-scalar.ts'
import {
  cursor,
  enter,
  handOver,
  isBlankOrEnd,
  leave,
  nextToken,
  refuseTab,
} from './fast-cursor.ts'
import { readFlow } from './fast-flow.ts'
import { addItem, beginItems, takeItems } from './fast-items.ts'
import { findColon, LONGEST_KEY, plainKey, quotedKey } from './fast-keys.ts'
import { takeMembers } from './fast-members.ts'
import { aliasEnd, isMerge, readMerge } from './fast-merge.ts'
import { readPlain } from './fast-plain.ts'
import { readQuoted } from './fast-quoted.ts'
import { expectedKey, NO_MEMBERS, shapeWith } from './fast-shapes.ts'
import { addLeaf, openNode } from './layout-table.ts'
import { assign, type Members } from './members.ts'
import { noteAfterMerge } from './repeats.ts'

const TAB = 9
const SPACE = 32
const AMPERSAND = 38
const STAR = 42
const MINUS = 45
const COLON = 58

// What the first character of a node begins: mostly a plain scalar.
const PLAIN = 0
// Nothing: the line ends, or a comment begins.
const NOTHING = 1
// An indicator when white space follows, else a plain scalar.
const DASH = 2
const QUOTE = 3
const BRACKET = 4
const BLOCK = 5
// Something for the library, or an error.
const FOREIGN = 6
const STARTS = startTable()

/**
 * Reads the node at the cursor, which is the first token of its line or stands behind a dash, inside a collection that
 * is indented by `indent` columns (-1 at the root). Goes to the next token.
 */
export function readBlock(key: string, keyAt: number, indent: number): unknown {
  const at = cursor.pos
  switch (startAt(at)) {
    case PLAIN: {
      const colon = findColon(at)
      return colon === -1 ? readText(key, keyAt, at, indent) : readMap(key, keyAt, at, colon)
    }
    case QUOTE:
      return readQuotedNode(key, keyAt, at)
    case DASH:
      return cursor.text.charCodeAt(at) === MINUS ? readSequence(key, keyAt) : handOver()
    default:
      return readScalarOrFlow(key, keyAt, at, indent)
  }
}

function startAt(at: number): number {
  const { text } = cursor
  const kind = STARTS[text.charCodeAt(at)] ?? PLAIN
  return kind === DASH && !isBlankOrEnd(text.charCodeAt(at + 1)) ? PLAIN : kind
}

function readText(key: string, keyAt: number, at: number, indent: number): unknown {
  const value = readPlain(at, indent)
  addLeaf(key, keyAt, at, cursor.end)
  return value
}

function readQuotedNode(key: string, keyAt: number, at: number): unknown {
  const value = readQuoted(at)
  if (colonAfter(cursor.pos) !== -1) return readMap(key, keyAt, at, -1)
  return takeQuoted(key, keyAt, at, value)
}

function takeQuoted(key: string, keyAt: number, at: number, value: string): string {
  const end = cursor.pos
  addLeaf(key, keyAt, at, end)
  nextToken(end)
  cursor.end = end
  return value
}

function readScalarOrFlow(key: string, keyAt: number, at: number, indent: number): unknown {
  switch (startAt(at)) {
    case BRACKET: {
      const value = readFlow(key, keyAt, at, indent)
      nextToken(cursor.pos)
      return value
    }
    case BLOCK: {
      const value = readBlockScalar(at, indent)
      addLeaf(key, keyAt, at, cursor.end)
      return value
    }
    default:
      return readReference(key, keyAt, at, indent)
  }
}

function readReference(key: string, keyAt: number, at: number, indent: number): unknown {
  switch (cursor.text.charCodeAt(at)) {
    case STAR: {
      const end = aliasEnd(at)
      const value = takeAlias(key, keyAt, at, end)
      nextToken(end)
      cursor.end = end
      return value
    }
    case AMPERSAND:
      return readAnchor(key, keyAt, at, indent)
    case TAB:
      return refuseTab(at)
    default:
      return handOver()
  }
}

function readAnchor(key: string, keyAt: number, at: number, indent: number): unknown {
  const { text } = cursor
  const end = nameEnd(at)
  const contentAt = skipBlanks(end)
  const code = text.charCodeAt(contentAt)
  // A second anchor or an alias behind one is an error.
  if (contentAt === end && !isBlankOrEnd(code)) handOver()
  if (code === STAR || code === AMPERSAND) handOver()
  cursor.pos = end
  return readAnchored(at, end, () => readMember(key, keyAt, indent))
}

// `at` is the first key, `firstColon` its colon, or -1 when the key is not plain.
function readMap(key: string, keyAt: number, at: number, firstColon: number): Members {
  const { column } = cursor
  const row = openNode(key, keyAt, at)
  enter(at)
  const from = beginItems()
  let shape = NO_MEMBERS
  let nameAt = at
  let name = firstColon === -1 ? readKey(at) : takeKey(at, firstColon)
  while (!isMerge(name, nameAt)) {
    shape = shapeWith(shape, name, nameAt)
    addItem(readMember(name, nameAt, column))
    if (cursor.column !== column) return endMap(row, column, takeMembers(row, shape, from))
    nameAt = cursor.pos
    name = expectedKey(shape, nameAt) ?? readKey(nameAt)
  }
  return endMap(row, column, readMerged(takeMembers(row, shape, from), column))
}

function endMap(row: number, column: number, members: Members): Members {
  // A line that is indented deeper than its mapping, but not part of a member.
  if (cursor.column > column) handOver()
  leave(row, cursor.end)
  return members
}

// The rest of a mapping from a merge key on, behind whose colon the cursor stands.
function readMerged(members: Members, column: number): Members {
  const merged = readMerge(members, undefined, cursor.pos)
  nextToken(cursor.pos)
  while (cursor.column === column) {
    const nameAt = cursor.pos
    const name = readKey(nameAt)
    if (isMerge(name, nameAt)) {
      readMerge(members, merged, cursor.pos)
      nextToken(cursor.pos)
    } else {
      noteAfterMerge(members, merged, name, nameAt)
      assign(members, name, readMember(name, nameAt, column))
    }
  }
  return members
}

function readKey(at: number): string {
  const start = startAt(at)
  if (start === PLAIN) {
    const colon = findColon(at)
    return colon === -1 ? handOver() : takeKey(at, colon)
  }
  if (start !== QUOTE) return cursor.text.charCodeAt(at) === TAB ? refuseTab(at) : handOver()
  const key = quotedKey(at)
  const colon = colonAfter(cursor.pos)
  if (colon === -1 || cursor.isBroken || colon - at > LONGEST_KEY) handOver()
  cursor.pos = colon + 1
  return key
}

function takeKey(at: number, colon: number): string {
  if (colon - at > LONGEST_KEY) handOver()
  cursor.pos = colon + 1
  return plainKey(at, colon)
}

// The colon that makes a quoted text a key, or -1.
function colonAfter(end: number): number {
  const { text } = cursor
  const at = skipBlanks(end)
  return text.charCodeAt(at) === COLON && isBlankOrEnd(text.charCodeAt(at + 1)) ? at : -1
}

function skipBlanks(from: number): number {
  const { text } = cursor
  let at = from
  while (text.charCodeAt(at) === SPACE || text.charCodeAt(at) === TAB) at++
  return at
}

/**
 * Reads the value of a key, or of a document when nothing stands between it and its `---`, inside a mapping that is
 * indented by `indent` columns. The cursor stands behind the colon or the dashes. Goes to the next token.
 */
export function readMember(key: string, keyAt: number, indent: number): unknown {
  const { text, pos } = cursor
  let at = pos
  let code = text.charCodeAt(at)
  while (code === SPACE || code === TAB) code = text.charCodeAt(++at)
  switch (startAt(at)) {
    case PLAIN:
      return at < cursor.limit
        ? readText(key, keyAt, at, indent)
        : readBelow(key, keyAt, pos, indent)
    case QUOTE:
      return takeQuoted(key, keyAt, at, readQuoted(at))
    case NOTHING:
      return readBelow(key, keyAt, pos, indent)
    default:
      return readScalarOrFlow(key, keyAt, at, indent)
  }
}

// A member whose value is not on the line of its key: below and deeper, a list below the key itself, or nothing.
function readBelow(key: string, keyAt: number, from: number, indent: number): unknown {
  nextToken(from)
  if (cursor.column > indent) return readBlock(key, keyAt, indent)
  // A list may stand right below the key of its mapping, but not below the dash of another list.
  if (cursor.column === indent && keyAt !== -1 && isDash(cursor.pos))
    return readSequence(key, keyAt)
  return takeNothing(key, keyAt, from)
}

function takeNothing(key: string, keyAt: number, at: number): null {
  addLeaf(key, keyAt, at, at)
  cursor.end = at
  return null
}

function readSequence(key: string, keyAt: number): unknown[] {
  const { column, pos } = cursor
  const row = openNode(key, keyAt, pos)
  enter(pos)
  const from = beginItems()
  do addItem(readItem(cursor.pos + 1, column))
  while (cursor.column === column && isDash(cursor.pos))
  // At the same column the mapping may go on that the list is a member of; deeper is an error.
  if (cursor.column > column) handOver()
  leave(row, cursor.end)
  return takeItems(from)
}

// `from` is right behind the dash of a list that is indented by `indent` columns.
function readItem(from: number, indent: number): unknown {
  const { text } = cursor
  let at = from
  while (text.charCodeAt(at) === SPACE) at++
  if (text.charCodeAt(at) === TAB) refuseTab(at)
  if (at < cursor.limit && startAt(at) !== NOTHING) {
    cursor.pos = at
    cursor.column = at - cursor.lineFrom
    return readBlock('', -1, indent)
  }
  nextToken(from)
  return cursor.column > indent ? readBlock('', -1, indent) : takeNothing('', -1, from)
}

function isDash(at: number): boolean {
  const { text } = cursor
  return text.charCodeAt(at) === MINUS && isBlankOrEnd(text.charCodeAt(at + 1))
}

function startTable(): Uint8Array {
  const table = new Uint8Array(128)
  for (const character of '\n\r#') table[character.charCodeAt(0)] = NOTHING
  for (const character of '-?:') table[character.charCodeAt(0)] = DASH
  for (const character of '"\'') table[character.charCodeAt(0)] = QUOTE
  for (const character of '[{') table[character.charCodeAt(0)] = BRACKET
  for (const character of '|>') table[character.charCodeAt(0)] = BLOCK
  for (const character of '\t%@`&*!,]}') table[character.charCodeAt(0)] = FOREIGN
  return table
}
