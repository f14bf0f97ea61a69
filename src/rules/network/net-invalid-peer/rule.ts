import { DIRECTIONS } from '../../../analysis/isolation/closing.ts'
import { writtenRules } from '../../../analysis/isolation/policy-rules.ts'
import { isMapping } from '../../../model/part.ts'
import { defineRule } from '../../rule.ts'

const SELECTORS = ['podSelector', 'namespaceSelector'] as const

export const netInvalidPeer = defineRule({
  id: 'net-invalid-peer',
  title: 'Give each peer of a network policy selectors or a block',
  topic: 'isolation',
  severity: 'medium',
  references: [
    {
      title: 'Kubernetes: Network Policies, behavior of to and from selectors',
      url: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/#behavior-of-to-and-from-selectors',
    },
    {
      title: 'Kubernetes API reference: NetworkPolicySpec',
      url: 'https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/network-policy-v1/',
    },
  ],

  subject: ['NetworkPolicy'],
  check(policy) {
    const peers = DIRECTIONS.flatMap((direction) => writtenRules(policy, direction)).flatMap(
      (rule) => rule.peers ?? [],
    )
    return peers.flatMap(({ value, place }) => {
      const reason = reasonAgainst(value)
      if (reason === undefined) return []
      return [
        { place, message: `A peer ${reason}: the API server refuses the policy.`, sure: true },
      ]
    })
  },
})

function reasonAgainst(peer: unknown): string | undefined {
  if (peer !== null && !isMapping(peer)) return undefined
  // A key without a value is a key that is not there.
  const keys = Object.entries(peer ?? {}).flatMap(([key, value]) => (value === null ? [] : [key]))
  if (keys.length === 0) return 'that says nothing is not everybody'
  return keys.includes('ipBlock') && SELECTORS.some((key) => keys.includes(key))
    ? 'cannot have both a block of addresses and selectors'
    : undefined
}
