import { defineRule } from '../../rule.ts'
import { checkPower } from '../check-power.ts'
import { removePower, ROLE_KINDS } from '../power.ts'
import { LABEL_NAMESPACES } from '../powers.data.ts'

export const idnNamespaceLabels = defineRule({
  id: 'idn-namespace-labels',
  title: 'Leave the labels of namespaces to the platform team',
  topic: 'escalation-rights',
  severity: 'high',
  references: [
    {
      title: 'Kubernetes: RBAC Good Practices, namespace modification',
      url: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#namespace-modification',
    },
    {
      title: 'Kubernetes: Enforce Pod Security Standards with Namespace Labels',
      url: 'https://kubernetes.io/docs/tasks/configure-pod-container/enforce-standards-namespace-labels/',
    },
  ],

  subject: ROLE_KINDS,
  check: (role, scene) => checkPower(role, scene, LABEL_NAMESPACES),

  fix: {
    risk: 'mayBreak', // what labels namespaces by this role stops doing so
    edit: (role) => removePower(role, LABEL_NAMESPACES),
  },
})
