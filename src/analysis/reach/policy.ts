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
  readonly pods: readonly PodGroup[]
  /** Pods that it may be about, or not. */
  readonly maybePods: readonly PodGroup[]
  /** Whether it is about all pods of the cluster that are no node's. */
  readonly everyPod: Claim
  /** Nodes and pods on their networks. */
  readonly nodes: Claim
  /** Whether it is about all addresses outside, of both families. */
  readonly outside: Claim
  readonly addresses: AddressSet
  /** Addresses that it may be about: names that only a resolver knows. */
  readonly maybeAddresses: AddressSet
}

/** What narrows a rule further than this engine looks: it lets through less than is shown. */
export type Narrowing = 'requests' | 'authentication'

/** One rule of a policy. Rules of one stage are asked in order; the first that holds decides. */
export interface PolicyRule {
  readonly action: 'allow' | 'deny' | 'pass'
  readonly place: Place
  readonly peers: RulePeers
  readonly ports: RulePorts
  readonly narrowed: readonly Narrowing[]
}

/**
 * A stage that a connection passes. `unread` holds what may decide anything; `admin` and `baseline` deny nothing by
 * themselves; what a policy of `policies` or of a tier of Calico (`tier NAME`) selects and does not allow is denied.
 */
type StageName = 'unread' | 'admin' | 'policies' | 'baseline' | `tier ${string}`

/**
 * The orders of the stages that Kubernetes knows. Tiers of Calico have orders of their own between them; these are what
 * Calico gives to its tiers kube-admin, default and kube-baseline. Read 2026-11-25 in the API of Calico 3.33.
 */
export const STAGE_ORDERS = {
  unread: Number.NEGATIVE_INFINITY,
  admin: 1000,
  policies: 1_000_000,
  baseline: 10_000_000,
} as const

/** Where a policy stands among others: by `tier`, then `stage`, then `order`, then `name`. */
export interface Rank {
  readonly stage: StageName
  /** The order of its stage. */
  readonly tier: number
  /** Its priority or order in its stage: lower ones are asked first. */
  readonly order: number
  /** What decides between equal orders; empty where nothing does. */
  readonly name: string
}

/** Where a policy stands in a stage that Kubernetes knows. */
export function rankIn(stage: keyof typeof STAGE_ORDERS, order: number): Rank {
  return { stage, tier: STAGE_ORDERS[stage], order, name: '' }
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
