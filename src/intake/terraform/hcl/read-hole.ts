import { cursor, enter, leave, refuseHcl, skipSpace } from './cursor.ts'
import { readForHead } from './read-collection.ts'
import { readName } from './read-name.ts'
import type { TemplateToken } from './template-tokens.ts'

const DOLLAR = 36
const CLOSE_MAP = 125
const TILDE = 126

/** What a hole of a template gave, and whether it swallows the white space on its two sides. */
export interface Hole {
  readonly token: TemplateToken
  readonly trimsBefore: boolean
  readonly trimsAfter: boolean
}

/** Reads the `${ … }` or `%{ … }` at the cursor, which moves behind it. */
export function readHole(): Hole {
  const { text, at: start, isLineBound } = cursor
  enter()
  cursor.isLineBound = false
  cursor.at = start + 2
  const trimsBefore = skipTilde()
  const isValue = text.charCodeAt(start) === DOLLAR
  const read = isValue ? readValue : readDirective
  const token = read(start)
  skipSpace()
  const trimsAfter = skipTilde()
  if (skipSpace() !== CLOSE_MAP) {
    refuseHcl(cursor.at, 'This part of a template is not closed.', 'Close it with `}`.')
  }
  cursor.at++
  cursor.isLineBound = isLineBound
  leave()
  return { token: { ...token, end: cursor.at }, trimsBefore, trimsAfter }
}

function skipTilde(): boolean {
  if (cursor.text.charCodeAt(cursor.at) !== TILDE) return false
  cursor.at++
  return true
}

function readValue(start: number): TemplateToken {
  return { kind: 'expression', of: cursor.readExpression(), start, end: cursor.at }
}

function readDirective(start: number): TemplateToken {
  skipSpace()
  const at = cursor.at
  const word = readName('a directive')
  switch (word) {
    case 'if':
      return { kind: 'if', condition: cursor.readExpression(), start, end: cursor.at }
    case 'for':
      return { kind: 'for', ...readForHead(), start, end: cursor.at }
    case 'else':
    case 'endif':
    case 'endfor':
      return { kind: word, start, end: cursor.at }
    default:
      return refuseHcl(
        at,
        'This is no directive of templates.',
        'Use if, else, endif, for or endfor.',
      )
  }
}
