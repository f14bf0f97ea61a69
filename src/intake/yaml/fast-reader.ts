import { beginAnchors, forgetAnchors } from './fast-anchors.ts'
import { readBlock, readMember } from './fast-block.ts'
import {
  beginCursor,
  cursor,
  endCursor,
  HANDOVER,
  handOver,
  isBlankOrEnd,
  nextLine,
  nextToken,
  refuseAt,
} from './fast-cursor.ts'
import { skipFlow } from './fast-flow-space.ts'
import { readFlow } from './fast-flow.ts'
import { dropItems, forgetItems } from './fast-items.ts'
import { boundShapes } from './fast-shapes.ts'
import { cutLayout, nodeCount } from './layout-table.ts'
import type { YamlLimits } from './limits.ts'
import { brokenReading, emptyReading, type Reading } from './reading.ts'
import { refusalIn } from './refusal.ts'

/** What of a text to read, and how. */
export interface Task {
  readonly text: string
  readonly start: number
  /** Where the document ends at the latest: at the end of the text or where a line begins the next one. */
  readonly limit: number
  readonly limits: YamlLimits
  /** Whether to read by JSON's rules where Kubernetes has others for YAML. */
  readonly isJson: boolean
}

const TAB = 9
const LINE_FEED = 10
const CARRIAGE_RETURN = 13
const SPACE = 32
const HASH = 35
const OPEN_MAP = 123

/**
 * Reads one document by recursive descent over its characters, as Kubernetes reads it, or gives undefined when it is
 * not sure; then nothing of it stays in the layout table. What Kubernetes refuses for certain comes as a trouble. The
 * text must hold none but the characters that unusualFinder lets pass. O(characters).
 */
export function readFast(task: Task): Reading | undefined {
  const kept = nodeCount()
  beginCursor(task.text, task.limit, task.limits, task.isJson)
  beginAnchors()
  forgetItems()
  boundShapes()
  try {
    return task.isJson ? readObject(skipFlow(task.start), kept) : readRoot(task.start, kept)
  } catch (error) {
    cutLayout(kept)
    if (error === HANDOVER) return undefined
    const trouble = refusalIn(error)
    if (trouble === undefined) throw error
    return brokenReading(task.limit, trouble)
  }
}

/** Lets go of the text and its values, which would stay in memory until the next one is read. */
export function endFast(): void {
  endCursor()
  forgetAnchors()
  dropItems()
}

function readRoot(start: number, node: number): Reading {
  nextLine(start)
  if (cursor.column === 0 && isDocumentStart(cursor.pos)) return readMarked(cursor.pos + 3, node)
  if (cursor.column === -1) return emptyReading(cursor.limit)
  return readContent(node)
}

// Behind `---` a value may begin, but no key and no list: its members would have no indentation.
function readMarked(from: number, node: number): Reading {
  const { text } = cursor
  let at = from
  while (text.charCodeAt(at) === SPACE || text.charCodeAt(at) === TAB) at++
  const code = text.charCodeAt(at)
  if (at < cursor.limit && code !== LINE_FEED && code !== CARRIAGE_RETURN && code !== HASH) {
    cursor.pos = from
    return finish(node, readMember('', -1, -1))
  }
  nextToken(from)
  return cursor.column === -1 ? emptyReading(cursor.limit) : readContent(node)
}

function readContent(node: number): Reading {
  const { text, pos } = cursor
  if (text.charCodeAt(pos) === OPEN_MAP) return readObject(pos, node)
  return finish(node, readBlock('', -1, -1))
}

function finish(node: number, value: unknown): Reading {
  const { column, limit, troubles } = cursor
  if (column === -1) return { node, value, end: limit, troubles }
  return refuseAt(
    cursor.pos,
    'The document goes on after its only value has ended.',
    'Indent this line if it belongs to the value, or put a line of --- before it.',
  )
}

// A file of JSON may hold several objects one after the other, with nothing between them.
function readObject(at: number, node: number): Reading {
  const { text, limit, troubles } = cursor
  if (text.charCodeAt(at) !== OPEN_MAP) handOver()
  const value = readFlow('', -1, at, -1)
  const end = skipFlow(cursor.pos)
  return end >= limit || text.charCodeAt(end) === OPEN_MAP
    ? { node, value, end, troubles }
    : handOver()
}

function isDocumentStart(at: number): boolean {
  return cursor.text.startsWith('---', at) && isBlankOrEnd(cursor.text.charCodeAt(at + 3))
}
