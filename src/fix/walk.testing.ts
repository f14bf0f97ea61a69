import * as fc from 'fast-check'
import type { Path, Step } from '../model/document.ts'
import type { Json } from '../model/edit.ts'
import { isList, isMapping } from '../model/part.ts'
import type { Asked } from './asked.testing.ts'
import { KEYS, TEXTS } from './manifest.testing.ts'

/** A way through a value that is not known yet: which member to enter at each level, and what to do at its end. */
export interface Walk {
  readonly document: number
  readonly turns: readonly number[]
  readonly beyond: readonly string[]
  readonly wish: Pick<Asked, 'set' | 'add'>
}

const ATOM: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom(...TEXTS),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
)

const { json: JSON_VALUE } = fc.letrec<{ json: Json }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 3 },
    ATOM,
    fc.dictionary(fc.constantFrom(...KEYS), tie('json'), { maxKeys: 3, noNullPrototype: true }),
    fc.array(tie('json'), { maxLength: 3 }),
  ),
}))

/** Walks for a handful of edits. */
export const anyWalks: fc.Arbitrary<readonly Walk[]> = fc.array(
  fc.record({
    document: fc.nat(2),
    turns: fc.array(fc.nat(3), { maxLength: 5 }),
    beyond: fc.array(fc.constantFrom(...KEYS), { maxLength: 2 }),
    wish: fc.oneof(
      fc.record({ set: JSON_VALUE }),
      fc.record({ add: fc.array(JSON_VALUE, { minLength: 1, maxLength: 3 }) }),
      fc.constant({}),
    ),
  }),
  { minLength: 1, maxLength: 6 },
)

/** The edit at the end of a walk through `values`. */
export function askedAt(values: readonly Json[], walk: Walk): Asked {
  const document = walk.document % values.length
  const path: Step[] = []
  let value: Json | undefined = values[document]
  for (const turn of walk.turns) {
    const steps: Path = isList(value)
      ? [...value.keys()]
      : isMapping(value)
        ? Object.keys(value)
        : []
    const step = steps[turn % Math.max(1, steps.length)]
    if (step === undefined) break
    path.push(step)
    value = isList(value) ? value[Number(step)] : isMapping(value) ? value[step] : undefined
  }
  path.push(...walk.beyond)
  if (path.length === 0) path.push('a')
  return { in: document, path, ...walk.wish }
}
