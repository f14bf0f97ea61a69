import { defineRule } from '../../rule.ts'
import type { Gift } from '../gift.ts'
import { giftOf, nameBinding } from '../gift.ts'
import { givesPower } from '../power.ts'
import { WILDCARD_POWERS } from '../powers.data.ts'

export const idnEditClusterWide = defineRule({
  id: 'idn-edit-cluster-wide',
  title: 'Bind admin, edit and system roles in single namespaces',
  topic: 'excess-rights',
  severity: 'high',
  references: [
    {
      title: 'Kubernetes: Using RBAC Authorization, user-facing roles',
      url: 'https://kubernetes.io/docs/reference/access-authn-authz/rbac/#user-facing-roles',
    },
    {
      title: 'Kubernetes: RBAC Good Practices, least privilege',
      url: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege',
    },
  ],
  controls: { 'cis-1.12': ['5.1.2'], 'ms-threat-matrix': ['MS-TA9025'] },

  subject: ['ClusterRoleBinding'],
  check(binding, scene) {
    const gift = giftOf(binding, scene)
    if (gift === undefined || !isBuiltIn(gift)) return []
    const powers = powersOf(gift)
    if (powers.length === 0) return []
    return [
      {
        place: binding.at('roleRef', 'name'),
        message: `${nameBinding(binding)} gives ${gift.who} the role "${gift.role}" in all namespaces: ${powers.join(', ')}.`,
        sure: true,
      },
    ]
  },
})

// A role that is written somewhere is judged there, and cluster-admin by its own rule.
function isBuiltIn({ role, grants }: Gift): boolean {
  if (role === 'admin' || role === 'edit') return true
  return role !== 'cluster-admin' && grants.every((grant) => grant.role.resource === undefined)
}

function powersOf({ grants }: Gift): readonly string[] {
  return WILDCARD_POWERS.filter(([, power]) =>
    grants.some((grant) => grant.sure && givesPower(grant.rule, power)),
  ).map(([word]) => word)
}
