import { isList, isMapping, isPlaceholder, memberOf } from '../../model/part.ts'
import { isAbsent } from '../pod-security/answers.ts'
import type { Claim } from '../pod-security/candidate.ts'
import { claimEvery, claimNot, claimSome } from './claims.ts'

/** What a look-up gives for a label that may be there, with a value nobody can tell. */
export const HIDDEN = Symbol('hidden')

/** Looks a label up by its key; undefined when it is certain not to be there. */
export type Lookup = (key: string) => string | undefined | typeof HIDDEN

/** A label that has one of some values. */
export interface Wanted {
  readonly key: string
  readonly values: readonly string[]
}

/**
 * Selects by labels, with three answers. `wants` is a label that all it selects carry, for indexes to narrow by;
 * undefined when there is none that is known.
 */
export interface Selector {
  readonly wants: Wanted | undefined
  readonly isEverything: boolean
  readonly selects: (labels: Lookup) => Claim
}

/** Selects whatever there is. */
export const EVERYTHING: Selector = { wants: undefined, isEverything: true, selects: () => true }

/** Stands where a selector is hidden by a placeholder or has a type that the API server refuses. */
export const UNREADABLE: Selector = {
  wants: undefined,
  isEverything: false,
  selects: () => 'unclear',
}

/** Reads a label selector of meta/v1; an absent one selects everything, as in the fields of policies. */
export function readLabelSelector(value: unknown): Selector {
  if (isAbsent(value)) return EVERYTHING
  if (!isMapping(value)) return UNREADABLE
  const labels = memberOf(value, 'matchLabels') ?? {}
  const expressions = memberOf(value, 'matchExpressions') ?? []
  if (!isMapping(labels) || !isList(expressions)) return UNREADABLE
  const pairs = Object.entries(labels)
  if (pairs.length === 0 && expressions.length === 0) return EVERYTHING
  // Read once: a selector is asked about thousands of pods.
  const tests = [...pairs.map(readPair), ...expressions.map(readExpression)]
  return {
    wants: tests.find(({ wants }) => wants !== undefined)?.wants,
    isEverything: false,
    selects: (lookup) => claimEvery(tests, ({ holds }) => holds(lookup)),
  }
}

/** Whether a label has this value. Two placeholders that read the same become the same value. */
export function carries(lookup: Lookup, key: string, wanted: unknown): Claim {
  const found = lookup(key)
  if (found === undefined) return isPlaceholder(key) ? 'unclear' : false
  if (found === HIDDEN || typeof wanted !== 'string') return 'unclear'
  if (found === wanted) return true
  return isPlaceholder(found) || isPlaceholder(wanted) ? 'unclear' : false
}

/** Whether a label is there, with whatever value. */
export function exists(lookup: Lookup, key: string): Claim {
  const found = lookup(key)
  if (found === HIDDEN) return 'unclear'
  if (found === undefined) return isPlaceholder(key) ? 'unclear' : false
  return true
}

/** One condition of a selector. */
interface Test {
  readonly wants: Wanted | undefined
  readonly holds: (lookup: Lookup) => Claim
}

function readPair([key, value]: readonly [string, unknown]): Test {
  return {
    wants: wantedOf(key, [value]),
    holds: (lookup) => carries(lookup, key, value),
  }
}

function readExpression(expression: unknown): Test {
  const key = memberOf(expression, 'key')
  const values = memberOf(expression, 'values')
  const list = isList(values) ? values : undefined
  if (typeof key !== 'string') return UNREADABLE_TEST
  const isListed = (lookup: Lookup): Claim =>
    list === undefined ? 'unclear' : claimSome(list, (value) => carries(lookup, key, value))
  switch (memberOf(expression, 'operator')) {
    case 'In':
      return { wants: wantedOf(key, list), holds: isListed }
    case 'NotIn':
      return { wants: undefined, holds: (lookup) => claimNot(isListed(lookup)) }
    case 'Exists':
      return { wants: undefined, holds: (lookup) => exists(lookup, key) }
    case 'DoesNotExist':
      return { wants: undefined, holds: (lookup) => claimNot(exists(lookup, key)) }
    default:
      return UNREADABLE_TEST
  }
}

const UNREADABLE_TEST: Test = { wants: undefined, holds: () => 'unclear' }

// A placeholder may become any value, so an index of values cannot narrow by it.
function wantedOf(key: string, values: readonly unknown[] | undefined): Wanted | undefined {
  const known = values?.filter((value) => typeof value === 'string') ?? []
  const isKnown = values?.length === known.length && ![key, ...known].some(isPlaceholder)
  return isKnown ? { key, values: known } : undefined
}
