import { parseBlock } from '../../../analysis/addresses/cidr.ts'
import type { Flow } from '../../../analysis/intent/flow.ts'
import {
  connectionsTo,
  connectionText,
  contains,
  includes,
  isEmpty,
  minus,
  NO_CONNECTIONS,
  union,
  type ConnectionSet,
} from '../../../analysis/reach/connection-set.ts'
import type { Peer, Workload } from '../../../analysis/reach/peer.ts'
import { reachOf } from '../../../analysis/reach/reach-of.ts'
import type { Reach } from '../../../analysis/reach/reach.ts'
import type { Scene } from '../../../model/scene.ts'
import { METADATA_ADDRESSES } from '../../../rules/network/metadata-addresses.data.ts'
import { isSystemNamespace } from '../../../rules/workloads/namespace.ts'
import type { Court } from './ends.ts'
import { isStandIn } from './stand-ins.ts'

/** How many pairs of workloads can talk no more, in all and by the namespaces of caller and called. */
export interface Closed {
  readonly before: number
  readonly after: number
  readonly byNamespaces: readonly {
    readonly from: string
    readonly to: string
    readonly closed: number
  }[]
  /** Pairs that can talk only now: there are none, as policies that are added only close. */
  readonly opened: readonly string[]
}

/** A pair with a connection that is open and that nothing means; `because` names what lets it through. */
export interface Remaining {
  readonly from: string
  readonly to: string
  readonly connections: string
  readonly because: readonly string[]
}

/** An address that pods should not reach: how many workloads did before, and which still do. */
export interface Door {
  readonly name: 'metadata' | 'kubelet' | 'internet'
  readonly before: number
  readonly after: readonly string[]
}

/**
 * Which pairs of workloads can talk before and after. Of large estates there are millions, so they are counted and not
 * kept. O(workloads²).
 */
export function closedBetween(before: Scene, after: Scene): Closed {
  const [then, now] = [reachOf(before), reachOf(after)]
  const twins = then.workloads.map(({ id }) => now.workload(id))
  const counts = new Map<string, { from: string; to: string; closed: number }>()
  const opened: string[] = []
  const isWithin = rememberedIncludes()
  let [pairsBefore, pairsAfter] = [0, 0]
  for (const [at, from] of then.workloads.entries()) {
    for (const [index, to] of then.workloads.entries()) {
      if (from === to || !(isGoverned(from) || isGoverned(to))) continue
      const [source, target] = [twins[at], twins[index]]
      const { open } = then.between(from, to)
      const left = source && target ? now.between(source, target).open : NO_CONNECTIONS
      if (!isEmpty(open)) pairsBefore++
      if (!isEmpty(left)) pairsAfter++
      if (!isWithin(open, left)) opened.push(`${from.id} > ${to.id}`)
      if (isWithin(left, open)) continue
      const key = `${from.namespace} > ${to.namespace}`
      const count = counts.get(key) ?? { from: from.namespace, to: to.namespace, closed: 0 }
      counts.set(key, { ...count, closed: count.closed + 1 })
    }
  }
  const byNamespaces = [...counts.values()].toSorted((a, b) => b.closed - a.closed)
  return { before: pairsBefore, after: pairsAfter, byNamespaces, opened }
}

// The engine hands out the same few sets again and again.
function rememberedIncludes(): (outer: ConnectionSet, inner: ConnectionSet) => boolean {
  const known = new Map<ConnectionSet, Map<ConnectionSet, boolean>>()
  return (outer, inner) => {
    if (outer === inner) return true
    const answers = known.get(outer) ?? new Map<ConnectionSet, boolean>()
    known.set(outer, answers)
    const answer = answers.get(inner) ?? includes(outer, inner)
    answers.set(inner, answer)
    return answer
  }
}

// The cluster's own pods, and those on the network of their nodes, are not what these policies are about.
function isGoverned({ namespace, isOnHost }: Workload): boolean {
  return !isOnHost && !isSystemNamespace(namespace)
}

/** What is open after all between workloads, without what is meant. */
export function remainingIn(
  { reach, pairingsOf }: Court,
  flows: readonly Flow[],
): readonly Remaining[] {
  const meant = new Map<string, ConnectionSet>()
  for (const flow of flows) {
    const one = connectionsTo(flow.protocol, flow.port)
    for (const { from, to } of pairingsOf(flow)) {
      const key = `${from.id} > ${to.id}`
      meant.set(key, union(meant.get(key) ?? NO_CONNECTIONS, one))
    }
  }
  const remaining: Remaining[] = []
  for (const { from, to, open } of reach.pairs()) {
    if (!isTold(from) || !isTold(to) || !(isGovernedPeer(from) || isGovernedPeer(to))) continue
    const rest = minus(open, meant.get(`${from.id} > ${to.id}`) ?? NO_CONNECTIONS)
    if (isEmpty(rest)) continue
    const because = becauseOf(from, to, { reach, rest })
    remaining.push({ from: from.id, to: to.id, connections: connectionText(rest), because })
  }
  return remaining
}

function isTold(peer: Peer): boolean {
  return peer.kind !== 'workload' || !isStandIn(peer.name)
}

function isGovernedPeer(peer: Peer): boolean {
  return peer.kind === 'workload' && isGoverned(peer)
}

interface Rest {
  readonly reach: Reach
  readonly rest: ConnectionSet
}

function becauseOf(from: Peer, to: Peer, { reach, rest }: Rest): readonly string[] {
  const told = reach.reasons(from, to).flatMap(({ verdict, direction, policy, connections }) => {
    if (verdict === 'open') return [`no policy closes ${direction}`]
    const isBehind = verdict === 'allow' && !isEmpty(minus(connections, minus(connections, rest)))
    return isBehind && policy !== undefined
      ? [`${policy.kind} ${policy.namespace ?? ''}/${policy.name}`]
      : []
  })
  return [...new Set(told)]
}

const KUBELET_PORT = 10_250
// Of addresses that are private, and of the internet: documentation's own would be cut by nobody's policy.
const SOME_NODE = '10.0.0.1'
const SOME_HOST = '1.0.0.1'

/** Which workloads reach the metadata of their node, kubelets, and everything in the internet. */
export function doorsIn(before: Scene, after: Scene): readonly Door[] {
  const { offering } = after
  const own: Readonly<Record<string, string>> = METADATA_ADDRESSES.own
  const metadata = own[offering] ?? METADATA_ADDRESSES.usual
  const tests = [
    { name: 'metadata', address: metadata, port: 80 },
    { name: 'kubelet', address: SOME_NODE, port: KUBELET_PORT },
    { name: 'internet', address: SOME_HOST, port: undefined },
  ] as const
  return tests.map(({ name, address, port }) => ({
    name,
    before: reaching(before, address, port).length,
    after: reaching(after, address, port),
  }))
}

// Without a port: whether every port of TCP is within reach.
function reaching(scene: Scene, address: string, port: number | undefined): readonly string[] {
  const reach = reachOf(scene)
  const block = parseBlock(address)
  const range = reach.destinations.find(
    ({ family, first, last }) =>
      block?.family === family && first <= block.bits && block.bits <= last,
  )
  if (range === undefined) return []
  return reach.workloads
    .filter(isGoverned)
    .filter((workload) => {
      const { open, maybe } = reach.between(workload, range)
      const all = union(open, maybe)
      return port === undefined
        ? includes(all, connectionsTo('TCP', 1, 65_535))
        : contains(all, 'TCP', port)
    })
    .map(({ id }) => id)
}
