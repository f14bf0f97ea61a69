import { accountNamed, type Subject } from '../../../analysis/access/subject.ts'
import { defineRule } from '../../rule.ts'
import { BINDING_KINDS, describeGift, fieldOf, knownSubjects } from '../binding.ts'

export const idnDefaultSaBound = defineRule({
  id: 'idn-default-sa-bound',
  title: 'Bind no role to a default account',
  topic: 'account-tokens',
  severity: 'medium',
  references: [
    {
      title: 'Kubernetes: Service Accounts, default service accounts',
      url: 'https://kubernetes.io/docs/concepts/security/service-accounts/#default-service-accounts',
    },
    {
      title: 'Kubernetes: Using RBAC Authorization, ServiceAccount permissions',
      url: 'https://kubernetes.io/docs/reference/access-authn-authz/rbac/#service-account-permissions',
    },
  ],
  controls: {
    'cis-1.12': ['5.1.5'],
    nsa: ['C2'],
    'owasp-k8s-2025': ['K02'],
    'k8s-app-checklist': ['account/1'],
    'pci-containers': ['1.5.b'],
  },

  subject: BINDING_KINDS,
  check(binding) {
    return knownSubjects(binding).flatMap((member) => {
      const account = accountOf(member.subject)
      if (account?.name !== 'default') return []
      return {
        place: fieldOf(member, 'name'),
        message: `Every pod of namespace "${account.namespace}" that names no account has ${describeGift(binding)}.`,
        sure: true,
      }
    })
  },
})

function accountOf(subject: Subject): Subject | undefined {
  if (subject.kind === 'User') return accountNamed(subject.name)
  return subject.kind === 'ServiceAccount' ? subject : undefined
}
