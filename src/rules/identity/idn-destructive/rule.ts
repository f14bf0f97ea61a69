import { rulesIn, type PolicyRule } from '../../../analysis/access/policy-rule.ts'
import type { Resource } from '../../../model/resource.ts'
import { defineRule } from '../../rule.ts'
import { ROLE_KINDS } from '../power.ts'
import { reachOf, tellPower } from '../role-reach.ts'
import { isAboutAny, removeVerbs, verbsIn, type WrittenVerb } from '../verb.ts'

export const idnDestructive = defineRule({
  id: 'idn-destructive',
  title: 'Let nobody delete whole collections',
  topic: 'excess-rights',
  severity: 'medium',
  references: [
    {
      title: 'Kubernetes: Authorization, request verbs',
      url: 'https://kubernetes.io/docs/reference/access-authn-authz/authorization/#determine-the-request-verb',
    },
    {
      title: 'Kubernetes: RBAC Good Practices, least privilege',
      url: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege',
    },
  ],
  controls: {
    'ms-threat-matrix': ['MS-TA9038'],
    'mitre-containers': ['T1485'],
    'k8s-app-checklist': ['rbac/1'],
  },

  subject: ROLE_KINDS,
  check(role, scene) {
    const [first] = [...collectionVerbs(role), ...deletesNearlyAll(role)]
    if (first === undefined) return []
    const reach = reachOf(role, scene)
    if (reach === undefined) return []
    const words =
      first.verb === 'delete' ? 'delete nearly everything' : 'delete all objects of a kind at once'
    const message = tellPower(role, reach, { words, reach: 'any' })
    return [{ place: first.place, message, sure: true }]
  },

  fix: {
    risk: 'mayBreak', // what cleans up by this role then has to delete one object after the other
    edit: (role) => removeVerbs(role, collectionVerbs(role)),
  },
})

function collectionVerbs(role: Resource): readonly WrittenVerb[] {
  return verbsIn(role, (verb) => verb === 'deletecollection', isAboutPrecious)
}

function deletesNearlyAll(role: Resource): readonly WrittenVerb[] {
  const verbs = verbsIn(role, (verb) => verb === 'delete', isAboutPrecious)
  if (verbs.length === 0) return []
  const rules = rulesIn(role).filter(({ resources }) => !resources.includes('*'))
  const deleted = PRECIOUS.filter(([group, resource]) =>
    rules.some((rule) => isAboutAny(rule, group, [resource]) && rule.verbs.includes('delete')),
  )
  return deleted.length * 3 >= PRECIOUS.length * 2 ? verbs : []
}

// What a wildcard adds to these is idn-wildcard's matter.
function isAboutPrecious(rule: PolicyRule): boolean {
  if (rule.resources.includes('*')) return false
  return PRECIOUS.some(([group, resource]) => isAboutAny(rule, group, [resource]))
}

// What is lost with these is data or a service; a custom resource mostly comes back from where it was written.
const PRECIOUS = [
  ['', 'secrets'],
  ['', 'configmaps'],
  ['', 'services'],
  ['', 'serviceaccounts'],
  ['', 'pods'],
  ['', 'persistentvolumeclaims'],
  ['', 'persistentvolumes'],
  ['', 'namespaces'],
  ['', 'nodes'],
  ['apps', 'deployments'],
  ['apps', 'statefulsets'],
  ['apps', 'daemonsets'],
  ['batch', 'cronjobs'],
  ['networking.k8s.io', 'ingresses'],
  ['apiextensions.k8s.io', 'customresourcedefinitions'],
] as const
