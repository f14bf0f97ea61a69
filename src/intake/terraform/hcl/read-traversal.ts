import { cursor, expectCode, refuseHcl, skipSpace } from './cursor.ts'
import { beginsName, readName } from './read-name.ts'
import { isDigit } from './read-number.ts'
import type { Expression } from './syntax.ts'

const STAR = 42
const DOT = 46
const OPEN_LIST = 91
const CLOSE_LIST = 93

// Far above real ones; who evaluates them goes down one level for each.
const MAX_STEPS = 500

/** Reads what follows `from` by dots and brackets: attributes, indexes, splats. */
export function readTraversal(from: Expression): Expression {
  let of = from
  for (let count = 0; count < MAX_STEPS; count++) {
    const end = cursor.at
    const code = skipSpace()
    if (code === DOT && cursor.text.charCodeAt(cursor.at + 1) !== DOT) of = readDotted(of)
    else if (code === OPEN_LIST) {
      const next = readBracketed(of)
      // A splat takes all that follows into itself.
      if (next.kind === 'splat') return next
      of = next
    } else {
      cursor.at = end
      return of
    }
  }
  return refuseHcl(cursor.at, 'This reference has too many steps.', 'Split it with locals.')
}

function readDotted(of: Expression): Expression {
  const { text, at } = cursor
  cursor.at = at + 1
  const code = skipSpace()
  if (code === STAR) return readAttributeSplat(of)
  if (isDigit(code)) return readLegacyIndex(of)
  if (!beginsName(text, cursor.at)) {
    return refuseHcl(cursor.at, 'Nothing follows this dot.', 'Write the name of an attribute.')
  }
  const name = readName('an attribute')
  return { kind: 'attribute', of, name, start: of.start, end: cursor.at }
}

// `list.0.name`, from before HCL2.
function readLegacyIndex(of: Expression): Expression {
  const { text, at: start } = cursor
  while (isDigit(text.charCodeAt(cursor.at))) cursor.at++
  const end = cursor.at
  if (text.charCodeAt(end) === DOT && isDigit(text.charCodeAt(end + 1))) {
    refuseHcl(start, 'Two indexes follow each other by dots.', 'Write them in brackets: `[0][1]`.')
  }
  const key: Expression = { kind: 'literal', value: Number(text.slice(start, end)), start, end }
  return { kind: 'index', of, key, start: of.start, end }
}

// `list.*.name`: only attributes belong to each member; an index means the list of answers.
function readAttributeSplat(of: Expression): Expression {
  let each: Expression = { kind: 'item', start: cursor.at, end: ++cursor.at }
  for (;;) {
    const end = cursor.at
    const isNext = skipSpace() === DOT && beginsName(cursor.text, cursor.at + 1)
    if (!isNext) {
      cursor.at = end
      return { kind: 'splat', of, each, start: of.start, end }
    }
    each = readDotted(each)
  }
}

function readBracketed(of: Expression): Expression {
  const { at: start, isLineBound } = cursor
  cursor.at++
  cursor.isLineBound = false
  if (skipSpace() === STAR) {
    cursor.at++
    expectCode(CLOSE_LIST, 'This splat is not closed.', 'Write `[*]`.')
    cursor.isLineBound = isLineBound
    const each = readTraversal({ kind: 'item', start, end: cursor.at })
    return { kind: 'splat', of, each, start: of.start, end: cursor.at }
  }
  const key = cursor.readExpression()
  expectCode(CLOSE_LIST, 'This index is not closed.', 'Close it with `]`.')
  cursor.isLineBound = isLineBound
  return { kind: 'index', of, key, start: of.start, end: cursor.at }
}
