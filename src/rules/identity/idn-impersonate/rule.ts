import type { PolicyRule } from '../../../analysis/access/policy-rule.ts'
import type { Resource } from '../../../model/resource.ts'
import { defineRule } from '../../rule.ts'
import { ROLE_KINDS } from '../power.ts'
import { reachOf, tellPower } from '../role-reach.ts'
import { isAboutAny, removeVerbs, verbsIn, type WrittenVerb } from '../verb.ts'

export const idnImpersonate = defineRule({
  id: 'idn-impersonate',
  title: 'Name the users whom somebody may impersonate',
  topic: 'escalation-rights',
  severity: 'critical',
  references: [
    {
      title: 'Kubernetes: RBAC Good Practices, impersonate verb',
      url: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#impersonate-verb',
    },
    {
      title: 'Kubernetes: User Impersonation',
      url: 'https://kubernetes.io/docs/reference/access-authn-authz/user-impersonation/',
    },
  ],
  controls: { 'cis-1.12': ['5.1.8'], 'mitre-containers': ['T1078'] },

  subject: ROLE_KINDS,
  check(role, scene) {
    const [first] = dangerousVerbs(role)
    if (first === undefined) return []
    const reach = reachOf(role, scene)
    // In one namespace there are its accounts only to impersonate, which is idn-token-request.
    if (reach?.extent !== 'cluster') return []
    const words = `act as any of the ${identitiesOf(first.rule)}`
    const message = tellPower(role, reach, { words, reach: 'outside' })
    return [{ place: first.place, message, sure: true }]
  },

  fix: {
    risk: 'mayBreak', // what calls the API in the name of its users stops doing so
    edit: (role) => removeVerbs(role, dangerousVerbs(role)),
  },
})

const USERS = ['users', 'groups', 'serviceaccounts'] as const

// Since 1.35 there are verbs that allow a part of it, such as impersonate:user-info (KEP-5284).
function dangerousVerbs(role: Resource): readonly WrittenVerb[] {
  return verbsIn(
    role,
    (verb) => verb === 'impersonate' || verb.startsWith('impersonate:'),
    (rule) =>
      isUnlimited(rule) &&
      ['', 'authentication.k8s.io'].some((group) => isAboutAny(rule, group, USERS)),
  )
}

function isUnlimited({ resourceNames }: PolicyRule): boolean {
  return resourceNames.length === 0 || resourceNames.includes('system:masters')
}

function identitiesOf({ resources }: PolicyRule): string {
  if (resources.includes('*')) return 'users, groups and accounts'
  const named = USERS.filter((resource) => resources.includes(resource))
  return named.join(', ').replace('serviceaccounts', 'accounts')
}
