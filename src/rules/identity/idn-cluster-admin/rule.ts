import { defineRule } from '../../rule.ts'
import { BINDING_KINDS } from '../binding.ts'
import { giftOf, nameBinding } from '../gift.ts'

export const idnClusterAdmin = defineRule({
  id: 'idn-cluster-admin',
  title: 'Keep cluster-admin for emergencies',
  topic: 'cluster-admin',
  severity: 'high',
  references: [
    {
      title: 'Kubernetes: RBAC Good Practices, least privilege',
      url: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege',
    },
    {
      title: 'Kubernetes: Using RBAC Authorization, user-facing roles',
      url: 'https://kubernetes.io/docs/reference/access-authn-authz/rbac/#user-facing-roles',
    },
  ],
  controls: { 'cis-1.12': ['5.1.1'], 'mitre-containers': ['T1078'] },

  subject: BINDING_KINDS,
  check(binding, scene) {
    const isWide = binding.namespace === undefined
    // What runs in kube-system runs the cluster, so that all rights there are all rights.
    if (!isWide && binding.namespace !== 'kube-system') return []
    const gift = giftOf(binding, scene)
    if (gift?.role !== 'cluster-admin') return []
    const what = isWide ? 'every right in the cluster' : 'every right in namespace "kube-system"'
    return [
      {
        place: binding.at('roleRef', 'name'),
        message: `${nameBinding(binding)} gives ${gift.who} ${what}.`,
        sure: true,
      },
    ]
  },
})
