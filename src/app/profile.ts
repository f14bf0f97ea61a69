import { PSS } from '../model/frameworks/pss.data.ts'
import type { Profile } from '../model/profile.ts'
import type { Rule } from '../rules/rule.ts'
import { controlsOf } from '../rules/topics.ts'

/**
 * The rules as a profile sees them. Under `baseline`, what the Pod Security Standards ask for at their level restricted
 * alone is told still, as low. Under `observe` rules stay as they are: it is the gate that never fails.
 */
export function rulesUnder(profile: Profile, rules: readonly Rule[]): readonly Rule[] {
  if (profile !== 'baseline') return rules
  return rules.map((rule) => (isRestrictedOnly(rule) ? { ...rule, severity: 'low' } : rule))
}

const RESTRICTED = new Set(
  PSS.sections
    .filter(({ url }) => url?.endsWith('#restricted') === true)
    .flatMap(({ controls }) => Object.keys(controls)),
)

function isRestrictedOnly(rule: Rule): boolean {
  const { pss = [] } = controlsOf(rule)
  return pss.length > 0 && pss.every((control) => RESTRICTED.has(control))
}
