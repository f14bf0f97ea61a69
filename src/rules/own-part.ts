import { partyIn } from '../analysis/cluster/moved-duties.ts'
import type { DutyId } from '../model/duty.ts'
import type { Scene } from '../model/scene.ts'
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
 * The rules that are asked in an estate: of the stop `cluster` only those about what the customer can change. What the
 * provider runs is nobody's finding, unless the estate took it over.
 */
export function ownRules(scene: Scene, rules: readonly Rule[]): readonly Rule[] {
  const asked = rules.filter((rule) => !isProvidersPart(rule, scene))
  return asked.length === rules.length ? rules : asked
}

function isProvidersPart(rule: Rule, scene: Scene): boolean {
  const { stop, duty } = topicOf(rule)
  if (stop !== 'cluster') return false
  const decisive = CONTROL_PLANE.includes(duty) ? 'controlPlane' : duty
  return partyIn(decisive, scene) === 'provider'
}
