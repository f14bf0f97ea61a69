import { defineRule } from '../../rule.ts'
import { checkPower } from '../check-power.ts'
import { removePower, ROLE_KINDS } from '../power.ts'
import { ENTER_PODS } from '../powers.data.ts'

export const idnExec = defineRule({
  id: 'idn-exec',
  title: 'Let people enter pods only for the time of need',
  topic: 'pod-access',
  severity: 'high',
  references: [
    {
      title: 'Kubernetes: RBAC Good Practices, least privilege',
      url: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege',
    },
    {
      title: 'Kubernetes: Get a Shell to a Running Container',
      url: 'https://kubernetes.io/docs/tasks/debug/debug-application/get-shell-running-container/',
    },
  ],
  controls: { 'ms-threat-matrix': ['MS-TA9006'], 'mitre-containers': ['T1609'] },

  subject: ROLE_KINDS,
  check: (role, scene) => checkPower(role, scene, ENTER_PODS),

  fix: {
    risk: 'mayBreak', // who debugs by this role needs another way in
    edit: (role) => removePower(role, ENTER_PODS),
  },
})
