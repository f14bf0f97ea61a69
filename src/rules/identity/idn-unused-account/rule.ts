import { defineRule } from '../../rule.ts'
import { isSystemNamespace } from '../../workloads/namespace.ts'
import { isOwned } from '../../workloads/owner.ts'
import { isUnused } from '../account-use.ts'

export const idnUnusedAccount = defineRule({
  id: 'idn-unused-account',
  title: 'Delete accounts that nothing uses',
  topic: 'account-tokens',
  severity: 'low',
  references: [
    {
      title: 'Kubernetes: Service Accounts',
      url: 'https://kubernetes.io/docs/concepts/security/service-accounts/',
    },
    {
      title: 'Kubernetes: RBAC Good Practices, periodic review',
      url: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#periodic-review',
    },
  ],
  controls: { 'pci-containers': ['2.3.a'] },

  subject: ['ServiceAccount'],
  check(account, scene) {
    const { name, namespace } = account
    if (isSystemNamespace(namespace) || isOwned(account) || !isUnused(account, scene)) return []
    return [
      {
        place: account.at('metadata', 'name'),
        message: `No pod runs as account "${name}" and no role is bound to it, though pods of namespace "${namespace ?? ''}" were read.`,
        sure: true,
      },
    ]
  },
})
