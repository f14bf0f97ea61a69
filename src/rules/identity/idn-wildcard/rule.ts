import type { Resource } from '../../../model/resource.ts'
import { defineRule, type Complaint } from '../../rule.ts'
import { ROLE_KINDS } from '../power.ts'
import { reachOf, shorten, tellPower, type Reach } from '../role-reach.ts'
import { hiddenResources, wildcardsIn, type Wildcard } from '../wildcard.ts'

export const idnWildcard = defineRule({
  id: 'idn-wildcard',
  title: 'Name what a role may do instead of an asterisk',
  topic: 'excess-rights',
  severity: 'high',
  references: [
    {
      title: 'Kubernetes: RBAC Good Practices, least privilege',
      url: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege',
    },
    {
      title: 'Kubernetes: Using RBAC Authorization, referring to resources',
      url: 'https://kubernetes.io/docs/reference/access-authn-authz/rbac/#referring-to-resources',
    },
  ],
  controls: { 'cis-1.12': ['5.1.3'] },

  subject: ROLE_KINDS,
  check(role, scene) {
    const reach = reachOf(role, scene)
    if (reach === undefined) return []
    return [
      ...wildcardsIn(role, reach)
        .filter(({ powers }) => powers.length > 0)
        .map((wildcard) => complain(role, wildcard, reach)),
      ...complainOfTemplate(role),
    ]
  },
})

function complain(role: Resource, { place, rule, powers }: Wildcard, reach: Reach): Complaint {
  const isAll = [rule.verbs, rule.resources, rule.apiGroups].every((list) => list.includes('*'))
  const words = isAll ? 'do anything' : `reach what "*" brings (${listShortly(powers)})`
  return { place, message: tellPower(role, reach, { words, reach: 'any' }), sure: true }
}

// One question for each role: what else it may do is asked by no other rule.
function complainOfTemplate(role: Resource): readonly Complaint[] {
  const place = hiddenResources(role)
  if (place === undefined) return []
  const message = `What ${role.kind} "${shorten(role.name)}" is about cannot be told: a template says it, and it may say "*".`
  return [{ place, message, sure: false }]
}

function listShortly(powers: readonly string[]): string {
  const shown = powers.slice(0, 4).join(', ')
  return powers.length > 4 ? `${shown} and more` : shown
}
