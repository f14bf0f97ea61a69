import type { Expression } from '../hcl/syntax.ts'
import { COLLECTION_FUNCTIONS } from './functions/collections.ts'
import { ENCODING_FUNCTIONS } from './functions/encoding.ts'
import { FILE_FUNCTIONS } from './functions/files.ts'
import type { Context, TerraformFunction } from './functions/function.ts'
import { NETWORK_FUNCTIONS } from './functions/network.ts'
import { NUMBER_FUNCTIONS } from './functions/numbers.ts'
import { TEXT_FUNCTIONS } from './functions/texts.ts'
import { TYPE_FUNCTIONS } from './functions/types.ts'
import { untold, type Scope } from './scope.ts'
import { payFor } from './size.ts'
import { INVALID, isTuple, isUnknown, isWhole, type Value } from './value.ts'

type Call = Extract<Expression, { readonly kind: 'call' }>

const FUNCTIONS: ReadonlyMap<string, TerraformFunction> = new Map(
  Object.entries({
    ...COLLECTION_FUNCTIONS,
    ...ENCODING_FUNCTIONS,
    ...FILE_FUNCTIONS,
    ...NETWORK_FUNCTIONS,
    ...NUMBER_FUNCTIONS,
    ...TEXT_FUNCTIONS,
    ...TYPE_FUNCTIONS,
  }),
)

/** What a call gives. A function that we do not know, or that depends on the hour or on chance, gives what nobody can tell. */
export function callFunction(of: Call, scope: Scope): Value {
  // OpenTofu and Terraform 1.8 give the same functions a name with their origin too.
  const name = of.name.replace(/^core::/, '')
  if (name === 'try') return attempt(of, scope)
  if (name === 'can') return isPossible(of, scope)
  const found = argumentsOf(of, scope)
  if (found === undefined) return untold(of, scope)
  for (const value of found) payFor(value, scope.budget)
  const refused = found.find((value) => isUnknown(value) && value.isInvalid)
  if (refused !== undefined) return refused
  const called = FUNCTIONS.get(name)
  if (called === undefined) return untold(of, scope)
  const context: Context = { scope, untold: () => untold(of, scope) }
  if (called.takes === 'anything') return called.call(found, context)
  const isKnown = called.takes === 'whole' ? isWhole : (value: Value) => !isUnknown(value)
  return found.every(isKnown) ? called.call(found, context) : untold(of, scope)
}

function argumentsOf(of: Call, scope: Scope): readonly Value[] | undefined {
  const values = of.arguments.map((argument) => scope.evaluate(argument, scope))
  if (!of.isExpanded) return values
  const last = values.at(-1)
  return isTuple(last) ? [...values.slice(0, -1), ...last] : undefined
}

// The first that Terraform would not refuse.
function attempt(of: Call, scope: Scope): Value {
  for (const argument of of.arguments) {
    const value = scope.evaluate(argument, scope)
    if (!isUnknown(value) || !value.isInvalid) return value
  }
  return INVALID
}

function isPossible(of: Call, scope: Scope): Value {
  const [argument] = of.arguments
  if (argument === undefined) return INVALID
  const value = scope.evaluate(argument, scope)
  if (isUnknown(value) && !value.isInvalid) return untold(of, scope)
  return !isUnknown(value)
}
