import type { Trouble } from '../../yaml/yaml-fault.ts'
import type { Expression } from './syntax.ts'

const TAB = 9
const LINE_FEED = 10
const CARRIAGE_RETURN = 13
const SPACE = 32
const HASH = 35
const STAR = 42
const SLASH = 47

/** What the HCL reader is reading and where it stands. */
interface Cursor {
  text: string
  at: number
  /** Whether a line break ends what is being read: so it is in bodies and objects, not in brackets or parentheses. */
  isLineBound: boolean
  depth: number
  /** Reads an expression: what all its parts, which hold expressions again, call without importing each other. */
  readExpression: () => Expression
}

/** The one cursor of the process: readHcl is synchronous and never inside itself. */
export const cursor: Cursor = {
  text: '',
  at: 0,
  isLineBound: true,
  depth: 0,
  readExpression: () => refuseHcl(0, 'Nothing is read.', 'Call readHcl.'),
}

// Terraform itself gives up at some thousand levels; no module has twenty.
const MAX_DEPTH = 200

/** Thrown where a text is no HCL, caught where the reader can go on. Holds what to tell instead of a stack. */
export interface HclRefusal {
  readonly trouble: Trouble
}

let refusal: HclRefusal | undefined
const REFUSED = new Error('not HCL')

/** Gives up the block that is being read. */
export function refuseHcl(offset: number, message: string, remedy: string): never {
  refusal = { trouble: { code: 'INTAKE_HCL', offset, message, remedy } }
  throw REFUSED
}

/** What `error` was thrown for, or undefined when it is a mistake of ours. */
export function refusalOf(error: unknown): HclRefusal | undefined {
  return error === REFUSED ? refusal : undefined
}

/** Goes one level deeper, and gives up where that is too deep. */
export function enter(): void {
  if (++cursor.depth <= MAX_DEPTH) return
  refusal = {
    trouble: {
      code: 'INTAKE_TOO_DEEP',
      offset: cursor.at,
      message: `More than ${MAX_DEPTH} blocks and expressions stand inside one another here.`,
      remedy: 'Split the expression with locals.',
    },
  }
  throw REFUSED
}

/** Ends the level that was entered last. */
export function leave(): void {
  cursor.depth--
}

/**
 * Goes over white space and comments, over line breaks too unless they mean something here, and gives the code of the
 * next character: NaN at the end of the text.
 */
export function skipSpace(): number {
  const { text, isLineBound } = cursor
  let { at } = cursor
  for (;;) {
    const code = text.charCodeAt(at)
    if (code === SPACE || code === TAB || code === CARRIAGE_RETURN) at++
    else if (code === LINE_FEED && !isLineBound) at++
    else if (code === HASH) at = lineEnd(text, at)
    else if (code === SLASH && text.charCodeAt(at + 1) === SLASH) at = lineEnd(text, at)
    else if (code === SLASH && text.charCodeAt(at + 1) === STAR) at = commentEnd(text, at)
    else {
      cursor.at = at
      return code
    }
  }
}

/** Goes over white space, comments and line breaks. */
export function skipLines(): number {
  const { isLineBound } = cursor
  cursor.isLineBound = false
  const code = skipSpace()
  cursor.isLineBound = isLineBound
  return code
}

/** Goes over the character with this code, or gives up with the message. */
export function expectCode(code: number, message: string, remedy: string): void {
  if (skipSpace() !== code) refuseHcl(cursor.at, message, remedy)
  cursor.at++
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end === -1 ? text.length : end
}

function commentEnd(text: string, at: number): number {
  const end = text.indexOf('*/', at + 2)
  if (end === -1) return refuseHcl(at, 'This comment has no end.', 'Close it with `*/`.')
  return end + 2
}
