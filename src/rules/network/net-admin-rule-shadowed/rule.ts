import { DIRECTIONS, type Direction } from '../../../analysis/isolation/closing.ts'
import { isList, memberOf } from '../../../model/part.ts'
import type { Resource } from '../../../model/resource.ts'
import { defineRule } from '../../rule.ts'

export const netAdminRuleShadowed = defineRule({
  id: 'net-admin-rule-shadowed',
  title: 'Put the narrow rule of a cluster network policy before the wide one',
  topic: 'isolation',
  severity: 'medium',
  references: [
    {
      title:
        'Network Policy API: AdminNetworkPolicy and BaselineAdminNetworkPolicy, order of rules',
      url: 'https://github.com/kubernetes-sigs/network-policy-api/blob/main/apis/v1alpha1/adminnetworkpolicy_types.go',
    },
  ],

  subject: ['AdminNetworkPolicy', 'BaselineAdminNetworkPolicy', 'ClusterNetworkPolicy'],
  check(policy) {
    return DIRECTIONS.flatMap((direction) => {
      const rules = rulesOf(policy, direction)
      return rules.flatMap((rule, at) => {
        const shadow = rules.slice(0, at).find((earlier) => covers(earlier, rule))
        if (shadow === undefined) return []
        const [own, other] = [at + 1, rules.indexOf(shadow) + 1]
        const sure = rule.isRead && shadow.isRead
        const message = sure
          ? `Rule ${own} for ${direction} never decides: rule ${other} before it means the same peers and ports, or more.`
          : `Rule ${own} for ${direction} may never decide: rule ${other} before it seems to mean the same.`
        return [{ place: policy.at('spec', direction, at), message, sure }]
      })
    })
  },
})

interface AdminRule {
  /** As JSON, each of them; sorted by nothing, as order among them means nothing. */
  readonly peers: readonly string[]
  /** Undefined for all ports. */
  readonly ports: readonly string[] | undefined
  readonly isRead: boolean
}

function rulesOf(policy: Resource, direction: Direction): readonly AdminRule[] {
  const end = direction === 'ingress' ? 'from' : 'to'
  return policy.list('spec', direction).map(({ value }) => {
    const [peers, ports] = [
      memberOf(value, end),
      memberOf(value, 'ports') ?? memberOf(value, 'protocols'),
    ]
    const all = isList(peers) ? peers.map((peer) => JSON.stringify(peer)) : []
    return {
      peers: all,
      ports: isList(ports) ? ports.map((port) => JSON.stringify(port)) : undefined,
      isRead: !/\{\{|\$\{/.test(JSON.stringify(value) ?? ''),
    }
  })
}

// What two placeholders stand for may differ, but rarely does where they read the same.
function covers(earlier: AdminRule, later: AdminRule): boolean {
  const { peers, ports } = earlier
  if (later.peers.length === 0 || !later.peers.every((peer) => peers.includes(peer))) return false
  return ports === undefined || (later.ports?.every((port) => ports.includes(port)) ?? false)
}
