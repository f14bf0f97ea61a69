import { defineRule } from '../../rule.ts'
import { checkPower } from '../check-power.ts'
import { ROLE_KINDS } from '../power.ts'
import { REROUTE } from '../powers.data.ts'

export const idnNetworkWrite = defineRule({
  id: 'idn-network-write',
  title: 'Let network objects be written in single namespaces',
  topic: 'excess-rights',
  severity: 'medium',
  references: [
    {
      title: 'Kubernetes: RBAC Good Practices, least privilege',
      url: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege',
    },
    {
      title: 'Kubernetes: CVE-2020-8554, traffic interception by ExternalIPs',
      url: 'https://github.com/kubernetes/kubernetes/issues/97076',
    },
  ],
  controls: { 'bsi-app-4.4': ['A7'] },

  subject: ROLE_KINDS,
  check: (role, scene) => checkPower(role, scene, REROUTE),
})
