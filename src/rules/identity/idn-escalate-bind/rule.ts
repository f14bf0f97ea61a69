import { accessOf } from '../../../analysis/access/access.ts'
import type { PolicyRule } from '../../../analysis/access/policy-rule.ts'
import type { Resource } from '../../../model/resource.ts'
import type { Scene } from '../../../model/scene.ts'
import { defineRule } from '../../rule.ts'
import { givesPower, ROLE_KINDS } from '../power.ts'
import { WILDCARD_POWERS } from '../powers.data.ts'
import { reachOf, tellPower } from '../role-reach.ts'
import { isAboutAny, removeVerbs, verbsIn, type WrittenVerb } from '../verb.ts'

export const idnEscalateBind = defineRule({
  id: 'idn-escalate-bind',
  title: 'Let nobody pass on rights that they do not have',
  topic: 'escalation-rights',
  severity: 'critical',
  references: [
    {
      title:
        'Kubernetes: Using RBAC Authorization, privilege escalation prevention and bootstrapping',
      url: 'https://kubernetes.io/docs/reference/access-authn-authz/rbac/#privilege-escalation-prevention-and-bootstrapping',
    },
    {
      title: 'Kubernetes: RBAC Good Practices, escalate verb',
      url: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#escalate-verb',
    },
  ],
  controls: {
    'cis-1.12': ['5.1.8'],
    'mitre-containers': ['T1098.006'],
    'k8s-app-checklist': ['rbac/2'],
  },

  subject: ROLE_KINDS,
  check(role, scene) {
    const [first] = dangerousVerbs(role, scene)
    if (first === undefined) return []
    const reach = reachOf(role, scene)
    // In one namespace it leads to that namespace's rights only, which is idn-role-write.
    if (reach?.extent !== 'cluster') return []
    const words = WORDS[first.verb === 'bind' ? 'bind' : 'escalate']
    const message = tellPower(role, reach, { words, reach: 'outside' })
    return [{ place: first.place, message, sure: true }]
  },

  fix: {
    risk: 'mayBreak', // an operator that makes roles by these verbs needs the rights themselves instead
    edit: (role, _, scene) => removeVerbs(role, dangerousVerbs(role, scene)),
  },
})

const WORDS = {
  escalate: 'write any right into a role ("escalate")',
  bind: 'give any role to anyone ("bind")',
} as const

function dangerousVerbs(role: Resource, scene: Scene): readonly WrittenVerb[] {
  return verbsIn(
    role,
    (verb) => verb === 'escalate' || verb === 'bind',
    (rule) => isAboutAny(rule, 'rbac.authorization.k8s.io', ['clusterroles', 'roles']),
  ).filter(({ verb, rule }) => verb === 'escalate' || bindsMuch(rule, scene))
}

// To let somebody bind harmless roles by name is how Kubernetes itself advises to delegate.
function bindsMuch({ resourceNames }: PolicyRule, scene: Scene): boolean {
  const { roles } = accessOf(scene)
  return (
    resourceNames.length === 0 ||
    resourceNames
      .flatMap((name) => roles.find({ kind: 'ClusterRole', name, namespace: undefined }))
      .flatMap((role) => roles.sharesOf(role))
      .some(({ role }) => role.rules.some((rule) => rule.verbs.includes('*') && givesAll(rule)))
  )
}

function givesAll(rule: PolicyRule): boolean {
  return WILDCARD_POWERS.every(([, power]) => givesPower(rule, power))
}
