import type { PluginName, PluginProfile } from './profile.ts'

const BY_ADDRESS = {
  enforces: true,
  blocksHoldPods: true,
  blocksHoldNodes: true,
  networksHoldPods: true,
} as const

/**
 * What each plugin makes of addresses. Cilium gives pods and nodes identities, so blocks mean neither, unless its
 * policy-cidr-match-mode says nodes. Read 2026-11-25 in
 * https://docs.cilium.io/en/stable/network/kubernetes/policy/ and
 * https://kubernetes.io/docs/concepts/services-networking/network-policies/#behavior-of-ipblock-selectors.
 */
export const PROFILES: Readonly<Record<PluginName, PluginProfile>> = {
  unknown: {
    name: 'unknown',
    enforces: true,
    blocksHoldPods: 'unclear',
    blocksHoldNodes: 'unclear',
    networksHoldPods: 'unclear',
  },
  generic: { name: 'generic', ...BY_ADDRESS },
  calico: { name: 'calico', ...BY_ADDRESS },
  'ovn-kubernetes': { name: 'ovn-kubernetes', ...BY_ADDRESS },
  antrea: { name: 'antrea', ...BY_ADDRESS },
  cilium: {
    name: 'cilium',
    enforces: true,
    blocksHoldPods: false,
    blocksHoldNodes: 'unclear',
    networksHoldPods: false,
  },
  none: {
    name: 'none',
    enforces: false,
    blocksHoldPods: false,
    blocksHoldNodes: false,
    networksHoldPods: false,
  },
}
