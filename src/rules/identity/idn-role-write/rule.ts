import { defineRule } from '../../rule.ts'
import { checkPower } from '../check-power.ts'
import { idnEscalateBind } from '../idn-escalate-bind/rule.ts'
import { ROLE_KINDS } from '../power.ts'
import { MANAGE_ROLES } from '../powers.data.ts'

export const idnRoleWrite = defineRule({
  id: 'idn-role-write',
  title: 'Leave roles and bindings to whoever runs the cluster',
  topic: 'escalation-rights',
  severity: 'medium',
  references: [
    {
      title: 'Kubernetes: Using RBAC Authorization, restrictions on role creation or update',
      url: 'https://kubernetes.io/docs/reference/access-authn-authz/rbac/#restrictions-on-role-creation-or-update',
    },
    {
      title: 'Kubernetes: RBAC Good Practices, privilege escalation risks',
      url: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#privilege-escalation-risks',
    },
  ],
  controls: {
    'cis-1.12': ['5.1.8'],
    'mitre-containers': ['T1098.006'],
    'k8s-app-checklist': ['rbac/2'],
  },

  subject: ROLE_KINDS,
  check(role, scene) {
    const complaints = checkPower(role, scene, MANAGE_ROLES)
    // Who may pass on everything is told of by that rule.
    if (complaints.length === 0 || idnEscalateBind.check(role, scene).length > 0) return []
    return complaints
  },
})
