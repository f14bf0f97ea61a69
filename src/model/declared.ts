/** Ports of one protocol, `first` to `last` inclusive. */
export interface PortSpan {
  readonly protocol: 'SCTP' | 'TCP' | 'UDP'
  readonly first: number
  readonly last: number
}

/** A connection that somebody declared to be meant, whatever manifests show of it. */
export interface DeclaredConnection {
  /** `file:line:column` of the configuration that does. */
  readonly at: string
  /** `namespace/name` with * and ? for characters, `internet`, `outside`, an address or block, `{ingress-controller}`. */
  readonly from: string
  /** The same, or the name of a host outside. */
  readonly to: string
  /** None: those that the destination declares, or its Services lead to. */
  readonly ports: readonly PortSpan[]
}
