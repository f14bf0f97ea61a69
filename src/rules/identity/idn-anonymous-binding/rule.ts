import type { Subject } from '../../../analysis/access/subject.ts'
import { removePlace } from '../../../model/edit.ts'
import type { Resource } from '../../../model/resource.ts'
import { defineRule } from '../../rule.ts'
import { BINDING_KINDS, describeGift, knownSubjects, roleGivenBy } from '../binding.ts'

// Versions and health, and the keys of the cluster's tokens: made to be public.
const PUBLIC_ROLES: ReadonlySet<string> = new Set([
  'system:public-info-viewer',
  'system:service-account-issuer-discovery',
])
// What kubeadm lets a machine read before it joins.
const CLUSTER_INFO = 'kubeadm:bootstrap-signer-clusterinfo'

export const idnAnonymousBinding = defineRule({
  id: 'idn-anonymous-binding',
  title: 'Give nothing to those who have not signed in',
  topic: 'authentication',
  severity: 'critical',
  references: [
    {
      title: 'Kubernetes: Authenticating, anonymous requests',
      url: 'https://kubernetes.io/docs/reference/access-authn-authz/authentication/#anonymous-requests',
    },
    {
      title: 'Kubernetes: RBAC Good Practices, hardening',
      url: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#hardening',
    },
  ],
  controls: {
    'owasp-k8s-2025': ['K02'],
    'ms-threat-matrix': ['MS-TA9005'],
    'k8s-app-checklist': ['rbac/3'],
    'pci-containers': ['1.1.a'],
  },

  subject: BINDING_KINDS,
  check(binding) {
    if (isPublic(binding)) return []
    return knownSubjects(binding)
      .filter(({ subject }) => isAnonymous(subject))
      .map(({ place }) => ({
        place,
        message: `Anybody who reaches the API server has ${describeGift(binding)}, without signing in.`,
        sure: roleGivenBy(binding) !== undefined,
      }))
  },

  fix: {
    risk: 'mayBreak', // whoever relies on it has to sign in then
    edit: (_, { place }) => [removePlace(place)],
  },
})

function isAnonymous({ kind, name }: Subject): boolean {
  if (kind === 'User') return name === 'system:anonymous'
  return kind === 'Group' && name === 'system:unauthenticated'
}

function isPublic(binding: Resource): boolean {
  const role = roleGivenBy(binding)
  if (role === undefined) return false
  return role.kind === 'ClusterRole'
    ? PUBLIC_ROLES.has(role.name)
    : role.name === CLUSTER_INFO && role.namespace === 'kube-public'
}
