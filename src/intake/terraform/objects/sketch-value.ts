import { CERTAINTY, type Mark } from '../../../model/making.ts'
import { toPlain } from '../evaluate/plain.ts'
import { untold, type Scope } from '../evaluate/scope.ts'
import { payFor } from '../evaluate/size.ts'
import { isMap, isTuple, isUnknown, textOf, type Value } from '../evaluate/value.ts'
import type { Expression } from '../hcl/syntax.ts'
import { markOf } from '../module/section.ts'
import { deciderIn, memberOf, originOf } from './decider.ts'
import { scalarSketch, type Sketch } from './sketch.ts'

/** The value of an expression with the place of each of its parts; `keyAt` is where its name stands. */
export function sketchExpression(of: Expression, scope: Scope, keyAt: number): Sketch {
  const value = scope.evaluate(of, scope)
  payFor(value, scope.budget)
  // What Terraform would refuse has no text of its own.
  const isRefused = isUnknown(value) && value.isInvalid
  return sketchWritten(of, isRefused ? untold(of, scope) : value, scope, keyAt)
}

function sketchWritten(of: Expression, value: Value, scope: Scope, keyAt: number): Sketch {
  const mark = markOf(of, scope.source)
  const own = { ...scalarSketch(toScalar(value), mark, keyAt), certainty: certaintyOf(of) }
  if (isTuple(value) && of.kind === 'tuple' && of.items.length === value.length) {
    const items = of.items.map((item, index) =>
      sketchWritten(item, value[index] ?? null, scope, item.start),
    )
    return { ...own, content: { kind: 'list', items } }
  }
  if (isMap(value) && of.kind === 'object') return { ...own, content: members(of, value, scope) }
  if (isTuple(value) || isMap(value)) return borrowed(of, value, scope, own)
  return of.kind === 'literal' ? own : { ...own, decider: deciderIn(of, scope) }
}

function members(
  of: Extract<Expression, { readonly kind: 'object' }>,
  value: ReadonlyMap<string, Value>,
  scope: Scope,
): Sketch['content'] {
  const found = new Map<string, Sketch>()
  for (const { key, value: member } of of.members) {
    const name = key.kind === 'name' ? key.name : textOf(scope.evaluate(key, scope))
    const known = name === undefined ? undefined : value.get(name)
    if (name === undefined || known === undefined) continue
    found.set(name, sketchWritten(member, known, scope, key.start))
  }
  return { kind: 'mapping', members: found }
}

// A list or object that another expression wrote out: its parts stand there, and show at the place that refers to them.
function borrowed(of: Expression, value: Value, scope: Scope, own: Sketch): Sketch {
  const origin = originOf(of, scope)
  const decider = deciderIn(of, scope)
  return { ...filled(value, own, origin?.of, decider), keyAt: own.keyAt }
}

function filled(
  value: Value,
  place: Sketch,
  origin: Expression | undefined,
  decider: Mark | undefined,
): Sketch {
  const inner = (member: Value, step: string | number): Sketch => {
    const part = origin && memberOf(origin, step)
    const source = decider?.source
    return filled(member, place, part, part && source ? markOf(part, source) : decider)
  }
  const own = { ...place, keyAt: place.mark.start, decider }
  if (isTuple(value)) {
    return { ...own, content: { kind: 'list', items: value.map((item, at) => inner(item, at)) } }
  }
  if (isMap(value)) {
    const found = [...value].map(([key, member]) => [key, inner(member, key)] as const)
    return { ...own, content: { kind: 'mapping', members: new Map(found) } }
  }
  return { ...own, content: { kind: 'scalar', value: toScalar(value) } }
}

function toScalar(value: Value): unknown {
  return isUnknown(value) || !(isTuple(value) || isMap(value)) ? toPlain(value) : undefined
}

function certaintyOf(of: Expression): Sketch['certainty'] {
  return of.kind === 'literal' ? CERTAINTY.verbatim : CERTAINTY.line
}
