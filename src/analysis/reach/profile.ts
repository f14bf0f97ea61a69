import type { Claim } from '../pod-security/candidate.ts'

/** How a network plugin decides what the API leaves open. */
export interface PluginProfile {
  readonly name: PluginName
  /** Whether it enforces policies at all. */
  readonly enforces: Claim
  /** Whether a block of addresses means pods that have one of them. */
  readonly blocksHoldPods: Claim
  /** Whether a block of addresses means nodes, and pods on their network, that have one of them. */
  readonly blocksHoldNodes: Claim
  /** Whether `networks` of a policy of the network-policy-api means pods that have one of the addresses. */
  readonly networksHoldPods: Claim
}

/** The plugins whose ways are known; `unknown` leaves open what they differ in. */
export const PLUGIN_NAMES = [
  'unknown',
  'generic',
  'calico',
  'cilium',
  'ovn-kubernetes',
  'antrea',
  'none',
] as const

/** A plugin, or what stands for one. */
export type PluginName = (typeof PLUGIN_NAMES)[number]
