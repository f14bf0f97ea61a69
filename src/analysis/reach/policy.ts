import type { Place } from '../../model/place.ts'
import type { Resource } from '../../model/resource.ts'
import type { Direction } from '../isolation/closing.ts'
import type { Lookup, Selector } from '../isolation/label-selector.ts'
import type { Claim } from '../pod-security/candidate.ts'
import type { AddressSet } from './address-set.ts'
import type { ConnectionSet, Protocol } from './connection-set.ts'

/** What is known of a pod: its labels, its namespace's, and which account it runs as. */
export interface PodFacts {
  readonly labels: Lookup
  readonly namespace: string
  readonly namespaceLabels: Lookup
  /** Looks up what is no label; only `serviceAccount` so far. */
  readonly account: Lookup
}

/** How a family of policies sees the labels of pods: its plugin may add some of its own. */
type Dialect = (facts: PodFacts) => Lookup

/** The labels as they are written. */
export function plainDialect({ labels }: PodFacts): Lookup {
  return labels
}

/** Pods by namespace and labels, as a policy names them. */
export interface PodGroup {
  /** One namespace by name, or those that carry labels. */
  readonly namespaces: { readonly name: string } | { readonly selector: Selector }
  readonly pods: Selector
  readonly dialect: Dialect
  /** Whether nodes and pods on their network are meant, and no others. Which of them is never known. */
  readonly isOnHost: boolean
  /** Equal for groups that are the same, so that they are looked up once. */
  readonly key: string
}

/** A port by name, looked up in the pod that is the destination. Any protocol when none is given. */
export interface NamedPort {
  readonly name: string
  readonly protocol: Protocol | undefined
}

/** What a rule is about: numbers for sure, numbers perhaps (a placeholder), and names. */
export interface RulePorts {
  readonly sure: ConnectionSet
  readonly maybe: ConnectionSet
  readonly named: readonly NamedPort[]
}

/** The other ends that one rule is about. */
export interface RulePeers {
  /** Everybody: pods, nodes, addresses. With `unclear` it may be anybody. */
  readonly anyone: Claim
  readonly pods: readonly PodGroup[]
  /** Whether it is about all pods of the cluster that are no node's. */
  readonly everyPod: Claim
  /** Nodes and pods on their networks. */
  readonly nodes: Claim
  readonly addresses: AddressSet
  /** Addresses that it may be about: names that only a resolver knows. */
  readonly maybeAddresses: AddressSet
}

/** One rule of a policy. Rules of one stage are asked in order; the first that holds decides. */
export interface PolicyRule {
  readonly action: 'allow' | 'deny' | 'pass'
  readonly place: Place
  readonly peers: RulePeers
  readonly ports: RulePorts
}

/**
 * The stages that a connection passes, in order. `unread` holds what may decide anything; `admin` and `baseline` deny nothing by themselves; what `policies` or
 * a tier of Calico selects and does not allow is denied.
 */
export type StageKind = 'unread' | 'admin' | 'tier' | 'policies' | 'baseline'

/** Where a policy stands among others: stages by `tier`, then `order`, then `name`. */
export interface Rank {
  readonly stage: StageKind
  /** The order of its tier, for those of Calico; 0 for others. */
  readonly tier: number
  /** Its priority or order in its stage: lower ones are asked first. */
  readonly order: number
}

/** What a policy says about one direction of the pods it selects. */
export interface PolicySide {
  readonly policy: Resource
  readonly direction: Direction
  readonly rank: Rank
  /** Whom it selects; no group is nobody. */
  readonly subjects: readonly PodGroup[]
  /** Whether this direction is closed for whom it selects, as far as its rules do not allow. */
  readonly isolates: Claim
  /** The line that makes it apply. */
  readonly place: Place
  readonly rules: readonly PolicyRule[]
  /** False when it is not understood: whether it applies, and with which rules, is open. */
  readonly isRead: boolean
}
