import { defineRule } from '../../rule.ts'
import { checkPower } from '../check-power.ts'
import { ROLE_KINDS } from '../power.ts'
import { CHANGE_ADMISSION } from '../powers.data.ts'

export const idnWebhookWrite = defineRule({
  id: 'idn-webhook-write',
  title: 'Leave admission webhooks to the platform team',
  topic: 'escalation-rights',
  severity: 'high',
  references: [
    {
      title: 'Kubernetes: RBAC Good Practices, control admission webhooks',
      url: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#control-admission-webhooks',
    },
    {
      title: 'Kubernetes: Dynamic Admission Control',
      url: 'https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/',
    },
  ],
  controls: {
    'cis-1.12': ['5.1.12'],
    'ms-threat-matrix': ['MS-TA9015'],
    'k8s-checklist': ['admission/3'],
  },

  subject: ROLE_KINDS,
  check: (role, scene) => checkPower(role, scene, CHANGE_ADMISSION),
})
