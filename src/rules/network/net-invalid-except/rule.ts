import { containsBlock, parseBlock, type Block } from '../../../analysis/addresses/cidr.ts'
import { DIRECTIONS } from '../../../analysis/isolation/closing.ts'
import { blockOf, writtenRules } from '../../../analysis/isolation/policy-rules.ts'
import { removePlace } from '../../../model/edit.ts'
import { isList, isPlaceholder, valueAt, type Field } from '../../../model/part.ts'
import { defineRule, type Complaint } from '../../rule.ts'

export const netInvalidExcept = defineRule({
  id: 'net-invalid-except',
  title: 'Take out of an address block only parts of it',
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
    return DIRECTIONS.flatMap((direction) => writtenRules(policy, direction))
      .flatMap(({ peers = [] }) => peers)
      .flatMap(complaintsAbout)
  },

  fix: {
    risk: 'mayBreak', // the API server takes the policy from then on, and it isolates what it selects
    // What lies outside of the block was never in it, so nothing is lost; a part as large as the block is a riddle.
    edit: (policy, { place }) => {
      const [cidr, part] = [
        policy.get(...place.path.slice(0, -2), 'cidr'),
        policy.get(...place.path),
      ]
      const [block, other] = [cidr?.value, part?.value].map(readBlock)
      const isOutside = block !== undefined && other !== undefined && !containsBlock(other, block)
      return isOutside ? [removePlace(place)] : []
    },
  },
})

function complaintsAbout(peer: Field): readonly Complaint[] {
  const block = blockOf(peer)?.block
  const except = valueAt(peer.value, ['ipBlock', 'except'])
  if (block === undefined || !isList(except)) return []
  return except.flatMap((text, index) => {
    if (typeof text !== 'string' || isPlaceholder(text)) return []
    const reason = reasonAgainst(readBlock(text), block)
    if (reason === undefined) return []
    const place = { ...peer.place, path: [...peer.place.path, 'ipBlock', 'except', index] }
    const message = `The exception "${text}" ${reason}, so the API server refuses the policy.`
    return [{ place, message, sure: true }]
  })
}

function reasonAgainst(part: Block | undefined, block: Block): string | undefined {
  if (part === undefined) return 'is no block of addresses'
  if (!containsBlock(block, part)) return 'is no part of the block'
  return part.prefix === block.prefix ? 'is the whole block' : undefined
}

function readBlock(text: unknown): Block | undefined {
  return typeof text === 'string' && text.includes('/') ? parseBlock(text) : undefined
}
