import type { BinaryOperator } from '../hcl/syntax.ts'
import { INVALID, isSame, isUnknown, numberOf, truthOf, type Value } from './value.ts'

/** What an operator gives; `untold` gives what stands for an answer that nobody knows. */
export function operate(
  operator: BinaryOperator,
  left: Value,
  right: Value,
  untold: () => Value,
): Value {
  switch (operator) {
    case '&&':
    case '||':
      return connect(operator === '||', left, right, untold)
    case '==':
    case '!=': {
      const same = isInvalid(left) || isInvalid(right) ? undefined : isSame(left, right)
      if (same === undefined) return undecided(left, right, untold)
      return operator === '==' ? same : !same
    }
    default:
      return reckon(operator, left, right, untold)
  }
}

/** What `!` gives. */
export function negate(value: Value, untold: () => Value): Value {
  if (isUnknown(value)) return undecided(value, value, untold)
  const truth = truthOf(value)
  return truth === undefined ? INVALID : !truth
}

// One side alone may decide.
function connect(decisive: boolean, left: Value, right: Value, untold: () => Value): Value {
  const one = isUnknown(left) ? undefined : truthOf(left)
  const other = isUnknown(right) ? undefined : truthOf(right)
  if (one === decisive || other === decisive) return decisive
  if (isUnknown(left) || isUnknown(right)) return undecided(left, right, untold)
  return one === undefined || other === undefined ? INVALID : !decisive
}

type Reckoning = Exclude<BinaryOperator, '&&' | '||' | '==' | '!='>

function reckon(operator: Reckoning, left: Value, right: Value, untold: () => Value): Value {
  if (isUnknown(left) || isUnknown(right)) return undecided(left, right, untold)
  const one = numberOf(left)
  const other = numberOf(right)
  if (one === undefined || other === undefined) return INVALID
  return exact(RECKONINGS[operator](one, other), untold)
}

const RECKONINGS: Readonly<Record<Reckoning, (one: number, other: number) => number | boolean>> = {
  '<': (one, other) => one < other,
  '<=': (one, other) => one <= other,
  '>': (one, other) => one > other,
  '>=': (one, other) => one >= other,
  '+': (one, other) => one + other,
  '-': (one, other) => one - other,
  '*': (one, other) => one * other,
  '/': (one, other) => one / other,
  '%': (one, other) => one % other,
}

// Terraform reckons with 512 bits; what we cannot hold exactly is not told at all.
function exact(answer: number | boolean, untold: () => Value): Value {
  if (typeof answer === 'boolean') return answer
  if (!Number.isFinite(answer)) return INVALID
  return Math.abs(answer) > Number.MAX_SAFE_INTEGER ? untold() : answer
}

function undecided(left: Value, right: Value, untold: () => Value): Value {
  return isInvalid(left) || isInvalid(right) ? INVALID : untold()
}

function isInvalid(value: Value): boolean {
  return isUnknown(value) && value.isInvalid
}
