import { cursor, expectCode, refuseHcl, skipLines, skipSpace } from './cursor.ts'
import { continuesName, readName } from './read-name.ts'
import type { Expression, ObjectMember } from './syntax.ts'

const LINE_FEED = 10
const COMMA = 44
const COLON = 58
const EQUALS = 61
const MORE = 62
const OPEN_LIST = 91
const CLOSE_LIST = 93
const CLOSE_MAP = 125

/** Reads the list at the cursor, or the `for` that stands in its brackets. */
export function readTuple(): Expression {
  const { at: start, isLineBound } = cursor
  cursor.at++
  cursor.isLineBound = false
  const value = isFor() ? readFor(start) : readItems(start)
  cursor.isLineBound = isLineBound
  return value
}

function readItems(start: number): Expression {
  const items: Expression[] = []
  while (skipSpace() !== CLOSE_LIST) {
    items.push(cursor.readExpression())
    if (skipSpace() === COMMA) cursor.at++
    else break
  }
  expectCode(
    CLOSE_LIST,
    'This list is not closed.',
    'Separate its members with commas and end with `]`.',
  )
  return { kind: 'tuple', items, start, end: cursor.at }
}

/** Reads the object at the cursor, or the `for` that stands in its braces. */
export function readObject(): Expression {
  const { at: start, isLineBound } = cursor
  cursor.at++
  const isLoop = isFor()
  cursor.isLineBound = !isLoop
  const value = isLoop ? readFor(start) : readMembers(start)
  cursor.isLineBound = isLineBound
  return value
}

function readMembers(start: number): Expression {
  const members: ObjectMember[] = []
  while (skipLines() !== CLOSE_MAP) {
    members.push(readMember())
    const code = skipSpace()
    if (code === COMMA) cursor.at++
    else if (code !== LINE_FEED && code !== CLOSE_MAP) {
      refuseHcl(
        cursor.at,
        'Two members of an object stand on one line.',
        'Put a comma between them.',
      )
    }
  }
  cursor.at++
  return { kind: 'object', members, start, end: cursor.at }
}

function readMember(): ObjectMember {
  const key = cursor.readExpression()
  const code = skipSpace()
  if (code !== EQUALS && code !== COLON) {
    refuseHcl(cursor.at, 'This member of an object has no value.', 'Write `key = value`.')
  }
  cursor.at++
  return { key, value: cursor.readExpression() }
}

// `for` is a name like any other where no name follows.
function isFor(): boolean {
  skipLines()
  return FOR.test(cursor.text.slice(cursor.at, cursor.at + 5))
}

const FOR = /^for[ \t\r\n#/]/

function readFor(start: number): Expression {
  cursor.at += 'for'.length
  const isObject = cursor.text.charCodeAt(start) !== OPEN_LIST
  const { keyName, valueName, collection } = readForHead()
  expectCode(COLON, 'The colon after this `for` is missing.', 'Write `for item in list : result`.')
  const first = cursor.readExpression()
  const result = isObject ? readArrow() : first
  const isGrouped = isObject && readWord('...')
  skipSpace()
  const condition = readIf()
  const close = isObject ? CLOSE_MAP : CLOSE_LIST
  expectCode(close, 'This `for` is not closed.', `End it with \`${String.fromCharCode(close)}\`.`)
  const keyResult = isObject ? first : undefined
  const end = cursor.at
  return {
    kind: 'for',
    keyName,
    valueName,
    collection,
    keyResult,
    result,
    condition,
    isGrouped,
    start,
    end,
  }
}

/** Reads what both sorts of `for` begin with, after the word itself. */
export function readForHead(): {
  readonly keyName: string | undefined
  readonly valueName: string
  readonly collection: Expression
} {
  skipSpace()
  const first = readName('the name of a loop variable')
  const hasKey = skipSpace() === COMMA
  if (hasKey) {
    cursor.at++
    skipSpace()
  }
  const second = hasKey ? readName('the name of a loop variable') : first
  skipSpace()
  if (!readWord('in'))
    refuseHcl(cursor.at, 'The word `in` is missing in this loop.', 'Write `for item in list`.')
  return {
    keyName: hasKey ? first : undefined,
    valueName: second,
    collection: cursor.readExpression(),
  }
}

function readArrow(): Expression {
  if (skipSpace() !== EQUALS || cursor.text.charCodeAt(cursor.at + 1) !== MORE) {
    refuseHcl(cursor.at, 'A `for` in braces needs a key and a value.', 'Write `key => value`.')
  }
  cursor.at += 2
  return cursor.readExpression()
}

function readIf(): Expression | undefined {
  return readWord('if') ? cursor.readExpression() : undefined
}

function readWord(word: string): boolean {
  skipSpace()
  const end = cursor.at + word.length
  if (!cursor.text.startsWith(word, cursor.at)) return false
  if (word !== '...' && continuesName(cursor.text, end)) return false
  cursor.at = end
  return true
}
