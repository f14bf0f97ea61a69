import type { Mark } from '../../../model/making.ts'
import type { Origin, Scope } from '../evaluate/scope.ts'
import { wrapped } from '../hcl/read-template.ts'
import type { Expression } from '../hcl/syntax.ts'
import { markOf } from '../module/section.ts'

// In a larger object every look-up would cost too much; its parts show where it stands.
const MAX_MEMBERS = 1_000

// Through how many variables and locals a value is followed: real modules hand one on four or five times.
const MAX_HOPS = 32

/** Where a value was decided that an expression only refers to: the last expression on the way, with its scope. */
export function originOf(of: Expression, scope: Scope, hops = MAX_HOPS): Origin | undefined {
  if (hops === 0) return undefined
  switch (of.kind) {
    case 'group':
      return originOf(of.of, scope, hops)
    case 'template': {
      const only = wrapped(of.parts)
      return only && originOf(only, scope, hops)
    }
    case 'name':
    case 'attribute':
    case 'index':
      return originOfReference(of, scope, hops)
    default:
      return undefined
  }
}

function originOfReference(of: Expression, scope: Scope, hops: number): Origin | undefined {
  const steps = stepsOf(of)
  const [root, ...rest] = steps ?? []
  if (typeof root !== 'string') return undefined
  const names = rest.filter((step) => typeof step === 'string')
  const found = scope.lookUp(root, names)
  if (found?.origin === undefined) return undefined
  const below = descend(found.origin, rest.slice(found.taken))
  return originOf(below.of, below.scope, hops - 1) ?? below
}

// `var.a["b"][0]` as ['var', 'a', 'b', 0]; undefined where a key is not written out.
function stepsOf(of: Expression): readonly (string | number)[] | undefined {
  const steps: (string | number)[] = []
  let at = of
  for (;;) {
    if (at.kind === 'name') return [at.name, ...steps.toReversed()]
    if (at.kind === 'attribute') steps.push(at.name)
    else if (at.kind !== 'index' || at.key.kind !== 'literal') return undefined
    else if (typeof at.key.value === 'string' || typeof at.key.value === 'number') {
      steps.push(at.key.value)
    } else return undefined
    at = at.of
  }
}

function descend(origin: Origin, steps: readonly (string | number)[]): Origin {
  let { of } = origin
  for (const step of steps) {
    const next = memberOf(of, step)
    if (next === undefined) break
    of = next
  }
  return { of, scope: origin.scope }
}

/** The expression of a member of a list or object that is written out. */
export function memberOf(of: Expression, step: string | number): Expression | undefined {
  if (of.kind === 'tuple') return of.items[Number(step)]
  if (of.kind !== 'object' || of.members.length > MAX_MEMBERS) return undefined
  return of.members.find(({ key }) => keyText(key) === step)?.value
}

function keyText(key: Expression): string | undefined {
  if (key.kind === 'name') return key.name
  return key.kind === 'literal' ? String(key.value) : undefined
}

/** Where the value of an expression was decided, if elsewhere: the first thing in it that leads to another line. */
export function deciderIn(of: Expression, scope: Scope): Mark | undefined {
  const origin = originOf(of, scope) ?? firstOrigin(of, scope)
  return origin && markOf(origin.of, origin.scope.source)
}

function firstOrigin(of: Expression, scope: Scope): Origin | undefined {
  for (const part of partsOf(of)) {
    const origin = originOf(part, scope) ?? firstOrigin(part, scope)
    if (origin !== undefined) return origin
  }
  return undefined
}

function partsOf(of: Expression): readonly Expression[] {
  switch (of.kind) {
    case 'template':
      return of.parts.flatMap((part) => (part.kind === 'expression' ? [part.of] : []))
    case 'conditional':
      return [of.condition, of.yes, of.no]
    case 'binary':
      return [of.left, of.right]
    case 'call':
      return of.arguments
    case 'not':
    case 'minus':
    case 'group':
      return [of.of]
    case 'index':
      return [of.of, of.key]
    case 'attribute':
    case 'splat':
      return [of.of]
    default:
      return []
  }
}
