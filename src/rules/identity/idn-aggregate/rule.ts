import { removeField } from '../../../model/edit.ts'
import { isMapping } from '../../../model/part.ts'
import type { Resource } from '../../../model/resource.ts'
import type { Scene } from '../../../model/scene.ts'
import { defineRule, type Complaint } from '../../rule.ts'
import { addsPowers } from '../aggregation.ts'
import { isBootstrap, shorten, widens } from '../role-reach.ts'

const LABEL = 'rbac.authorization.k8s.io/aggregate-to-'

export const idnAggregate = defineRule({
  id: 'idn-aggregate',
  title: 'Add nothing dangerous to the built-in roles',
  topic: 'escalation-rights',
  severity: 'high',
  references: [
    {
      title: 'Kubernetes: Using RBAC Authorization, aggregated ClusterRoles',
      url: 'https://kubernetes.io/docs/reference/access-authn-authz/rbac/#aggregated-clusterroles',
    },
    {
      title: 'Kubernetes: RBAC Good Practices, privilege escalation risks',
      url: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#privilege-escalation-risks',
    },
  ],
  controls: { 'cis-1.12': ['5.1.8'], 'k8s-app-checklist': ['rbac/2'] },

  subject: ['ClusterRole'],
  check(role, scene) {
    if (isBootstrap(role)) return []
    return [...widenedRoles(role, scene), ...boundlessSelectors(role)]
  },

  fix: {
    risk: 'mayBreak', // whoever holds the built-in role loses what this one added
    edit: (role, { place }, scene) =>
      place.path[0] === 'metadata'
        ? widens(role)
            .filter((name) => addsPowers(role, name, scene).length > 0)
            .map((name) => removeField(role, ['metadata', 'labels', `${LABEL}${name}`]))
        : [],
  },
})

// The weakest of the roles has the most holders, and is gathered by the others anyway.
function widenedRoles(role: Resource, scene: Scene): readonly Complaint[] {
  const found = widens(role)
    .map((name) => ({ name, powers: addsPowers(role, name, scene) }))
    .find(({ powers }) => powers.length > 0)
  if (found === undefined) return []
  return [
    {
      place: role.at('metadata', 'labels', `${LABEL}${found.name}`),
      message: `ClusterRole "${shorten(role.name)}" gives everyone who has the built-in role "${found.name}" more than that is meant for: ${found.powers.join(', ')}.`,
      sure: true,
    },
  ]
}

// An empty selector selects cluster-admin too, and every ClusterRole that anyone will ever write.
function boundlessSelectors(role: Resource): readonly Complaint[] {
  return role
    .list('aggregationRule', 'clusterRoleSelectors')
    .filter(({ value }) => isMapping(value) && isEmpty(value))
    .map(({ place }) => ({
      place,
      message: `ClusterRole "${shorten(role.name)}" gathers the rules of all ClusterRoles, cluster-admin included: its selector is empty.`,
      sure: true,
    }))
}

function isEmpty({ matchLabels, matchExpressions }: Readonly<Record<string, unknown>>): boolean {
  return [matchLabels, matchExpressions].every(
    (part) => part === undefined || part === null || Object.keys(part).length === 0,
  )
}
