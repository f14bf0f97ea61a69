import { wrapped } from '../hcl/read-template.ts'
import type { Expression } from '../hcl/syntax.ts'
import { callFunction } from './call.ts'
import { evaluateFor } from './evaluate-for.ts'
import { evaluateSplat } from './evaluate-splat.ts'
import { evaluateParts } from './evaluate-template.ts'
import { negate, operate } from './operate.ts'
import { EXHAUSTED, spend, untold, type Scope } from './scope.ts'
import { payFor } from './size.ts'
import { attributeOf, memberAt } from './traverse.ts'
import { INVALID, isSame, isUnknown, numberOf, textOf, truthOf, type Value } from './value.ts'

// References lead to other expressions and those to more: no real module goes a tenth as deep.
const MAX_DEPTH = 400

/**
 * What an expression gives: its value, as far as it can be told. Throws `EXHAUSTED` when the scope's budget is used up,
 * nothing else.
 */
export function evaluate(of: Expression, scope: Scope): Value {
  const { budget } = scope
  spend(budget, 1)
  if (++budget.depth > MAX_DEPTH) throw EXHAUSTED
  const value = valueOf(of, scope)
  budget.depth--
  return value
}

function valueOf(of: Expression, scope: Scope): Value {
  switch (of.kind) {
    case 'literal':
      return of.value
    case 'template': {
      const only = wrapped(of.parts)
      return only === undefined ? evaluateParts(of.parts, scope) : evaluate(only, scope)
    }
    case 'tuple':
      return of.items.map((item) => evaluate(item, scope))
    case 'object':
      return objectOf(of, scope)
    case 'name':
    case 'attribute':
      return reference(of, scope)
    case 'index':
      return indexed(of, scope)
    case 'splat':
      return evaluateSplat(of, scope)
    case 'item':
      return scope.item ?? INVALID
    case 'call':
      return callFunction(of, scope)
    case 'group':
      return evaluate(of.of, scope)
    case 'not':
      return negate(evaluate(of.of, scope), () => untold(of, scope))
    case 'minus':
      return minus(of, scope)
    case 'binary':
      return binary(of, scope)
    case 'conditional':
      return choose(of, scope)
    case 'for':
      return evaluateFor(of, scope)
  }
}

type Of<Kind> = Extract<Expression, { readonly kind: Kind }>

function objectOf(of: Of<'object'>, scope: Scope): Value {
  const members = new Map<string, Value>()
  for (const { key, value } of of.members) {
    const name = key.kind === 'name' ? key.name : keyText(key, scope)
    if (name === undefined) return untold(of, scope)
    members.set(name, evaluate(value, scope))
  }
  return members
}

// An object with a key that nobody can tell is unknown as a whole: any of its members may be the last of its name.
function keyText(key: Expression, scope: Scope): string | undefined {
  if (key.kind === 'literal' && key.value === null) return 'null'
  return textOf(evaluate(key, scope))
}

function reference(of: Of<'name' | 'attribute'>, scope: Scope): Value {
  const names = namesOf(of)
  if (names === undefined) {
    if (of.kind === 'name') return untold(of, scope)
    return attributeOf(evaluate(of.of, scope), of.name, () => untold(of, scope))
  }
  const [root = '', ...rest] = names
  const found = scope.lookUp(root, rest)
  if (found === undefined) return untold(of, scope)
  return rest
    .slice(found.taken)
    .reduce((value, name) => attributeOf(value, name, () => untold(of, scope)), found.value)
}

// The names of a reference that is nothing but names and dots.
function namesOf(of: Expression): readonly string[] | undefined {
  const names: string[] = []
  let at = of
  while (at.kind === 'attribute') {
    names.push(at.name)
    at = at.of
  }
  return at.kind === 'name' ? [at.name, ...names.toReversed()] : undefined
}

function indexed(of: Of<'index'>, scope: Scope): Value {
  return memberAt(evaluate(of.of, scope), evaluate(of.key, scope), () => untold(of, scope))
}

function minus(of: Of<'minus'>, scope: Scope): Value {
  const value = evaluate(of.of, scope)
  if (isUnknown(value)) return value.isInvalid ? value : untold(of, scope)
  if (typeof value === 'bigint') return -value
  const number = numberOf(value)
  return number === undefined ? INVALID : -number
}

function binary(of: Of<'binary'>, scope: Scope): Value {
  const left = evaluate(of.left, scope)
  const right = evaluate(of.right, scope)
  payFor(left, scope.budget)
  return operate(of.operator, left, right, () => untold(of, scope))
}

function choose(of: Of<'conditional'>, scope: Scope): Value {
  const condition = evaluate(of.condition, scope)
  if (!isUnknown(condition)) {
    const truth = truthOf(condition)
    if (truth === undefined) return INVALID
    return evaluate(truth ? of.yes : of.no, scope)
  }
  if (condition.isInvalid) return condition
  const yes = evaluate(of.yes, scope)
  payFor(yes, scope.budget)
  return isSame(yes, evaluate(of.no, scope)) === true ? yes : untold(of, scope)
}
