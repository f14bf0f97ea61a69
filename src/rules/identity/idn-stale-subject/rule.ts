import { accessOf } from '../../../analysis/access/access.ts'
import { removePlace } from '../../../model/edit.ts'
import type { Resource } from '../../../model/resource.ts'
import type { Scene } from '../../../model/scene.ts'
import { defineRule, type Complaint } from '../../rule.ts'
import { isMissing } from '../account-use.ts'
import { BINDING_KINDS, describeGift, knownSubjects, roleGivenBy } from '../binding.ts'
import { hasUnreadTemplate } from '../unread-template.ts'

export const idnStaleSubject = defineRule({
  id: 'idn-stale-subject',
  title: 'Remove bindings of what is gone',
  topic: 'excess-rights',
  severity: 'medium',
  references: [
    {
      title: 'Kubernetes: RBAC Good Practices, periodic review',
      url: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#periodic-review',
    },
    {
      title: 'Kubernetes: Using RBAC Authorization, referring to subjects',
      url: 'https://kubernetes.io/docs/reference/access-authn-authz/rbac/#referring-to-subjects',
    },
  ],
  controls: { 'k8s-checklist': ['authn-authz/5'], 'pci-containers': ['2.3.a'] },

  subject: BINDING_KINDS,
  check(binding, scene) {
    return [...missingAccounts(binding, scene), ...missingRole(binding, scene)]
  },

  fix: {
    risk: 'mayBreak', // the account may be made by something that was not read
    edit: (_, { place }) => (place.path[0] === 'subjects' ? [removePlace(place)] : []),
  },
})

function missingAccounts(binding: Resource, scene: Scene): readonly Complaint[] {
  return knownSubjects(binding)
    .filter(({ subject }) => isMissing(subject, scene))
    .map(({ place, subject: { name, namespace } }) => ({
      place,
      message: `No account "${name}" is among those of namespace "${namespace ?? ''}": whoever makes one has ${describeGift(binding)}.`,
      sure: !hasUnreadTemplate(binding.document),
    }))
}

// A role lives beside its binding, so that other roles of the namespace show that its roles were read.
function missingRole(binding: Resource, scene: Scene): readonly Complaint[] {
  const role = roleGivenBy(binding)
  if (role === undefined || accessOf(scene).roles.find(role).length > 0) return []
  if (role.name.includes(':') || !holdsRoles(binding, role.kind, scene)) return []
  return [
    {
      place: binding.at('roleRef', 'name'),
      message: `No ${role.kind} "${role.name}" is among those that were read: whoever makes one decides what this binding gives.`,
      sure: !hasUnreadTemplate(binding.document),
    },
  ]
}

// Roles for the whole cluster come from everywhere: only an export of a cluster, which has its first roles, has all.
function holdsRoles(binding: Resource, kind: 'Role' | 'ClusterRole', scene: Scene): boolean {
  return kind === 'Role'
    ? scene.inNamespace('Role', binding.namespace).length > 0
    : FIRST_ROLES.every((name) => scene.find('ClusterRole', undefined, name) !== undefined)
}

const FIRST_ROLES = ['cluster-admin', 'system:discovery'] as const
