import { defineRule } from '../../rule.ts'
import { checkPower } from '../check-power.ts'
import { removePower, ROLE_KINDS } from '../power.ts'
import { DELETE_EVENTS } from '../powers.data.ts'

export const idnLogTamper = defineRule({
  id: 'idn-log-tamper',
  title: 'Let nobody delete events',
  topic: 'excess-rights',
  severity: 'low',
  references: [
    {
      title: 'Kubernetes: RBAC Good Practices, least privilege',
      url: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege',
    },
    {
      title: 'Kubernetes API: Event',
      url: 'https://kubernetes.io/docs/reference/kubernetes-api/cluster-resources/event-v1/',
    },
  ],
  controls: { 'ms-threat-matrix': ['MS-TA9022'], 'mitre-containers': ['T1070'] },

  subject: ROLE_KINDS,
  check: (role, scene) => checkPower(role, scene, DELETE_EVENTS),

  fix: {
    risk: 'mayBreak', // events that nobody deletes go away by themselves after an hour
    edit: (role) => removePower(role, DELETE_EVENTS),
  },
})
