import { closeNode, nodeCount } from './layout-table.ts'
import type { YamlLimits } from './limits.ts'
import { refuse } from './refusal.ts'
import { tooDeep, tooMany, type Trouble } from './yaml-fault.ts'

const TAB = 9
const LINE_FEED = 10
const CARRIAGE_RETURN = 13
const SPACE = 32
const HASH = 35

/** What the fast reader is reading and where it stands. */
interface Cursor {
  text: string
  /** Where the document ends: at a line that begins the next one, or at the end of the text. */
  limit: number
  /** The next character to look at; after a block node, the first one of the next token. */
  pos: number
  /** Where the line of `pos` begins. */
  lineFrom: number
  /** The column of the next token when it is the first of its line, or -1 at the end of the document. */
  column: number
  /** Where the value that was read last ends. */
  end: number
  /** Whether a comment stood between the last token and the next. */
  isCommented: boolean
  /** Whether the quoted text that was read last runs over more than one line. */
  isBroken: boolean
  /** Whether the document is JSON, which Kubernetes then reads by JSON's own rules. */
  isJson: boolean
  depth: number
  maxDepth: number
  maxNodes: number
  maxAliasNodes: number
  troubles: Trouble[]
}

/**
 * The one cursor of the process: readYaml is synchronous and never inside itself, and the functions of the fast reader
 * call each other several times for every node, so handing this around would cost a tenth of the speed.
 */
export const cursor: Cursor = {
  text: '',
  limit: 0,
  pos: 0,
  lineFrom: 0,
  column: -1,
  end: 0,
  isCommented: false,
  isBroken: false,
  isJson: false,
  depth: 0,
  maxDepth: 0,
  maxNodes: 0,
  maxAliasNodes: 0,
  troubles: [],
}

/** Puts the cursor into a new document. */
export function beginCursor(
  text: string,
  limit: number,
  limits: YamlLimits,
  isJson: boolean,
): void {
  cursor.text = text
  cursor.limit = limit
  cursor.isJson = isJson
  cursor.depth = 0
  cursor.maxDepth = limits.maxDepth
  cursor.maxNodes = limits.maxNodes
  cursor.maxAliasNodes = limits.maxAliasNodes
  cursor.troubles = []
}

/** Lets go of the text, which would else stay in memory until the next one. */
export function endCursor(): void {
  cursor.text = ''
  cursor.troubles = []
}

/** Thrown when the fast reader is not sure how to read on; made once, because a stack trace costs more than a node. */
export const HANDOVER = new Error('not for the fast reader')

/** Leaves the document to the library. */
export function handOver(): never {
  throw HANDOVER
}

/** Gives the document up for a reason that Kubernetes has too. */
export function refuseAt(offset: number, message: string, remedy: string): never {
  return refuse({ code: 'INTAKE_YAML', offset, message, remedy })
}

/** Gives the document up because of a tab in the indentation. */
export function refuseTab(offset: number): never {
  return refuseAt(offset, 'A tab stands where YAML wants spaces.', 'Replace it with spaces.')
}

/** Goes one collection deeper, and gives the document up where that is too deep or too much. */
export function enter(offset: number): void {
  if (cursor.depth >= cursor.maxDepth) refuse(tooDeep(offset, cursor.maxDepth))
  if (nodeCount() > cursor.maxNodes) refuse(tooMany(offset, cursor.maxNodes))
  cursor.depth++
}

/** Ends the collection that was entered last, whose node is `row`. */
export function leave(row: number, end: number): void {
  cursor.depth--
  closeNode(row, end)
  if (nodeCount() > cursor.maxNodes) refuse(tooMany(end, cursor.maxNodes))
}

/** Whether a character separates tokens, the end of the text included. */
export function isBlankOrEnd(code: number): boolean {
  return (
    code === SPACE ||
    code === LINE_FEED ||
    code === CARRIAGE_RETURN ||
    code === TAB ||
    code !== code
  )
}

/**
 * Goes from behind a block node to the next token, over white space, line breaks and comments. A token on the same line
 * is an error to Kubernetes, which the library words.
 */
export function nextToken(from: number): void {
  const { text, limit } = cursor
  cursor.isCommented = false
  let at = from
  for (;;) {
    const code = text.charCodeAt(at)
    if (code === LINE_FEED) return nextLine(at + 1)
    if (code === HASH) {
      cursor.isCommented = true
      at = text.indexOf('\n', at)
      if (at === -1) return endOfDocument()
    } else if (code === SPACE || code === CARRIAGE_RETURN || code === TAB) at++
    else if (at >= limit) return endOfDocument()
    else return handOver()
  }
}

/** Goes to the next token from the beginning of a line. */
export function nextLine(from: number): void {
  const { text, limit } = cursor
  let lineFrom = from
  let at = from
  while (at < limit) {
    const code = text.charCodeAt(at)
    if (code === SPACE || code === CARRIAGE_RETURN) at++
    else if (code === LINE_FEED) lineFrom = ++at
    else if (code === HASH) {
      cursor.isCommented = true
      at = text.indexOf('\n', at)
      if (at === -1) return endOfDocument()
    } else {
      cursor.pos = at
      cursor.lineFrom = lineFrom
      cursor.column = at - lineFrom
      return
    }
  }
  endOfDocument()
}

function endOfDocument(): void {
  cursor.pos = cursor.limit
  cursor.column = -1
}
