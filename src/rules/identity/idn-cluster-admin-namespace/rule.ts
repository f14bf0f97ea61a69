import { defineRule } from '../../rule.ts'
import { giftOf, nameBinding } from '../gift.ts'

export const idnClusterAdminNamespace = defineRule({
  id: 'idn-cluster-admin-namespace',
  title: 'Bind admin or edit in a namespace, not cluster-admin',
  topic: 'cluster-admin',
  severity: 'medium',
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
  controls: { 'cis-1.12': ['5.1.1'] },

  subject: ['RoleBinding'],
  check(binding, scene) {
    // In kube-system it is as good as cluster-admin for the whole cluster, which is another rule.
    if (binding.namespace === 'kube-system') return []
    const gift = giftOf(binding, scene)
    if (gift?.role !== 'cluster-admin') return []
    return [
      {
        place: binding.at('roleRef', 'name'),
        message: `${nameBinding(binding)} gives ${gift.who} every right in namespace "${binding.namespace ?? ''}", its quotas and its roles included.`,
        sure: true,
      },
    ]
  },
})
