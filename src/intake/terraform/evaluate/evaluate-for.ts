import { groupBy } from '../../../base/group.ts'
import type { ForExpression } from '../hcl/syntax.ts'
import { spend, untold, within, type Scope } from './scope.ts'
import {
  INVALID,
  isMap,
  isTuple,
  isUnknown,
  sortedMap,
  textOf,
  truthOf,
  type Unknown,
  type Value,
} from './value.ts'

/** A key and the value there, of a list or a map. */
export type Entry = readonly [string | number, Value]

/** The members of a collection in Terraform's order, or undefined for what has none. */
export function entriesOf(collection: Value): readonly Entry[] | undefined {
  if (isTuple(collection)) return [...collection.entries()]
  return isMap(collection) ? [...sortedMap(collection)] : undefined
}

/** What a `for` in brackets or braces gives. */
export function evaluateFor(of: ForExpression, scope: Scope): Value {
  const collection = scope.evaluate(of.collection, scope)
  if (isUnknown(collection)) return collection.isInvalid ? collection : untold(of, scope)
  const entries = entriesOf(collection)
  if (entries === undefined) return INVALID
  return of.keyResult === undefined ? listOf(of, entries, scope) : mapOf(of, entries, scope)
}

/** The scope of a loop's body at one member. */
export function loopScope(
  loop: { readonly keyName: string | undefined; readonly valueName: string },
  [key, value]: Entry,
  scope: Scope,
): Scope {
  // A turn makes a scope and more, which is worth several steps.
  spend(scope.budget, STEPS_PER_TURN)
  const names = new Map([[loop.valueName, value]])
  if (loop.keyName !== undefined) names.set(loop.keyName, key)
  return within(scope, names)
}

const STEPS_PER_TURN = 8

function listOf(of: ForExpression, entries: readonly Entry[], scope: Scope): Value {
  const found: Value[] = []
  for (const entry of entries) {
    const inner = loopScope(of, entry, scope)
    const isWanted = meets(of, inner)
    if (typeof isWanted !== 'boolean') return isWanted
    if (isWanted) found.push(scope.evaluate(of.result, inner))
  }
  return found
}

function mapOf(of: ForExpression, entries: readonly Entry[], scope: Scope): Value {
  const found: (readonly [string, Value])[] = []
  for (const entry of entries) {
    const inner = loopScope(of, entry, scope)
    const isWanted = meets(of, inner)
    if (typeof isWanted !== 'boolean') return isWanted
    if (!isWanted) continue
    const key = textOf(scope.evaluate(of.keyResult ?? of.result, inner))
    if (key === undefined) return untold(of, scope)
    found.push([key, scope.evaluate(of.result, inner)])
  }
  if (!of.isGrouped) return sortedMap(found)
  const groups = [...groupBy(found, ([key]) => key)]
  return sortedMap(groups.map(([key, members]) => [key, members.map(([, value]) => value)]))
}

// Whether a loop wants this member; where nobody can tell, nobody can tell what the whole gives.
function meets(of: ForExpression, scope: Scope): boolean | Unknown {
  if (of.condition === undefined) return true
  const condition = scope.evaluate(of.condition, scope)
  const whole = untold(of, scope)
  if (isUnknown(condition)) return condition.isInvalid || !isUnknown(whole) ? INVALID : whole
  return truthOf(condition) ?? INVALID
}
