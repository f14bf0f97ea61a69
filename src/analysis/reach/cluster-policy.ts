import {
  isList,
  isMapping,
  isPlaceholder,
  memberOf,
  valueAt,
  type Field,
} from '../../model/part.ts'
import type { Resource } from '../../model/resource.ts'
import { DIRECTIONS, type Direction } from '../isolation/closing.ts'
import { ALL_ADDRESSES } from './address-set.ts'
import { clusterFlawsOf } from './cluster-policy-flaws.ts'
import { clusterPorts } from './cluster-ports.ts'
import { ANYONE, blockPeers, NOBODY, unitePeers, UNREAD_PEERS } from './peers.ts'
import { podsAcross } from './pod-group.ts'
import {
  rankIn,
  type PodGroup,
  type PolicyRule,
  type PolicySide,
  type Rank,
  type RulePeers,
} from './policy.ts'
import type { PluginProfile } from './profile.ts'
import { unreadRules } from './unread-policy.ts'

const PEERS = { ingress: 'from', egress: 'to' } as const
const ACTIONS = { Allow: 'allow', Accept: 'allow', Deny: 'deny', Pass: 'pass' } as const

/**
 * What an AdminNetworkPolicy, BaselineAdminNetworkPolicy or ClusterNetworkPolicy says, by direction. It closes nothing
 * but what its rules deny. Source: network-policy-api v1alpha1 and v1alpha2.
 */
export function readClusterPolicy(policy: Resource, profile: PluginProfile): readonly PolicySide[] {
  const isRead = clusterFlawsOf(policy).length === 0
  return DIRECTIONS.filter((direction) => policy.get('spec', direction) !== undefined).map(
    (direction) => ({
      policy,
      direction,
      rank: rankOf(policy),
      subjects: subjectsOf(policy),
      isolates: false,
      place: policy.at('spec', 'subject'),
      rules: isRead ? rulesOf(policy, direction, profile) : unreadRules(policy.place),
      isRead,
    }),
  )
}

function rankOf(policy: Resource): Rank {
  const isBaseline =
    policy.type === 'BaselineAdminNetworkPolicy' || policy.get('spec', 'tier')?.value === 'Baseline'
  const priority = policy.get('spec', 'priority')?.value
  return rankIn(isBaseline ? 'baseline' : 'admin', typeof priority === 'number' ? priority : 0)
}

function subjectsOf(policy: Resource): readonly PodGroup[] {
  const subject = policy.get('spec', 'subject')?.value
  const pods = memberOf(subject, 'pods')
  if (isMapping(pods))
    return [podsAcross(memberOf(pods, 'namespaceSelector'), memberOf(pods, 'podSelector'))]
  // A placeholder, and whatever is not known here, may mean every pod.
  return [podsAcross(memberOf(subject, 'namespaces') ?? '', {})]
}

function rulesOf(
  policy: Resource,
  direction: Direction,
  profile: PluginProfile,
): readonly PolicyRule[] {
  return policy.list('spec', direction).map((rule) => {
    const action = actionOf(memberOf(rule.value, 'action'))
    const peers = readPeers(rule, PEERS[direction], { action, profile })
    const ports = clusterPorts(rule.value)
    // What is not understood fails closed: it allows nothing, and denies or passes nobody past it.
    const rest = { place: rule.place, ports, narrowed: [] }
    if (peers !== undefined) return { ...rest, action, peers }
    return action === 'allow'
      ? { ...rest, action, peers: NOBODY }
      : { ...rest, action: 'deny', peers: ANYONE }
  })
}

function actionOf(value: unknown): PolicyRule['action'] {
  const [, action] = Object.entries(ACTIONS).find(([name]) => name === value) ?? []
  return action ?? 'deny'
}

function readPeers(rule: Field, list: 'from' | 'to', asks: Asks): RulePeers | undefined {
  const members = memberOf(rule.value, list)
  if (!isList(members)) return UNREAD_PEERS
  const read = members.map((peer) => readPeer(peer, list, asks))
  const known = read.filter((peers) => peers !== undefined)
  return known.length < read.length ? undefined : known.reduce(unitePeers, NOBODY)
}

function readPeer(peer: unknown, list: 'from' | 'to', asks: Asks): RulePeers | undefined {
  if (isPlaceholder(peer)) return UNREAD_PEERS
  const pods = memberOf(peer, 'pods')
  if (isMapping(pods))
    return podPeers(memberOf(pods, 'namespaceSelector'), memberOf(pods, 'podSelector'))
  const namespaces = memberOf(peer, 'namespaces')
  if (isMapping(namespaces)) return podPeers(namespaces, {})
  return list === 'to' ? farPeer(peer, asks) : undefined
}

/** What decides what a block of addresses means. */
interface Asks {
  readonly action: PolicyRule['action']
  readonly profile: PluginProfile
}

// Pods that a refusal cuts off in IPv6 go on to reach each other in IPv4.
function networkPeers(cidr: unknown, { action, profile }: Asks): RulePeers {
  const isHalf = action !== 'allow' && typeof cidr === 'string' && cidr.includes(':')
  return blockPeers(cidr, [], {
    ...profile,
    blocksHoldPods: isHalf ? false : profile.networksHoldPods,
    blocksHoldNodes: isHalf ? false : profile.blocksHoldNodes,
  })
}

function podPeers(namespaces: unknown, pods: unknown): RulePeers {
  return { ...NOBODY, pods: [podsAcross(namespaces, pods)] }
}

function farPeer(peer: unknown, asks: Asks): RulePeers | undefined {
  const networks = memberOf(peer, 'networks')
  if (isList(networks)) {
    return networks.map((cidr) => networkPeers(cidr, asks)).reduce(unitePeers, NOBODY)
  }
  const nodes = memberOf(peer, 'nodes')
  if (isMapping(nodes))
    return { ...NOBODY, nodes: Object.keys(nodes).length === 0 ? true : 'unclear' }
  const names = valueAt(peer, ['domainNames'])
  // Only a resolver knows the addresses of a name.
  return isList(names) ? { ...NOBODY, maybeAddresses: ALL_ADDRESSES } : undefined
}
