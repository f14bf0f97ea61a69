import type { Scope } from '../scope.ts'
import type { Value } from '../value.ts'

/** What a function may need besides its arguments. */
export interface Context {
  readonly scope: Scope
  /** What to give when nobody can tell the answer. */
  readonly untold: () => Value
}

/**
 * A function of Terraform. `takes` says what it can work with: arguments that are known throughout (`whole`), known but
 * for what is inside of them (`known`), or `anything`; else its answer is unknown without asking it.
 */
export interface TerraformFunction {
  readonly takes: 'whole' | 'known' | 'anything'
  readonly call: (found: readonly Value[], context: Context) => Value
}

type Call = TerraformFunction['call']

/** A function that needs all of its arguments. */
export function whole(call: Call): TerraformFunction {
  return { takes: 'whole', call }
}

/** A function that works with members that are unknown. */
export function known(call: Call): TerraformFunction {
  return { takes: 'known', call }
}

/** A function that knows what to do with the unknown. */
export function anything(call: Call): TerraformFunction {
  return { takes: 'anything', call }
}
