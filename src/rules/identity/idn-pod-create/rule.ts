import { defineRule } from '../../rule.ts'
import { checkPower } from '../check-power.ts'
import { ROLE_KINDS } from '../power.ts'
import { RUN_PODS } from '../powers.data.ts'

export const idnPodCreate = defineRule({
  id: 'idn-pod-create',
  title: 'Let pods be made by delivery, not by everyone',
  topic: 'pod-access',
  severity: 'medium',
  references: [
    {
      title: 'Kubernetes: RBAC Good Practices, workload creation',
      url: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#workload-creation',
    },
    {
      title: 'Kubernetes: Authorization, ways to escalate privileges by pods',
      url: 'https://kubernetes.io/docs/reference/access-authn-authz/authorization/#privilege-escalation-via-pod-creation',
    },
  ],
  controls: {
    'cis-1.12': ['5.1.4'],
    'ms-threat-matrix': ['MS-TA9008'],
    'mitre-containers': ['T1610'],
  },

  subject: ROLE_KINDS,
  check: (role, scene) => checkPower(role, scene, RUN_PODS),
})
