import { accessOf } from '../../analysis/access/access.ts'
import type { PolicyRule } from '../../analysis/access/policy-rule.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import { roleGivenBy } from './binding.ts'

// What Kubernetes itself gives to everybody: to ask what one may do, which APIs there are and whose keys sign tokens.
const HARMLESS_ROLES: ReadonlySet<string> = new Set([
  'system:basic-user',
  'system:discovery',
  'system:public-info-viewer',
  'system:service-account-issuer-discovery',
])

const READ: ReadonlySet<string> = new Set(['get', 'list', 'watch'])

/** Whether everybody may have the role of a binding, as it only lets them read what was written for all. */
export function givesNothing(binding: Resource, scene: Scene): boolean {
  const role = roleGivenBy(binding)
  if (role === undefined) return false
  if (role.kind === 'ClusterRole' && HARMLESS_ROLES.has(role.name)) return true
  const roles = accessOf(scene).roles.find(role)
  return (
    roles.length > 0 &&
    roles.every(
      ({ rules, selectors }) =>
        selectors.length === 0 && rules.every((rule) => isForAll(rule, scene)),
    )
  )
}

function isForAll(rule: PolicyRule, scene: Scene): boolean {
  const { resources, resourceNames, verbs, nonResourceURLs } = rule
  if (nonResourceURLs.length > 0) return false
  const isReading = resourceNames.length > 0 && verbs.every((verb) => READ.has(verb))
  return resources.every(
    (resource) =>
      (isReading && resource === 'configmaps') ||
      // Questions about oneself.
      resource.startsWith('selfsubject') ||
      (resource === 'podsecuritypolicies' && scene.atLeast(1, 25)),
  )
}
