import { fail, succeed, type Result } from '../base/result.ts'
import type { Stop } from '../model/itinerary.ts'
import type { Profile } from '../model/profile.ts'
import type { Rule } from '../rules/rule.ts'
import { stopOf } from '../rules/topics.ts'
import type { Jewel } from '../verdict/jewels.ts'
import type { Answer } from '../verdict/questions.ts'
import { rulesUnder } from './profile.ts'
import { selectRules, type Selection } from './selection.ts'
import { misuse } from './usage.ts'

/** How a configuration has an estate judged. */
export interface JudgingTerms {
  /** Restricted unless something else is said. */
  readonly profile?: Profile
  /** The stops that nobody is to look at, and why. */
  readonly offStops?: ReadonlyMap<Stop, string>
  /** What goes first among what is equally bad. */
  readonly jewels?: readonly Jewel[]
  /** What people said where no manifest can. */
  readonly answers?: readonly Answer[]
}

/** The rules of a selection under the terms of the configuration; a fault when none is left. */
export function askedRules(
  selection: Selection,
  { profile = 'restricted', offStops }: JudgingTerms,
): Result<readonly Rule[]> {
  const selected = selectRules(selection)
  if (!selected.ok) return selected
  const { rules, stops } = selection
  // A stop that is asked for on the command line is looked at, whatever the configuration says.
  const isAsked = rules.length > 0 || stops.length > 0
  const left = isAsked ? selected.value : withoutStops(selected.value, offStops)
  return left.length === 0 ? fail(ALL_OFF) : succeed(rulesUnder(profile, left))
}

/** Those of `rules` that belong to no stop that is off. */
export function withoutStops(
  rules: readonly Rule[],
  offStops: JudgingTerms['offStops'],
): readonly Rule[] {
  return rules.filter((rule) => offStops?.has(stopOf(rule)) !== true)
}

const ALL_OFF = misuse(
  'stops',
  'The configuration switches every stop off, so nothing would be examined.',
  'Leave one of the stops on, or name one with --stop.',
)
