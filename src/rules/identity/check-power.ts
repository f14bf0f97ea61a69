import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import type { Complaint } from '../rule.ts'
import { holdingsOf, placeOf, type Holding } from './power.ts'
import type { Power } from './powers.data.ts'
import { isTooNarrow, reachOf, tellPower, type Reach } from './role-reach.ts'
import { wildcardsIn } from './wildcard.ts'

/**
 * Complains of a role that gives `power`, at the first member that does. One complaint for each role: one decision is
 * to be made. Where `*` brings something graver in the same rule, that is told instead.
 */
export function checkPower(role: Resource, scene: Scene, power: Power): readonly Complaint[] {
  const holdings = holdingsOf(role, power)
  if (holdings.length === 0) return []
  const reach = reachOf(role, scene)
  if (reach === undefined || isTooNarrow(reach, power.reach)) return []
  const own = withoutGraver(role, reach, holdings)
  const found = own.find(({ sure }) => sure) ?? own[0]
  if (found === undefined) return []
  const words = found.sure ? power.words : `perhaps ${power.words}`
  return [
    {
      place: placeOf(role, found),
      message: tellPower(role, reach, { ...power, words }),
      sure: found.sure,
    },
  ]
}

/** The holdings of a role without those that only an asterisk gives which brings something graver. */
export function withoutGraver(
  role: Resource,
  reach: Reach,
  holdings: readonly Holding[],
): readonly Holding[] {
  if (holdings.every(({ verbs }) => verbs.some(isWritten))) return holdings
  const graver = new Set(
    wildcardsIn(role, reach)
      .filter(({ powers }) => powers.length > 0)
      .map(({ rule }) => rule.index),
  )
  return holdings.filter(({ rule, verbs }) => verbs.some(isWritten) || !graver.has(rule.index))
}

function isWritten(verb: string): boolean {
  return verb !== '*'
}
