import { isList, isMapping, memberOf, valueAt } from '../../model/part.ts'
import type { Resource } from '../../model/resource.ts'
import { isAbsent } from '../pod-security/answers.ts'
import type { Claim } from '../pod-security/candidate.ts'
import { plainLabels, type Closing, type Direction } from './closing.ts'
import { EVERYTHING, readLabelSelector, UNREADABLE, type Selector } from './label-selector.ts'

/** The policies of the network-policy-api, which live outside of namespaces. */
export const CLUSTER_POLICIES = [
  'AdminNetworkPolicy',
  'BaselineAdminNetworkPolicy',
  'ClusterNetworkPolicy',
] as const

const PEERS = { ingress: 'from', egress: 'to' } as const
const EVERY_ADDRESS: readonly unknown[] = ['0.0.0.0/0', '::/0']

/**
 * What an AdminNetworkPolicy, BaselineAdminNetworkPolicy or ClusterNetworkPolicy closes. They deny nothing by
 * themselves, so a direction is closed only when the first rule about every peer and port denies.
 * Source: network-policy-api v1alpha1 and v1alpha2.
 */
export function readClusterPolicy(policy: Resource): readonly Closing[] {
  const subject = policy.get('spec', 'subject')
  const { namespaces, pods } = readSubject(subject?.value)
  return [
    {
      closes: { ingress: denies(policy, 'ingress'), egress: denies(policy, 'egress') },
      pods,
      labelsOf: plainLabels,
      covers: ({ labels }) => namespaces.selects(labels),
    },
  ]
}

function readSubject(subject: unknown): { namespaces: Selector; pods: Selector } {
  const pods = memberOf(subject, 'pods')
  if (isMapping(pods)) {
    return {
      namespaces: readLabelSelector(memberOf(pods, 'namespaceSelector')),
      pods: readLabelSelector(memberOf(pods, 'podSelector')),
    }
  }
  const namespaces = memberOf(subject, 'namespaces')
  return isMapping(namespaces)
    ? { namespaces: readLabelSelector(namespaces), pods: EVERYTHING }
    : { namespaces: UNREADABLE, pods: EVERYTHING }
}

function denies(policy: Resource, direction: Direction): Claim {
  const rules = policy.get('spec', direction)
  if (rules === undefined) return false
  if (!isList(rules.value)) return 'unclear'
  for (const rule of rules.value) {
    const reach = reachOf(rule, direction)
    const action = memberOf(rule, 'action')
    if (reach === 'all') return action === 'Deny'
    // What denies every pod and leaves the internet open isolates in part.
    if (reach === 'pods' && action === 'Deny') return 'unclear'
  }
  return false
}

// No rule for ingress can match what comes from outside of the cluster, so all pods are all there is.
function reachOf(rule: unknown, direction: Direction): 'all' | 'pods' | 'some' {
  const peers = memberOf(rule, PEERS[direction])
  const hasPorts = !isAbsent(memberOf(rule, 'ports')) || !isAbsent(memberOf(rule, 'protocols'))
  if (!isList(peers) || hasPorts) return 'some'
  if (direction === 'egress' && peers.some(isEveryAddress)) return 'all'
  if (!peers.some(isEveryPod)) return 'some'
  return direction === 'ingress' ? 'all' : 'pods'
}

function isEveryPod(peer: unknown): boolean {
  const namespaces = valueAt(peer, ['namespaces'])
  if (isMapping(namespaces)) return readLabelSelector(namespaces).isEverything
  const pods = valueAt(peer, ['pods'])
  return (
    isMapping(pods) &&
    readLabelSelector(memberOf(pods, 'namespaceSelector')).isEverything &&
    readLabelSelector(memberOf(pods, 'podSelector')).isEverything
  )
}

function isEveryAddress(peer: unknown): boolean {
  const networks = memberOf(peer, 'networks')
  return isList(networks) && networks.some((network) => EVERY_ADDRESS.includes(network))
}
