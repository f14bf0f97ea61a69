import type { ComponentKind } from './components.data.ts'

interface StandingLink {
  readonly from: ComponentKind
  readonly to: ComponentKind
  readonly what: string
}

/**
 * How the parts of a cluster work together, wherever both are there. Source: Kubernetes documentation, Cluster
 * Architecture and Communication between Nodes and the Control Plane, read 2026-11-25.
 */
export const STANDING_LINKS: readonly StandingLink[] = [
  { from: 'users', to: 'api-server', what: 'sign in to' },
  { from: 'users', to: 'account', what: 'sign in to' },
  { from: 'internet', to: 'endpoint', what: 'may stand before' },
  { from: 'internet', to: 'balancer', what: 'may stand before' },
  { from: 'endpoint', to: 'api-server', what: 'leads to' },
  { from: 'cluster', to: 'api-server', what: 'says how the provider runs' },
  { from: 'pool', to: 'node', what: 'says what machines are' },
  { from: 'api-server', to: 'rights', what: 'asks who may' },
  { from: 'api-server', to: 'admission', what: 'asks what is acceptable' },
  { from: 'api-server', to: 'webhooks', what: 'asks before it stores' },
  { from: 'api-server', to: 'extensions', what: 'passes requests on to' },
  { from: 'api-server', to: 'etcd', what: 'keeps every object in' },
  { from: 'api-server', to: 'kubelet', what: 'reads logs and enters pods through' },
  { from: 'controller-manager', to: 'api-server', what: 'watches and writes through' },
  { from: 'scheduler', to: 'api-server', what: 'watches and writes through' },
  { from: 'kubelet', to: 'api-server', what: 'takes its pods from' },
  { from: 'kubelet', to: 'runtime', what: 'starts containers with' },
  { from: 'runtime', to: 'images', what: 'pulls from' },
  { from: 'runtime', to: 'registry', what: 'pulls from' },
  { from: 'operators', to: 'api-server', what: 'watch and write through' },
]
