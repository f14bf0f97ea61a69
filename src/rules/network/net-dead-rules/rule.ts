import { DIRECTIONS, type Direction } from '../../../analysis/isolation/closing.ts'
import { directionsOf } from '../../../analysis/isolation/network-policy.ts'
import { allowsAll, writtenRules } from '../../../analysis/isolation/policy-rules.ts'
import { addMembers, removePlace } from '../../../model/edit.ts'
import type { Resource } from '../../../model/resource.ts'
import { defineRule } from '../../rule.ts'

const TYPES = { ingress: 'Ingress', egress: 'Egress' } as const

export const netDeadRules = defineRule({
  id: 'net-dead-rules',
  title: 'Name in policyTypes each direction a policy has rules for',
  topic: 'isolation',
  severity: 'medium',
  references: [
    {
      title: 'Kubernetes: Network Policies, the NetworkPolicy resource',
      url: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/#networkpolicy-resource',
    },
    {
      title: 'Kubernetes API reference: NetworkPolicySpec',
      url: 'https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/network-policy-v1/',
    },
  ],

  subject: ['NetworkPolicy'],
  check(policy) {
    return deadDirections(policy).map((direction) => ({
      place: policy.at('spec', direction),
      message: `The ${direction} rules of NetworkPolicy "${policy.name}" have no effect: its policyTypes leave ${TYPES[direction]} out.`,
      sure: true,
    }))
  },

  fix: {
    risk: 'mayBreak', // what the rules do not allow is refused from then on
    edit(policy, { place }) {
      const dead = deadDirections(policy).find((direction) => place.path.at(-1) === direction)
      if (dead === undefined) return []
      // Rules that allow everything bound nothing, whether they have effect or not.
      return writtenRules(policy, dead).some(allowsAll)
        ? [removePlace(place)]
        : [addMembers(policy, ['spec', 'policyTypes'], [TYPES[dead]])]
    },
  },
})

function deadDirections(policy: Resource): readonly Direction[] {
  const named = directionsOf(policy)
  return DIRECTIONS.filter(
    (direction) => named[direction] === false && policy.list('spec', direction).length > 0,
  )
}
