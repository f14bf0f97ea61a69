import { partyOf, type DutyId } from '../model/duty.ts'
import type { Offering } from '../model/offering.ts'
import type { Rule } from './rule.ts'
import { topicOf } from './topics.ts'

// Settings of the programs of the control plane: who runs these decides about them, whoever answers for the outcome.
const CONTROL_PLANE: readonly DutyId[] = [
  'controlPlane',
  'secretEncryption',
  'auditLog',
  'etcdBackup',
]

/**
 * The rules that are asked under an offering: of the stop `cluster` only those about what the customer can change. What
 * the provider runs is nobody's finding.
 */
export function ownRules(offering: Offering, rules: readonly Rule[]): readonly Rule[] {
  const asked = rules.filter((rule) => !isProvidersPart(rule, offering))
  return asked.length === rules.length ? rules : asked
}

function isProvidersPart(rule: Rule, offering: Offering): boolean {
  const { stop, duty } = topicOf(rule)
  if (stop !== 'cluster') return false
  const decisive = CONTROL_PLANE.includes(duty) ? 'controlPlane' : duty
  return partyOf(decisive, offering) === 'provider'
}
