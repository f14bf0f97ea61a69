import type { Fault } from '../../base/fault.ts'
import type { ToldPicture } from './picture/picture.ts'

/** What is behind a row: one rule or policy, where it stands, and what it says. */
export interface ToldReason {
  readonly direction: 'ingress' | 'egress'
  readonly verdict: 'allow' | 'deny' | 'pass' | 'isolate' | 'open'
  readonly isSure: boolean
  /** `namespace/Kind/name`; undefined when no policy selects the pod. */
  readonly policy: string | undefined
  /** `file:line:column`. */
  readonly at: string | undefined
  readonly connections: string
  /** What lets less through than `connections` says: only some requests, only who authenticates. */
  readonly narrowed?: readonly ('requests' | 'authentication')[]
}

/** What passes, or may pass, from one peer to another. */
export interface ToldRow {
  readonly from: string
  readonly to: string
  /** `All Connections`, `TCP 80,443,UDP 53`. */
  readonly connections: string
  /** Why; when it was asked for. */
  readonly because?: readonly ToldReason[]
}

/** A peer, for pictures and lists. */
export interface ToldPeer {
  readonly id: string
  readonly kind: 'workload' | 'addresses' | 'ingressController'
  /** Of a workload. */
  readonly namespace?: string
  /** False for a workload that is scaled to none. */
  readonly isActive: boolean
}

/** How many pairs of peers have a connection between two namespaces, or with those outside: for sure, and perhaps. */
interface ToldTraffic {
  readonly from: string
  readonly to: string
  readonly open: number
  readonly unclear: number
}

/** Everything that `portolan reach` tells. Rows are made one by one, as there may be millions. */
export interface ToldReach {
  readonly targets: readonly string[]
  /** The network plugin under which this holds. */
  readonly plugin: string
  readonly policies: number
  readonly peers: readonly ToldPeer[]
  /** What certainly passes. */
  readonly connections: () => Iterable<ToldRow>
  /** What may pass or not. */
  readonly unclear: () => Iterable<ToldRow>
  /** By namespace; addresses are `outside`. */
  readonly traffic: () => readonly ToldTraffic[]
  /** Whether ends were named, so that there is no more to tell than their pairs. */
  readonly isNarrowed: boolean
  /** Pairs that were asked about by name and have no connection at all. */
  readonly closed: readonly ToldRow[]
  readonly faults: readonly Fault[]
  /** The same as it is drawn. */
  readonly picture: () => ToldPicture
}
