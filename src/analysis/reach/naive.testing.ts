import { parseBlock } from '../addresses/cidr.ts'
import type {
  AdminPeer,
  AdminPolicy,
  AdminRule,
  NaiveCluster,
  NaivePod,
  NaivePolicy,
  Named,
  PolicyPeer,
  PolicyPort,
  Selector,
} from './cluster.testing.ts'

// The judge of the engine, written from the documentation of the two APIs alone, and without its code.
/** One connection: an end is a pod, or an address outside. */
export interface Attempt {
  readonly from: NaivePod | string
  readonly to: NaivePod | string
  readonly protocol: Named
  readonly port: number
}

/** A direction, seen from the pod. */
export type Way = 'ingress' | 'egress'

/** Whether a connection is allowed: out of its source and into its destination. Replies are not asked about. */
export function isAllowed(cluster: NaiveCluster, attempt: Attempt): boolean {
  return passes(cluster, attempt, 'egress') && passes(cluster, attempt, 'ingress')
}

function passes(cluster: NaiveCluster, attempt: Attempt, way: Way): boolean {
  const [subject] = endsOf(attempt, way)
  if (typeof subject === 'string' || subject.isOnHost) return true
  return (
    decision(cluster, attempt, way, 'Admin') ??
    verdict(cluster, attempt, way) ??
    decision(cluster, attempt, way, 'Baseline') ??
    true
  )
}

/** The end that policies of a direction select, and the other one. */
export function endsOf(
  { from, to }: Attempt,
  way: Way,
): readonly [NaivePod | string, NaivePod | string] {
  return way === 'egress' ? [from, to] : [to, from]
}

/** What NetworkPolicies say; undefined when none selects the pod. */
export function verdict(cluster: NaiveCluster, attempt: Attempt, way: Way): boolean | undefined {
  const [subject, other] = endsOf(attempt, way)
  const policies = cluster.policies.filter(
    ({ metadata, spec }) =>
      typeof subject !== 'string' &&
      metadata.namespace === subject.namespace &&
      typesOf(spec).includes(way === 'egress' ? 'Egress' : 'Ingress') &&
      selects(spec.podSelector ?? {}, subject.labels),
  )
  if (policies.length === 0) return undefined
  return policies.some(({ metadata, spec }) =>
    (spec[way] ?? []).some((rule) => {
      const peers = (way === 'egress' ? rule.to : rule.from) ?? []
      const ports = rule.ports ?? []
      const isPeer = (peer: PolicyPeer) => meets(cluster, peer, other, metadata.namespace)
      return (
        (peers.length === 0 || peers.some(isPeer)) &&
        (ports.length === 0 || ports.some((port) => coversPort(port, attempt)))
      )
    }),
  )
}

function typesOf(spec: NaivePolicy['spec']): readonly string[] {
  if (spec.policyTypes) return spec.policyTypes
  return (spec.egress ?? []).length > 0 ? ['Ingress', 'Egress'] : ['Ingress']
}

function meets(cluster: NaiveCluster, peer: PolicyPeer, other: NaivePod | string, home: string) {
  if (typeof other === 'string') {
    const { ipBlock } = peer
    if (!ipBlock || !isWithin(other, ipBlock.cidr)) return false
    return !(ipBlock.except ?? []).some((cidr) => isWithin(other, cidr))
  }
  if (peer.ipBlock || other.isOnHost) return false
  const inNamespace = peer.namespaceSelector
    ? selects(peer.namespaceSelector, labelsOf(cluster, other.namespace))
    : other.namespace === home
  return inNamespace && selects(peer.podSelector ?? {}, other.labels)
}

function coversPort({ protocol = 'TCP', port, endPort }: PolicyPort, attempt: Attempt): boolean {
  if (protocol !== attempt.protocol) return false
  if (port === undefined) return true
  if (typeof port === 'string') return isNamed(port, attempt)
  return port <= attempt.port && attempt.port <= (endPort ?? port)
}

/** Whether the destination gives this name to the port. */
export function isNamed(wanted: string, { to, protocol, port }: Attempt): boolean {
  return (
    typeof to !== 'string' &&
    to.ports.some(
      (own) => own.name === wanted && own.protocol === protocol && own.containerPort === port,
    )
  )
}

