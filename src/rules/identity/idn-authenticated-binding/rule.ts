import type { Subject } from '../../../analysis/access/subject.ts'
import { removePlace } from '../../../model/edit.ts'
import { defineRule } from '../../rule.ts'
import { BINDING_KINDS, describeGift, knownSubjects, roleGivenBy } from '../binding.ts'
import { givesNothing } from '../public-role.ts'

const EVERYONE: ReadonlyMap<string, string> = new Map([
  ['system:authenticated', 'Everybody who can sign in, every pod with a token included, has'],
  ['system:serviceaccounts', 'Every account of the cluster, and so every pod with a token, has'],
])

export const idnAuthenticatedBinding = defineRule({
  id: 'idn-authenticated-binding',
  title: 'Bind roles to named groups, not to everybody',
  topic: 'excess-rights',
  severity: 'high',
  references: [
    {
      title: 'Kubernetes: Using RBAC Authorization, default roles and role bindings',
      url: 'https://kubernetes.io/docs/reference/access-authn-authz/rbac/#default-roles-and-role-bindings',
    },
    {
      title: 'Google Kubernetes Engine: Best practices for RBAC, prevent default roles misuse',
      url: 'https://cloud.google.com/kubernetes-engine/docs/best-practices/rbac',
    },
  ],

  subject: BINDING_KINDS,
  check(binding, scene) {
    const members = knownSubjects(binding).filter(({ subject }) => isEveryone(subject))
    if (members.length === 0 || givesNothing(binding, scene)) return []
    return members.map(({ place, subject }) => ({
      place,
      message: `${EVERYONE.get(subject.name) ?? ''} ${describeGift(binding)}.`,
      sure: roleGivenBy(binding) !== undefined,
    }))
  },

  fix: {
    risk: 'mayBreak', // who needs the role has to be named then
    edit: (_, { place }) => [removePlace(place)],
  },
})

function isEveryone({ kind, name }: Subject): boolean {
  return kind === 'Group' && EVERYONE.has(name)
}
