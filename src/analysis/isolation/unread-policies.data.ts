import type { Direction } from './closing.ts'

/**
 * Kinds that isolate pods in a language that is not read here, with the directions they can close and whether they
 * live outside of namespaces. What they select is not known, so it is not taken for open either.
 */
export const UNREAD_POLICIES = {
  sources: [
    'https://antrea.io/docs/main/docs/antrea-network-policy/',
    'https://ovn-kubernetes.io/features/network-security-controls/egress-firewall/',
    'https://docs.cloud.google.com/kubernetes-engine/docs/how-to/fqdn-network-policies',
    'https://docs.aws.amazon.com/eks/latest/userguide/cni-network-policy.html',
  ],
  read: '2026-11-24',
  kinds: [
    {
      kind: 'crd.antrea.io/ClusterNetworkPolicy',
      scope: 'cluster',
      directions: ['ingress', 'egress'],
    },
    { kind: 'crd.antrea.io/NetworkPolicy', scope: 'namespace', directions: ['ingress', 'egress'] },
    {
      kind: 'isovalent.com/IsovalentClusterwideNetworkPolicy',
      scope: 'cluster',
      directions: ['ingress', 'egress'],
    },
    {
      kind: 'isovalent.com/IsovalentNetworkPolicy',
      scope: 'namespace',
      directions: ['ingress', 'egress'],
    },
    { kind: 'k8s.ovn.org/EgressFirewall', scope: 'namespace', directions: ['egress'] },
    { kind: 'networking.gke.io/FQDNNetworkPolicy', scope: 'namespace', directions: ['egress'] },
    {
      kind: 'networking.k8s.aws/ApplicationNetworkPolicy',
      scope: 'namespace',
      directions: ['ingress', 'egress'],
    },
    {
      kind: 'networking.k8s.aws/ClusterNetworkPolicy',
      scope: 'cluster',
      directions: ['ingress', 'egress'],
    },
  ],
} as const satisfies {
  readonly sources: readonly string[]
  readonly read: string
  readonly kinds: readonly {
    readonly kind: string
    readonly scope: 'cluster' | 'namespace'
    readonly directions: readonly Direction[]
  }[]
}
