import { isList, isMapping, memberOf } from './part.ts'
import type { Texts } from './resource.ts'

/**
 * Whether a label selector (`matchLabels`, `matchExpressions`) selects `labels`. An empty selector selects everything,
 * an absent one nothing. An expression with an unknown operator selects nothing. Source: LabelSelector, meta/v1.
 */
export function selects(selector: unknown, labels: Texts): boolean {
  if (!isMapping(selector)) return false
  const expressions = memberOf(selector, 'matchExpressions')
  return (
    hasLabels(memberOf(selector, 'matchLabels') ?? {}, labels) &&
    (!isList(expressions) || expressions.every((expression) => satisfies(expression, labels)))
  )
}

/** Whether `labels` has every pair of `wanted`, the plain selector of a Service. */
export function hasLabels(wanted: unknown, labels: Texts): boolean {
  return isMapping(wanted) && Object.entries(wanted).every(([key, value]) => labels[key] === value)
}

function satisfies(expression: unknown, labels: Texts): boolean {
  const key = memberOf(expression, 'key')
  const values = memberOf(expression, 'values')
  if (typeof key !== 'string') return false
  const value = labels[key]
  const isListed = isList(values) && value !== undefined && values.includes(value)
  switch (memberOf(expression, 'operator')) {
    case 'In':
      return isListed
    case 'NotIn':
      return !isListed
    case 'Exists':
      return value !== undefined
    case 'DoesNotExist':
      return value === undefined
    default:
      return false
  }
}
