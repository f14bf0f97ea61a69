import { defineRule } from '../../rule.ts'
import { checkPower } from '../check-power.ts'
import { ROLE_KINDS } from '../power.ts'
import { READ_SECRETS } from '../powers.data.ts'
import { isForAll } from '../role-reach.ts'

export const idnSecretsRead = defineRule({
  id: 'idn-secrets-read',
  title: 'Let nobody read the Secrets of all namespaces',
  topic: 'secret-readers',
  severity: 'high',
  references: [
    {
      title: 'Kubernetes: RBAC Good Practices, listing secrets',
      url: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#listing-secrets',
    },
    {
      title: 'Kubernetes: Good practices for Kubernetes Secrets',
      url: 'https://kubernetes.io/docs/concepts/security/secrets-good-practices/',
    },
  ],
  controls: { 'cis-1.12': ['5.1.2'], 'mitre-containers': ['T1552.007'] },

  subject: ROLE_KINDS,
  check(role, scene) {
    return isForAll(role, scene) ? checkPower(role, scene, READ_SECRETS) : []
  },
})
