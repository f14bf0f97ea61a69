import type { Expression } from '../hcl/syntax.ts'
import { untold, type Scope } from './scope.ts'
import { isTuple, isUnknown, referenceTo, type Value } from './value.ts'

/** What `list[*].name` gives: the answers of all members; a single thing is a list of one, null a list of none. */
export function evaluateSplat(
  of: Extract<Expression, { readonly kind: 'splat' }>,
  scope: Scope,
): Value {
  const source = scope.evaluate(of.of, scope)
  const answer = (item: Value): Value => scope.evaluate(of.each, { ...scope, item })
  if (source === null) return []
  if (isTuple(source)) return source.map(answer)
  const isStarred = isUnknown(source) && source.reference?.endsWith('[*]') === true
  if (!isUnknown(source) || (source.attributes !== undefined && !isStarred)) return [answer(source)]
  if (source.isInvalid) return source
  // Of a list of unknown length, one member stands for all: what its attributes refer to is still told.
  if (source.reference === undefined) return untold(of, scope)
  return answer(referenceTo(isStarred ? source.reference : `${source.reference}[*]`))
}
