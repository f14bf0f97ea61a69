import { cursor, enter, expectCode, leave, refuseHcl, skipSpace } from './cursor.ts'
import { readObject, readTuple } from './read-collection.ts'
import { readHeredoc } from './read-heredoc.ts'
import { beginsName, readName } from './read-name.ts'
import { isDigit, readNumber } from './read-number.ts'
import { readQuoted } from './read-template.ts'
import { readTraversal } from './read-traversal.ts'
import type { Expression } from './syntax.ts'

const EXCLAMATION = 33
const QUOTE = 34
const OPEN = 40
const CLOSE = 41
const COMMA = 44
const MINUS = 45
const LESS = 60
const OPEN_LIST = 91
const OPEN_MAP = 123

/** Reads one operand: a value with all that follows it by dots and brackets, or a sign before one. */
export function readTerm(): Expression {
  const { text, at: start } = cursor
  const code = text.charCodeAt(start)
  if (code !== MINUS && code !== EXCLAMATION) return readTraversal(readPrimary(code))
  enter()
  cursor.at++
  skipSpace()
  const of = readTerm()
  leave()
  const { end } = of
  return code === MINUS ? { kind: 'minus', of, start, end } : { kind: 'not', of, start, end }
}

function readPrimary(code: number): Expression {
  const { text, at: start } = cursor
  if (code === QUOTE) return readQuoted()
  if (isDigit(code)) return readNumber()
  if (code === OPEN_LIST) return readTuple()
  if (code === OPEN_MAP) return readObject()
  if (code === OPEN) return readGroup()
  if (code === LESS && text.charCodeAt(start + 1) === LESS) return readHeredoc()
  if (beginsName(text, start)) return readNamed()
  return refuseHcl(
    start,
    'Here a value should stand.',
    'Write an expression, or delete what needs one.',
  )
}

function readGroup(): Expression {
  const { at: start, isLineBound } = cursor
  cursor.at++
  cursor.isLineBound = false
  const of = cursor.readExpression()
  expectCode(CLOSE, 'This parenthesis is not closed.', 'Close it with `)`.')
  cursor.isLineBound = isLineBound
  return { kind: 'group', of, start, end: cursor.at }
}

function readNamed(): Expression {
  const start = cursor.at
  const name = readQualified()
  const end = cursor.at
  if (skipSpace() === OPEN) return readCall(name, start)
  cursor.at = end
  if (name === 'true' || name === 'false') {
    return { kind: 'literal', value: name === 'true', start, end }
  }
  if (name === 'null') return { kind: 'literal', value: null, start, end }
  return { kind: 'name', name, start, end }
}

// Functions of providers have names with `::` in them.
function readQualified(): string {
  let name = readName('a name')
  while (cursor.text.startsWith('::', cursor.at)) {
    cursor.at += 2
    name += `::${readName('the rest of a function name')}`
  }
  return name
}

function readCall(name: string, start: number): Expression {
  const { isLineBound } = cursor
  cursor.at++
  cursor.isLineBound = false
  const found: Expression[] = []
  let isExpanded = false
  while (skipSpace() !== CLOSE) {
    found.push(cursor.readExpression())
    if (skipSpace() === COMMA) cursor.at++
    else {
      isExpanded = readDots()
      break
    }
  }
  expectCode(
    CLOSE,
    'The arguments of this call are not closed.',
    'Separate them with commas and end with `)`.',
  )
  cursor.isLineBound = isLineBound
  return { kind: 'call', name, arguments: found, isExpanded, start, end: cursor.at }
}

function readDots(): boolean {
  if (!cursor.text.startsWith('...', cursor.at)) return false
  cursor.at += 3
  return true
}
