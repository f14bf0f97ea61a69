import { cursor, enter, expectCode, leave, refuseHcl, skipSpace } from './cursor.ts'
import { readTerm } from './read-term.ts'
import type { BinaryOperator, Expression } from './syntax.ts'

const EXCLAMATION = 33
const PERCENT = 37
const AMPERSAND = 38
const STAR = 42
const PLUS = 43
const MINUS = 45
const SLASH = 47
const COLON = 58
const LESS = 60
const EQUALS = 61
const MORE = 62
const QUESTION = 63
const BAR = 124

// The reader of left sides is a loop, but who evaluates them goes down one level for each.
const MAX_OPERATORS = 500

/** Reads the expression after the cursor: the whole of it, conditional and operators included. */
export function readExpression(): Expression {
  enter()
  skipSpace()
  const condition = readOperation(1)
  const expression = skipSpace() === QUESTION ? readConditional(condition) : condition
  leave()
  return expression
}

function readConditional(condition: Expression): Expression {
  cursor.at++
  const yes = readExpression()
  expectCode(COLON, 'This conditional has no second answer.', 'Write `condition ? yes : no`.')
  const no = readExpression()
  return { kind: 'conditional', condition, yes, no, start: condition.start, end: no.end }
}

/** Reads operations of level `level` and above: the higher the level, the tighter the operator binds. */
function readOperation(level: number): Expression {
  let left = readTerm()
  for (let count = 0; ; count++) {
    const operator = operatorAt(skipSpace())
    if (operator === undefined) return left
    const tightness = TIGHTNESS[operator]
    if (tightness < level) return left
    if (count > MAX_OPERATORS) tooLong()
    cursor.at += operator.length
    skipSpace()
    const right = readOperation(tightness + 1)
    left = { kind: 'binary', operator, left, right, start: left.start, end: right.end }
  }
}

function tooLong(): never {
  return refuseHcl(
    cursor.at,
    `More than ${MAX_OPERATORS} operators stand in one expression.`,
    'Split it with locals.',
  )
}

// Source: HCL native syntax specification, "Operations".
const TIGHTNESS: Readonly<Record<BinaryOperator, number>> = {
  '||': 1,
  '&&': 2,
  '==': 3,
  '!=': 3,
  '<': 4,
  '<=': 4,
  '>': 4,
  '>=': 4,
  '+': 5,
  '-': 5,
  '*': 6,
  '/': 6,
  '%': 6,
}

function operatorAt(code: number): BinaryOperator | undefined {
  const next = cursor.text.charCodeAt(cursor.at + 1)
  switch (code) {
    case BAR:
      return next === BAR ? '||' : undefined
    case AMPERSAND:
      return next === AMPERSAND ? '&&' : undefined
    case EQUALS:
      return next === EQUALS ? '==' : undefined
    case EXCLAMATION:
      return next === EQUALS ? '!=' : undefined
    case LESS:
      return next === EQUALS ? '<=' : '<'
    case MORE:
      return next === EQUALS ? '>=' : '>'
    case PLUS:
      return '+'
    case MINUS:
      return '-'
    case STAR:
      return '*'
    case SLASH:
      return '/'
    case PERCENT:
      // `%{` begins a directive where an expression ends.
      return '%'
    default:
      return undefined
  }
}
