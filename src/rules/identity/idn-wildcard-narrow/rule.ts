import type { Resource } from '../../../model/resource.ts'
import { defineRule } from '../../rule.ts'
import { holdingsOf, ROLE_KINDS } from '../power.ts'
import { LESSER_POWERS } from '../powers.data.ts'
import { reachOf, tellPower } from '../role-reach.ts'
import { wildcardsIn } from '../wildcard.ts'

export const idnWildcardNarrow = defineRule({
  id: 'idn-wildcard-narrow',
  title: 'List the verbs and resources that a role needs',
  topic: 'excess-rights',
  severity: 'low',
  references: [
    {
      title: 'Kubernetes: RBAC Good Practices, least privilege',
      url: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege',
    },
    {
      title: 'Kubernetes: Using RBAC Authorization, referring to resources',
      url: 'https://kubernetes.io/docs/reference/access-authn-authz/rbac/#referring-to-resources',
    },
  ],
  controls: { 'cis-1.12': ['5.1.3'] },

  subject: ROLE_KINDS,
  check(role, scene) {
    const reach = reachOf(role, scene)
    // What nobody has yet is harm to nobody.
    if (reach === undefined || reach.receivers.length === 0) return []
    const wildcards = wildcardsIn(role, reach)
    // One asterisk that is dangerous is enough to say of a role.
    if (wildcards.length === 0 || wildcards.some(({ powers }) => powers.length > 0)) return []
    const told = toldByOthers(role)
    const found = wildcards.find(({ rule }) => !told.has(rule.index))
    if (found === undefined) return []
    const words = 'do whatever "*" will mean in the next version'
    const message = tellPower(role, reach, { words, reach: 'outside' })
    return [{ place: found.place, message, sure: true }]
  },
})

// With the resources named, what the verbs bring is told by the rule of that power.
function toldByOthers(role: Resource): ReadonlySet<number> {
  const holdings = LESSER_POWERS.flatMap(([, power]) => holdingsOf(role, power))
  return new Set(holdings.map(({ rule }) => rule.index))
}
