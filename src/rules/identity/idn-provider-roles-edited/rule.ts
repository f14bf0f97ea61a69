import { rulesIn, type PolicyRule } from '../../../analysis/access/policy-rule.ts'
import { setPlace } from '../../../model/edit.ts'
import { isPlaceholder } from '../../../model/part.ts'
import type { Resource } from '../../../model/resource.ts'
import { defineRule, type Complaint } from '../../rule.ts'
import { SCALEWAY_CLUSTER_READ } from '../scaleway-roles.data.ts'

const AUTOUPDATE = 'rbac.authorization.kubernetes.io/autoupdate'
const USER_FACING: ReadonlySet<string> = new Set(['cluster-admin', 'admin', 'edit', 'view'])
const READ_VERBS: ReadonlySet<string> = new Set(SCALEWAY_CLUSTER_READ.verbs)
const READ_RESOURCES: ReadonlySet<string> = new Set(SCALEWAY_CLUSTER_READ.resources)

export const idnProviderRolesEdited = defineRule({
  id: 'idn-provider-roles-edited',
  title: 'Leave the roles of the cluster and its provider as they are',
  topic: 'excess-rights',
  severity: 'medium',
  references: [
    {
      title: 'Kubernetes: Using RBAC Authorization, auto-reconciliation',
      url: 'https://kubernetes.io/docs/reference/access-authn-authz/rbac/#auto-reconciliation',
    },
    {
      title: 'Scaleway: Setting IAM permissions and implementing RBAC on a cluster',
      url: SCALEWAY_CLUSTER_READ.source,
    },
  ],

  subject: ['ClusterRole', 'Role', 'ClusterRoleBinding', 'RoleBinding'],
  check(resource) {
    return [...checkUpdates(resource), ...checkReaders(resource)]
  },

  fix: {
    risk: 'mayBreak', // the API server takes away again what was added, when it next starts
    edit: (_, { place }) => (place.path.at(-1) === AUTOUPDATE ? [setPlace(place, 'true')] : []),
  },
})

// Kubernetes writes its own roles anew at each start, unless they ask not to be.
function checkUpdates(resource: Resource): readonly Complaint[] {
  const { name, kind } = resource
  if (!name.startsWith('system:') && !USER_FACING.has(name)) return []
  const update = resource.get('metadata', 'annotations', AUTOUPDATE)
  if (update?.value !== 'false' && update?.value !== false) return []
  return [
    {
      place: update.place,
      message: `${kind} "${name}" keeps what was changed in it: Kubernetes no longer restores or updates it.`,
      sure: true,
    },
  ]
}

function checkReaders(role: Resource): readonly Complaint[] {
  if (role.type !== 'ClusterRole' || role.name !== SCALEWAY_CLUSTER_READ.name) return []
  const excess = rulesIn(role).flatMap(beyondReading)[0]
  if (excess === undefined) return []
  const isSure = !isPlaceholder(excess)
  return [
    {
      place: role.at('metadata', 'name'),
      message: isSure
        ? `Everybody whom the provider lets read this cluster has "${excess}" too, which the provider's role does not give.`
        : 'Everybody whom the provider lets read this cluster may have more than that: a placeholder decides.',
      sure: isSure,
    },
  ]
}

function beyondReading({ verbs, resources, nonResourceURLs }: PolicyRule): readonly string[] {
  return [
    ...verbs.filter((verb) => !READ_VERBS.has(verb)),
    ...resources.filter((resource) => !READ_RESOURCES.has(resource)),
    ...nonResourceURLs,
  ]
}
