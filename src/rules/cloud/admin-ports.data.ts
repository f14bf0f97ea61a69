/** What answers at the API server's own port, in words. */
export const API_SERVER = 'the API server'

/** Ports behind which machines and clusters are run, not used. Source: Kubernetes, "Ports and Protocols", 2026-11-24. */
export const ADMIN_PORTS = [
  { from: 22, to: 22, what: 'SSH' },
  { from: 3389, to: 3389, what: 'remote desktop' },
  { from: 6443, to: 6443, what: API_SERVER },
  { from: 2379, to: 2380, what: 'etcd' },
  { from: 10_250, to: 10_250, what: 'the kubelet' },
  { from: 10_255, to: 10_255, what: 'the kubelet without sign-in' },
  { from: 30_000, to: 32_767, what: 'node ports' },
] as const

/** Those of them that also take datagrams. */
export const DATAGRAM_PORTS = [{ from: 30_000, to: 32_767, what: 'node ports' }] as const
