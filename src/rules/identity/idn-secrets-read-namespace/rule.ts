import { defineRule } from '../../rule.ts'
import { checkPower } from '../check-power.ts'
import { ROLE_KINDS } from '../power.ts'
import { READ_SECRETS } from '../powers.data.ts'
import { isForAll } from '../role-reach.ts'

export const idnSecretsReadNamespace = defineRule({
  id: 'idn-secrets-read-namespace',
  title: 'Name the Secrets that a role may read',
  topic: 'secret-readers',
  severity: 'medium',
  references: [
    {
      title: 'Kubernetes: RBAC Good Practices, listing secrets',
      url: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#listing-secrets',
    },
    {
      title: 'Kubernetes: Using RBAC Authorization, referring to resources',
      url: 'https://kubernetes.io/docs/reference/access-authn-authz/rbac/#referring-to-resources',
    },
  ],
  controls: { 'cis-1.12': ['5.1.2'], 'mitre-containers': ['T1552.007'] },

  subject: ROLE_KINDS,
  check(role, scene) {
    return isForAll(role, scene) ? [] : checkPower(role, scene, READ_SECRETS)
  },
})
