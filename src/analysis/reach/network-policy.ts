import { isList, isMapping, isPlaceholder, memberOf, type Field } from '../../model/part.ts'
import type { Resource } from '../../model/resource.ts'
import { DIRECTIONS, type Direction } from '../isolation/closing.ts'
import { UNREADABLE } from '../isolation/label-selector.ts'
import { directionsOf } from '../isolation/network-policy.ts'
import { flawsOf } from './network-policy-flaws.ts'
import { blockPeers, NOBODY, unitePeers, UNREAD_PEERS, ANYONE } from './peers.ts'
import { podsAcross, podsOf } from './pod-group.ts'
import {
  plainDialect,
  rankIn,
  type PodGroup,
  type PolicyRule,
  type PolicySide,
  type RulePeers,
} from './policy.ts'
import { ALL_PORTS, portsOf } from './ports.ts'
import type { PluginProfile } from './profile.ts'

// Among policies of Calico it is one of this order.
const POLICY_ORDER = 1000

const PEERS = { ingress: 'from', egress: 'to' } as const

/**
 * What a NetworkPolicy says, by direction. One that the API server would refuse is not read: it may be there in another
 * form. Source: NetworkPolicy v1, Kubernetes 1.37.
 */
export function readNetworkPolicy(policy: Resource, profile: PluginProfile): readonly PolicySide[] {
  const flaws = flawsOf(policy)
  const isRead = flaws.length === 0
  const directions = directionsOf(policy)
  // Which directions it is about is known unless that very field is wrong.
  const isOpen = flaws.some(({ path }) => path.length === 1 || path[1] === 'policyTypes')
  return DIRECTIONS.filter((direction) => directions[direction] !== false || isOpen).map(
    (direction) => ({
      policy,
      direction,
      rank: rankIn('policies', POLICY_ORDER),
      subjects: [subjectOf(policy)],
      isolates: isRead ? directions[direction] : 'unclear',
      place: policy.at('spec', 'podSelector'),
      rules: isRead ? rulesOf(policy, direction, profile) : [unreadRule(policy)],
      isRead,
    }),
  )
}

function subjectOf(policy: Resource): PodGroup {
  const selector = policy.get('spec', 'podSelector')
  const group = podsOf(policy.namespace ?? '', selector?.value)
  return selector?.resolved === false ? unreadable(group) : group
}

function unreadable(group: PodGroup): PodGroup {
  return { ...group, pods: UNREADABLE, dialect: plainDialect, key: `${group.key}?` }
}

function rulesOf(
  policy: Resource,
  direction: Direction,
  profile: PluginProfile,
): readonly PolicyRule[] {
  const rules = policy.get('spec', direction)
  if (rules !== undefined && !isList(rules.value)) return [unreadRule(rules)]
  return policy.list('spec', direction).map((rule, index) => {
    if (!isMapping(rule.value) && rule.value !== null) return unreadRule(rule)
    const peers = policy.get('spec', direction, index, PEERS[direction])
    return {
      action: 'allow',
      place: rule.place,
      peers: readPeers(peers, policy, profile),
      ports: portsOf(memberOf(rule.value, 'ports')),
      narrowed: [],
    }
  })
}

function unreadRule({ place }: Pick<Field, 'place'>): PolicyRule {
  return { action: 'allow', place, peers: UNREAD_PEERS, ports: ALL_PORTS, narrowed: [] }
}

function readPeers(field: Field | undefined, policy: Resource, profile: PluginProfile): RulePeers {
  if (field === undefined) return ANYONE
  if (!isList(field.value)) return UNREAD_PEERS
  if (field.value.length === 0) return ANYONE
  return field.value
    .map((peer) => readPeer(peer, policy, profile))
    .reduce((one, two) => unitePeers(one, two))
}

function readPeer(peer: unknown, policy: Resource, profile: PluginProfile): RulePeers {
  if (!isMapping(peer)) return UNREAD_PEERS
  const block = memberOf(peer, 'ipBlock') ?? null
  if (block !== null) return blockPeers(memberOf(block, 'cidr'), memberOf(block, 'except'), profile)
  const namespaces = memberOf(peer, 'namespaceSelector') ?? null
  const pods = memberOf(peer, 'podSelector') ?? null
  // A selector that a placeholder stands for reads as one that cannot be told.
  if (isPlaceholder(namespaces) || isPlaceholder(pods)) return UNREAD_PEERS
  const group =
    namespaces === null ? podsOf(policy.namespace ?? '', pods) : podsAcross(namespaces, pods)
  return { ...NOBODY, pods: [group] }
}
