import type { Fault } from '../../base/fault.ts'
import type { Place } from '../../model/place.ts'
import type { Resource } from '../../model/resource.ts'
import type { ConnectionSet } from './connection-set.ts'
import type { AddressRange, IngressController, Peer, Workload } from './peer.ts'
import type { Narrowing } from './policy.ts'
import type { PluginProfile } from './profile.ts'

/** What one rule, or one policy by isolating, says about a connection. */
export interface Reason {
  readonly direction: 'ingress' | 'egress'
  /**
   * `allow`, `deny` and `pass` are rules'; `isolate` is a policy that selects the pod and so closes what no rule
   * allows; `open` is that none selects it: then `policy` and `place` are absent.
   */
  readonly verdict: 'allow' | 'deny' | 'pass' | 'isolate' | 'open'
  /** False when it cannot be told whether it applies. */
  readonly isSure: boolean
  readonly policy: Resource | undefined
  /** The peer of the rule, the rule, or what selects the pod: the line to change. */
  readonly place: Place | undefined
  /** What it is about; everything for `isolate` and `open`. */
  readonly connections: ConnectionSet
  /** What lets less through than `connections` says, such as rules for requests; mostly nothing. */
  readonly narrowed: readonly Narrowing[]
}

/** What may pass from one peer to another. Replies follow and are not counted. */
export interface Connection {
  /** What is certainly allowed. */
  readonly open: ConnectionSet
  /** What may be allowed or not: nobody can tell from what was read. It shares nothing with `open`. */
  readonly maybe: ConnectionSet
}

/** How many pairs of peers have a connection between two groups: for sure, and perhaps. */
export interface Traffic {
  readonly from: string
  readonly to: string
  readonly open: number
  readonly unclear: number
}

/** A pair of peers between which something passes or may pass. */
export interface Pair extends Connection {
  readonly from: Peer
  readonly to: Peer
}

/**
 * Who can reach whom in one scene under one profile, made by `reachOf(scene)` or `reachUnder(scene, profile)`. A workload to itself is never listed and always open: a pod reaches
 * itself. Source: NetworkPolicy v1, Kubernetes 1.37; network-policy-api v1alpha1 and v1alpha2.
 */
export interface Reach {
  /** Sorted by id. */
  readonly workloads: readonly Workload[]
  /**
   * The addresses outside that connections come from, cut wherever a rule for ingress cuts them: all addresses of a
   * range are treated alike. IPv6 is there when the scene speaks of it.
   */
  readonly sources: readonly AddressRange[]
  /** The addresses outside that connections go to, cut wherever a rule for egress cuts them. */
  readonly destinations: readonly AddressRange[]
  /** There when an Ingress or Route was read. */
  readonly ingressController: IngressController | undefined
  /** Policies that could not be understood: what they may select is `maybe`. */
  readonly faults: readonly Fault[]
  /** The plugin under which this holds. */
  readonly profile: PluginProfile
  /** The workload of an id, such as `shop/api[Deployment]`; undefined when there is none. O(1). */
  readonly workload: (id: string) => Workload | undefined
  /** What may pass by the policies. Between two addresses nothing is known, so nothing is said. O(1) once asked. */
  readonly between: (from: Peer, to: Peer) => Connection
  /** The rules behind it, in the order in which they decide: egress of `from`, then ingress of `to`. */
  readonly reasons: (from: Peer, to: Peer) => readonly Reason[]
  /** Whether some answer may not be certain. Works all of them out. */
  readonly hasDoubts: () => boolean
  /**
   * How many pairs there are between groups of workloads, sorted by name. Addresses are the group `outside`, the ingress
   * controller is one of its own. O(workloads²) of a few steps each at worst; those that are alike are counted at once.
   */
  readonly traffic: (groupOf: (workload: Workload) => string) => readonly Traffic[]
  /** All pairs with a connection that is open or may be, by id of `from`, then of `to`. Made one by one. */
  readonly pairs: () => Iterable<Pair>
}
