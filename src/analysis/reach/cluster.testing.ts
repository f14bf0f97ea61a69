// Small clusters as plain objects in the shape of their manifests, for tests that compare judges.

/** A label selector as manifests write it. */
export interface Selector {
  readonly matchLabels?: Readonly<Record<string, string>> | null
  readonly matchExpressions?: readonly Expression[] | null
}

interface Expression {
  readonly key: string
  readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist'
  readonly values?: readonly string[]
}

/** The protocols that policies can name. */
export type Named = 'SCTP' | 'TCP' | 'UDP'

/** A pod with the ports that it names. */
export interface NaivePod {
  readonly name: string
  readonly namespace: string
  readonly labels: Readonly<Record<string, string>>
  readonly isOnHost: boolean
  readonly ports: readonly {
    readonly name: string
    readonly protocol: Named
    readonly containerPort: number
  }[]
}

/** A peer of a NetworkPolicy. */
export interface PolicyPeer {
  readonly podSelector?: Selector | null
  readonly namespaceSelector?: Selector | null
  readonly ipBlock?: { readonly cidr: string; readonly except?: readonly string[] }
}

/** A port of a NetworkPolicy. */
export interface PolicyPort {
  readonly protocol?: Named
  readonly port?: number | string
  readonly endPort?: number
}

/** A rule of a NetworkPolicy, for either direction. */
export interface PolicyRule {
  readonly from?: readonly PolicyPeer[] | null
  readonly to?: readonly PolicyPeer[] | null
  readonly ports?: readonly PolicyPort[] | null
}

/** A NetworkPolicy. */
export interface NaivePolicy {
  readonly metadata: { readonly name: string; readonly namespace: string }
  readonly spec: {
    readonly podSelector?: Selector
    readonly policyTypes?: readonly ('Ingress' | 'Egress')[]
    readonly ingress?: readonly PolicyRule[] | null
    readonly egress?: readonly PolicyRule[] | null
  }
}

/** Whom an admin policy speaks of: whole namespaces, or pods in some. */
export interface AdminPeer {
  readonly namespaces?: Selector
  readonly pods?: { readonly namespaceSelector: Selector; readonly podSelector: Selector }
  readonly networks?: readonly string[]
}

/** A port of an AdminNetworkPolicy. */
export interface AdminPort {
  readonly portNumber?: { readonly protocol: Named; readonly port: number }
  readonly portRange?: { readonly protocol: Named; readonly start: number; readonly end: number }
  readonly namedPort?: string
}

interface Destination {
  readonly destinationPort: {
    readonly number?: number
    readonly range?: { readonly start: number; readonly end: number }
  }
}

/** A protocol of a ClusterNetworkPolicy. */
export interface AdminProtocol {
  readonly tcp?: Destination
  readonly udp?: Destination
  readonly sctp?: Destination
  readonly destinationNamedPort?: string
}

/** A rule of an admin policy. */
export interface AdminRule {
  readonly action: 'Accept' | 'Allow' | 'Deny' | 'Pass'
  readonly from?: readonly AdminPeer[]
  readonly to?: readonly AdminPeer[]
  readonly ports?: readonly AdminPort[]
  readonly protocols?: readonly AdminProtocol[]
}

/** An AdminNetworkPolicy, a BaselineAdminNetworkPolicy or a ClusterNetworkPolicy. */
export interface AdminPolicy {
  readonly kind: 'AdminNetworkPolicy' | 'BaselineAdminNetworkPolicy' | 'ClusterNetworkPolicy'
  readonly spec: {
    readonly tier?: 'Admin' | 'Baseline'
    readonly priority?: number
    readonly subject: AdminPeer
    readonly ingress?: readonly AdminRule[]
    readonly egress?: readonly AdminRule[]
  }
}

/** A cluster as its manifests say. */
export interface NaiveCluster {
  readonly namespaces: readonly {
    readonly name: string
    readonly labels: Readonly<Record<string, string>>
  }[]
  readonly pods: readonly NaivePod[]
  readonly policies: readonly NaivePolicy[]
  readonly admin: readonly AdminPolicy[]
}
