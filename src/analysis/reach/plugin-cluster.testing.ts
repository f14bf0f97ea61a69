import type { Named, NaiveCluster, Selector } from './cluster.testing.ts'

// Policies of Cilium and Calico as plain objects, for tests that compare judges.

/** A port of a rule of Cilium. */
export interface CiliumPort {
  readonly port: string
  readonly endPort?: number
  readonly protocol?: Named | 'ANY'
}

/** A rule of Cilium for either direction. */
export interface CiliumRule {
  readonly fromEndpoints?: readonly Selector[]
  readonly toEndpoints?: readonly Selector[]
  readonly fromEntities?: readonly string[]
  readonly toEntities?: readonly string[]
  readonly fromCIDR?: readonly string[]
  readonly toCIDR?: readonly string[]
  readonly fromCIDRSet?: readonly CiliumBlock[]
  readonly toCIDRSet?: readonly CiliumBlock[]
  readonly toPorts?: readonly { readonly ports: readonly CiliumPort[] }[]
}

/** A block of addresses without some of them. */
interface CiliumBlock {
  readonly cidr: string
  readonly except: readonly string[]
}

/** A policy of Cilium; one without a namespace is of the cluster. */
export interface CiliumPolicy {
  readonly namespace: string | undefined
  readonly spec: {
    readonly endpointSelector: Selector
    readonly ingress?: readonly CiliumRule[]
    readonly ingressDeny?: readonly CiliumRule[]
    readonly egress?: readonly CiliumRule[]
    readonly egressDeny?: readonly CiliumRule[]
    readonly enableDefaultDeny?: { readonly ingress?: boolean; readonly egress?: boolean }
  }
}

/** A selector of Calico as a tree; `calicoText` writes it down. */
export type CalicoTree =
  | { readonly is: 'all' }
  | { readonly is: 'has'; readonly key: string }
  | { readonly is: 'equal'; readonly key: string; readonly value: string }
  | { readonly is: 'in' | 'not in'; readonly key: string; readonly values: readonly string[] }
  | { readonly is: 'contains' | 'starts with'; readonly key: string; readonly value: string }
  | { readonly is: 'not'; readonly of: CalicoTree }
  | { readonly is: 'and' | 'or'; readonly one: CalicoTree; readonly other: CalicoTree }

/** One end of a rule of Calico. */
export interface CalicoEntity {
  readonly selector?: CalicoTree
  readonly notSelector?: CalicoTree
  readonly namespaceSelector?: CalicoTree
  readonly nets?: readonly string[]
  readonly notNets?: readonly string[]
}

/** A rule of Calico; ports are the destination's. */
export interface CalicoRule {
  readonly action: 'Allow' | 'Deny' | 'Pass' | 'Log'
  readonly protocol?: Named
  readonly notProtocol?: Named
  readonly ports?: readonly (number | string)[]
  readonly notPorts?: readonly number[]
  readonly peer: CalicoEntity
}

/** A policy of Calico; one without a namespace is global. */
export interface CalicoPolicy {
  readonly name: string
  readonly namespace: string | undefined
  readonly tier: string
  readonly order: number | undefined
  readonly selector: CalicoTree
  readonly namespaceSelector: CalicoTree | undefined
  readonly types: readonly ('Ingress' | 'Egress')[] | undefined
  readonly ingress: readonly CalicoRule[]
  readonly egress: readonly CalicoRule[]
}

/** A tier of Calico. */
interface CalicoTier {
  readonly name: string
  readonly order: number
  readonly defaultAction: 'Deny' | 'Pass'
}

/** A cluster with policies of plugins beside those of Kubernetes. */
export interface PluginCluster extends NaiveCluster {
  readonly cilium: readonly CiliumPolicy[]
  readonly calico: readonly CalicoPolicy[]
  readonly tiers: readonly CalicoTier[]
}
