import type { Source } from '../../../model/source.ts'
import type { Expression } from '../hcl/syntax.ts'
import { unknownText, type Value } from './value.ts'

/** What one run may still spend, shared by all its modules. */
export interface Budget {
  steps: number
  modules: number
  depth: number
}

/** What the names in an expression mean. */
export interface Scope {
  readonly source: Source
  /** Looks up what a name at the beginning of a reference means: `var`, `local`, `each`, a resource type, a loop's own. */
  readonly lookUp: (name: string, rest: readonly string[]) => Found | undefined
  /** Where `file` and its like read from; undefined when no file may be read. */
  readonly readFile: (path: string) => string | undefined
  readonly budget: Budget
  /** Evaluates an expression: what all sorts of them, which hold others, call without importing each other. */
  readonly evaluate: (of: Expression, scope: Scope) => Value
  /** What a splat is at. */
  readonly item: Value | undefined
}

/** What a reference leads to: how many of the names after the first it took, and the value there. */
export interface Found {
  readonly taken: number
  readonly value: Value
  /** The expression that gave the value, where one did: a variable's default, a local, an argument of a module call. */
  readonly origin?: Origin | undefined
}

/** An expression and what the names in it mean. */
export interface Origin {
  readonly of: Expression
  readonly scope: Scope
}

/** Thrown when a run has used up what it may spend: by hostile input only. */
export const EXHAUSTED = new Error('too much to evaluate')

/** What all modules of an estate together may spend. A large real estate takes some hundred thousand steps. */
export function freshBudget(): Budget {
  return { steps: 5_000_000, modules: 5_000, depth: 0 }
}

/** Takes `steps` off the budget: one for each value that is made, one for every few characters of text. */
export function spend(budget: Budget, steps: number): void {
  budget.steps -= steps
  if (budget.steps < 0) throw EXHAUSTED
}

/** The scope inside a loop or block, where `names` mean something of their own. */
export function within(scope: Scope, names: ReadonlyMap<string, Value>): Scope {
  return {
    ...scope,
    lookUp: (name, rest) => {
      const value = names.get(name)
      return value === undefined ? scope.lookUp(name, rest) : { taken: 0, value }
    },
  }
}

/** What stands in place of an expression's value when nobody can tell it. */
export function untold(of: Pick<Expression, 'start' | 'end'>, scope: Scope): Value {
  return unknownText(`\${${writtenText(of, scope)}}`)
}

/** How an expression is written, on one line. Texts in quotes are left out: they may be secrets. */
export function writtenText(
  { start, end }: Pick<Expression, 'start' | 'end'>,
  scope: Scope,
): string {
  const text = scope.source.text.slice(start, Math.min(end, start + LONGEST))
  const line = text.replaceAll(/"[^"]*"?/g, '"…"').replaceAll(/\s+/g, ' ')
  return end - start > LONGEST ? `${line} …` : line
}

const LONGEST = 160
