import type { Resource } from '../../../model/resource.ts'
import { defineRule } from '../../rule.ts'

// Written by the control plane: the day of the last use, and the day since which it refuses the token.
const LAST_USED = 'kubernetes.io/legacy-token-last-used'
const INVALID_SINCE = 'kubernetes.io/legacy-token-invalid-since'
const ACCOUNT = 'kubernetes.io/service-account.name'

export const idnLegacyToken = defineRule({
  id: 'idn-legacy-token',
  title: 'Replace account tokens that never expire',
  topic: 'account-tokens',
  severity: 'high',
  references: [
    {
      title: 'Kubernetes: Secrets, ServiceAccount token Secrets',
      url: 'https://kubernetes.io/docs/concepts/configuration/secret/#serviceaccount-token-secrets',
    },
    {
      title: 'Kubernetes: Managing Service Accounts, legacy ServiceAccount token cleaner',
      url: 'https://kubernetes.io/docs/reference/access-authn-authz/service-accounts-admin/#legacy-serviceaccount-token-cleaner',
    },
  ],
  controls: {
    'mitre-containers': ['T1528'],
    'k8s-checklist': ['secrets/5'],
    'pci-containers': ['1.3.a'],
  },

  subject: ['Secret'],
  check(secret) {
    const type = secret.get('type')
    if (type?.value !== 'kubernetes.io/service-account-token') return []
    if (secret.labels[INVALID_SINCE] !== undefined) return []
    return [
      {
        place: type.place,
        message: `Secret "${secret.name}" holds a token of ${account(secret)} that never expires${lastUse(secret)}.`,
        sure: true,
      },
    ]
  },
})

function account({ annotations }: Resource): string {
  const name = annotations[ACCOUNT]
  return name === undefined ? 'an account' : `account "${name}"`
}

function lastUse({ labels }: Resource): string {
  const day = labels[LAST_USED]
  return day === undefined ? '' : ` and was last used on ${day}`
}
