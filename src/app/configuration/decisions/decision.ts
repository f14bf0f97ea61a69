import { isFieldEdit, type Edit, type FieldEdit } from '../../../model/edit.ts'
import type { Resource } from '../../../model/resource.ts'
import type { Scene } from '../../../model/scene.ts'
import type { Charge } from '../../../rules/judge.ts'
import type { Manifest } from '../draft.ts'

/** What closes a fault. Edits may be of other objects than the one at fault. */
export interface Step {
  readonly edits?: readonly FieldEdit[]
  readonly makes?: readonly Manifest[]
  readonly removes?: readonly Resource[]
  /** What it restricts, and how that is lifted. */
  readonly words: readonly string[]
}

/**
 * The restrictive answer to a fault whose fix leaves the choice to a person. `decide` gives undefined where the fix
 * knows better, where another round has to come first, or where nobody but the owner of the estate can know.
 */
export interface Decision<S = Step> {
  readonly rules: readonly { readonly id: string }[]
  readonly decide: (charge: Charge, scene: Scene) => S | undefined
}

/** The decisions by the ids of the rules that they answer. */
export function byRule<S>(
  decisions: readonly Decision<S>[],
): ReadonlyMap<string, Decision<S>['decide']> {
  return new Map(
    decisions.flatMap(({ rules, decide }) => rules.map(({ id }) => [id, decide] as const)),
  )
}

/** The edits of what is there, without objects that are added. */
export function fieldEdits(edits: readonly Edit[]): readonly FieldEdit[] {
  return edits.filter(isFieldEdit)
}
