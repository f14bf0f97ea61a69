import { describeSubject } from '../../../analysis/access/subject.ts'
import { defineRule } from '../../rule.ts'
import { BINDING_KINDS, knownSubjects } from '../binding.ts'
import { excessOf } from '../role-count.ts'

export const idnManyRoles = defineRule({
  id: 'idn-many-roles',
  title: 'Gather the many roles of a subject in one',
  topic: 'excess-rights',
  severity: 'low',
  references: [
    {
      title: 'Kubernetes: RBAC Good Practices, periodic review',
      url: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#periodic-review',
    },
    {
      title: 'Kubernetes: Using RBAC Authorization, RoleBinding and ClusterRoleBinding',
      url: 'https://kubernetes.io/docs/reference/access-authn-authz/rbac/#rolebinding-and-clusterrolebinding',
    },
  ],

  subject: BINDING_KINDS,
  check(binding, scene) {
    return knownSubjects(binding).flatMap(({ place, subject }) => {
      const roles = excessOf(subject, binding, scene)
      if (roles === undefined) return []
      const who = describeSubject(subject)
      return {
        place,
        message: `${who.charAt(0).toUpperCase()}${who.slice(1)} has ${roles} different roles: what it may do in all is hard to review.`,
        sure: true,
      }
    })
  },
})
