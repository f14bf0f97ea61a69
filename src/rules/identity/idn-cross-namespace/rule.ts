import { accessOf } from '../../../analysis/access/access.ts'
import type { PolicyRule } from '../../../analysis/access/policy-rule.ts'
import type { Resource } from '../../../model/resource.ts'
import type { Scene } from '../../../model/scene.ts'
import { defineRule } from '../../rule.ts'
import { isSystemNamespace } from '../../workloads/namespace.ts'
import { isMissing } from '../account-use.ts'
import { describeGift, fieldOf, knownSubjects, roleGivenBy } from '../binding.ts'

const READ: ReadonlySet<string> = new Set(['get', 'list', 'watch'])
const LOCKS: ReadonlySet<string> = new Set(['leases', 'events'])
const OLD_LOCKS: ReadonlySet<string> = new Set(['configmaps', 'endpoints'])
const TARGETS: ReadonlySet<string> = new Set([
  'services',
  'endpoints',
  'endpointslices',
  'pods',
  'ingresses',
])

export const idnCrossNamespace = defineRule({
  id: 'idn-cross-namespace',
  title: 'Bind roles to accounts of the same namespace',
  topic: 'account-tokens',
  severity: 'medium',
  references: [
    {
      title: 'Kubernetes: Service Accounts, cross-namespace access',
      url: 'https://kubernetes.io/docs/concepts/security/service-accounts/#cross-namespace',
    },
    {
      title: 'Kubernetes: RBAC Good Practices, least privilege',
      url: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege',
    },
  ],
  controls: { nsa: ['B1', 'C2'], 'owasp-k8s-2025': ['K02'] },

  subject: ['RoleBinding'],
  check(binding, scene) {
    // Where no namespace is written, whoever applies it chooses, and may choose the account's.
    const home = binding.get('metadata', 'namespace')
    if (home === undefined || !home.resolved) return []
    return knownSubjects(binding).flatMap((member) => {
      const { kind, name, namespace } = member.subject
      if (kind !== 'ServiceAccount' || namespace === binding.namespace) return []
      // What runs the cluster works in every namespace, and what is bound to nobody is another rule's matter.
      if (isSystemNamespace(namespace) || isMissing(member.subject, scene)) return []
      if (isHarmless(binding, scene)) return []
      return {
        place: fieldOf(member, 'namespace'),
        message: `Account "${name}" of namespace "${namespace ?? ''}" has ${describeGift(binding)}: whoever runs pods there comes in.`,
        sure: true,
      }
    })
  },
})

// Operators agree on a leader in one namespace, often kube-system; servers of extensions read there whom to trust;
// collectors of metrics find out what there is to ask.
function isHarmless(binding: Resource, scene: Scene): boolean {
  const role = roleGivenBy(binding)
  const roles = role === undefined ? [] : accessOf(scene).roles.find(role)
  return roles.length > 0 && roles.every(({ rules }) => rules.every(isHarmlessRule))
}

function isHarmlessRule({ resources, resourceNames, verbs }: PolicyRule): boolean {
  const isNarrow = resourceNames.length > 0 || verbs.every((verb) => verb === 'create')
  const isReading = verbs.every((verb) => READ.has(verb))
  return resources.every(
    (resource) =>
      LOCKS.has(resource) ||
      (isNarrow && OLD_LOCKS.has(resource)) ||
      (isReading && TARGETS.has(resource)),
  )
}
