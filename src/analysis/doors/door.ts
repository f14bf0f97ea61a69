import type { Place } from '../../model/place.ts'
import type { Resource } from '../../model/resource.ts'
import type { ConnectionSet } from '../reach/connection-set.ts'
import type { Workload } from '../reach/peer.ts'

/** The ways in from outside of a cluster. `Route` is OpenShift's, `Gateway` any route of the Gateway API. */
export const WAYS = [
  'Ingress',
  'Gateway',
  'Route',
  'LoadBalancer',
  'NodePort',
  'externalIPs',
  'hostPort',
  'hostNetwork',
] as const

/** A way in from outside of a cluster. */
export type Way = (typeof WAYS)[number]

/**
 * Who stands before a door, as far as the manifests say: `internet` is everybody, `blocks` those addresses (CIDR) alone,
 * `network` whoever is in the provider's network, `node` whoever reaches an address of a node, `unclear` nobody can tell.
 */
export type Outside =
  | { readonly kind: 'internet' | 'network' | 'node' | 'unclear' }
  | { readonly kind: 'blocks'; readonly blocks: readonly string[] }

/** One way from outside to one workload. */
export interface Door {
  readonly way: Way
  readonly to: Workload
  /** What opens it: a Service, an Ingress, a route, or what holds the pod. */
  readonly resource: Resource
  /** The field that opens it. */
  readonly place: Place
  /** The ports of the pods that it leads to. */
  readonly ports: ConnectionSet
  /** Ports that it may lead to as well: a placeholder hides them. It shares nothing with `ports`. */
  readonly hidden: ConnectionSet
  readonly outside: Outside
  /**
   * Whom the pods see: the `client`, the `node` that took the connection, or the `controller` of an Ingress or route.
   * Source: Kubernetes, Using Source IP (https://kubernetes.io/docs/tutorials/services/source-ip/), read 2026-11-25.
   */
  readonly seen: 'client' | 'node' | 'controller'
  /** False when a placeholder decides whether there is a door at all. */
  readonly isSure: boolean
}