/** What a tier says: true or false, undefined when it leaves the matter to the next one. */
export function decision(
  cluster: NaiveCluster,
  attempt: Attempt,
  way: Way,
  tier: 'Admin' | 'Baseline',
): boolean | undefined {
  const [subject, other] = endsOf(attempt, way)
  const sorted = cluster.admin
    .filter(
      (policy) => tierOf(policy) === tier && meetsAdmin(cluster, policy.spec.subject, subject),
    )
    .toSorted((a, b) => (a.spec.priority ?? 0) - (b.spec.priority ?? 0))
  for (const rule of sorted.flatMap(({ spec }) => spec[way] ?? [])) {
    const peers = (way === 'egress' ? rule.to : rule.from) ?? []
    if (!peers.some((peer) => meetsAdmin(cluster, peer, other)) || !hasPort(rule, attempt)) continue
    return rule.action === 'Pass' ? undefined : rule.action !== 'Deny'
  }
  return undefined
}

function tierOf({ kind, spec }: AdminPolicy): 'Admin' | 'Baseline' {
  if (kind === 'ClusterNetworkPolicy') return spec.tier ?? 'Admin'
  return kind === 'AdminNetworkPolicy' ? 'Admin' : 'Baseline'
}

function meetsAdmin(cluster: NaiveCluster, peer: AdminPeer, other: NaivePod | string): boolean {
  if (typeof other === 'string') return (peer.networks ?? []).some((cidr) => isWithin(other, cidr))
  if (other.isOnHost) return false
  const home = labelsOf(cluster, other.namespace)
  if (peer.namespaces) return selects(peer.namespaces, home)
  if (!peer.pods) return false
  return selects(peer.pods.namespaceSelector, home) && selects(peer.pods.podSelector, other.labels)
}

function hasPort({ ports, protocols }: AdminRule, attempt: Attempt): boolean {
  if (ports === undefined && protocols === undefined) return true
  const isWanted = (protocol: string, first = -1, last = first) =>
    protocol === attempt.protocol && first <= attempt.port && attempt.port <= last
  return (
    (ports ?? []).some(({ portNumber, portRange, namedPort }) => {
      if (portNumber) return isWanted(portNumber.protocol, portNumber.port)
      if (portRange) return isWanted(portRange.protocol, portRange.start, portRange.end)
      return isNamed(namedPort ?? '', attempt)
    }) ||
    (protocols ?? []).some(({ destinationNamedPort, ...named }) => {
      if (destinationNamedPort !== undefined) return isNamed(destinationNamedPort, attempt)
      return Object.entries(named).some(
        ([
          name,
          {
            destinationPort: { number, range },
          },
        ]) => isWanted(name.toUpperCase(), number ?? range?.start, number ?? range?.end),
      )
    })
  )
}

/** The labels of a namespace with the one that each has. */
export function labelsOf(
  { namespaces }: NaiveCluster,
  name: string,
): Readonly<Record<string, string>> {
  const labels = namespaces.find((namespace) => namespace.name === name)?.labels
  return { ...labels, 'kubernetes.io/metadata.name': name }
}

/** Whether a label selector selects what carries labels. */
export function selects(
  { matchLabels, matchExpressions }: Selector,
  labels: Readonly<Record<string, string>>,
): boolean {
  return (
    Object.entries(matchLabels ?? {}).every(([key, value]) => labels[key] === value) &&
    (matchExpressions ?? []).every(({ key, operator, values = [] }) => {
      const value = labels[key]
      if (operator === 'Exists') return value !== undefined
      if (operator === 'DoesNotExist') return value === undefined
      return (value !== undefined && values.includes(value)) === (operator === 'In')
    })
  )
}

/** Whether an address is in a block. */
export function isWithin(address: string, cidr: string): boolean {
  const [block, one] = [parseBlock(cidr), parseBlock(address)]
  if (!block || !one || block.family !== one.family) return false
  const width = block.family === 4 ? 32 : 128
  return block.bits >> BigInt(width - block.prefix) === one.bits >> BigInt(width - block.prefix)
}
