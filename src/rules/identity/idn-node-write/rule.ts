import { defineRule } from '../../rule.ts'
import { checkPower } from '../check-power.ts'
import { removePower, ROLE_KINDS } from '../power.ts'
import { MOVE_PODS } from '../powers.data.ts'

export const idnNodeWrite = defineRule({
  id: 'idn-node-write',
  title: 'Leave nodes to the controllers that run them',
  topic: 'escalation-rights',
  severity: 'medium',
  references: [
    {
      title: 'Kubernetes: RBAC Good Practices, privilege escalation risks',
      url: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#privilege-escalation-risks',
    },
    {
      title: 'Kubernetes: Using Node Authorization',
      url: 'https://kubernetes.io/docs/reference/access-authn-authz/node/',
    },
  ],
  controls: { 'pci-containers': ['16.4.a'] },

  subject: ROLE_KINDS,
  check: (role, scene) => checkPower(role, scene, MOVE_PODS),

  fix: {
    risk: 'mayBreak', // what drains, labels or repairs nodes by this role stops doing so
    edit: (role) => removePower(role, MOVE_PODS),
  },
})
