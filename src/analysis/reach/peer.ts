import type { Pod } from '../../model/pod.ts'
import type { Resource } from '../../model/resource.ts'

/** Pods that one controller makes, or one bare pod. All of its `pods` are alike for policies unless `isMixed`. */
export interface Workload {
  readonly kind: 'workload'
  /** `namespace/name[Kind]`; the kind is the top controller's, `Pod` for a bare pod. */
  readonly id: string
  readonly namespace: string
  readonly name: string
  /** The kind of the top controller, without its group. */
  readonly controller: string
  /** The pods or pod templates that were read of it, at least one. */
  readonly pods: readonly Pod[]
  /** The objects that hold them; the first is the place to show. */
  readonly resource: Resource
  /** On its node's network: most plugins take it for the node, and no policy for pods reaches it. */
  readonly isOnHost: boolean
  /** Whether it runs: false when it is scaled to none. */
  readonly isActive: boolean
  /** Its place in `Reach.workloads`. */
  readonly index: number
}

/** Addresses outside of the cluster, `first` to `last` inclusive, all of one family. */
export interface AddressRange {
  readonly kind: 'addresses'
  /** `a.b.c.d-e.f.g.h`; IPv6 as RFC 5952 writes it. */
  readonly id: string
  readonly family: 4 | 6
  readonly first: bigint
  readonly last: bigint
}

/** The unknown controller that serves Ingress and Route objects: a pod without labels in a namespace of its own. */
export interface IngressController {
  readonly kind: 'ingressController'
  readonly id: '{ingress-controller}'
}

/** The one controller of Ingress and Route objects that there is for this engine. */
export const CONTROLLER: IngressController = {
  kind: 'ingressController',
  id: '{ingress-controller}',
}

/** One end of a connection. */
export type Peer = Workload | AddressRange | IngressController
