import { isList, isPlaceholder } from '../../model/part.ts'
import { parseBlock } from '../addresses/cidr.ts'
import { claimBoth, claimSome } from '../isolation/claims.ts'
import type { Claim } from '../pod-security/candidate.ts'
import {
  addressesOf,
  ALL_ADDRESSES,
  FAMILIES,
  hasNoAddress,
  holdsSpan,
  NO_ADDRESSES,
  spanOfBlock,
  uniteAddresses,
  wholeOf,
  type AddressSet,
} from './address-set.ts'
import { NEVER_PODS, POD_NETWORKS } from './pod-networks.data.ts'
import type { RulePeers } from './policy.ts'
import type { PluginProfile } from './profile.ts'

/** No peer at all. */
export const NOBODY: RulePeers = {
  pods: [],
  maybePods: [],
  everyPod: false,
  nodes: false,
  outside: false,
  addresses: NO_ADDRESSES,
  maybeAddresses: NO_ADDRESSES,
}

/** Every peer: pods, nodes and addresses. */
export const ANYONE: RulePeers = { ...NOBODY, everyPod: true, nodes: true, outside: true }

/** Peers that cannot be told. */
export const UNREAD_PEERS: RulePeers = {
  ...NOBODY,
  everyPod: 'unclear',
  nodes: 'unclear',
  outside: 'unclear',
}

/** The peers of both together. */
export function unitePeers(one: RulePeers, two: RulePeers): RulePeers {
  return {
    pods: [...one.pods, ...two.pods],
    maybePods: [...one.maybePods, ...two.maybePods],
    everyPod: either(one.everyPod, two.everyPod),
    nodes: either(one.nodes, two.nodes),
    outside: either(one.outside, two.outside),
    addresses: uniteAddresses(one.addresses, two.addresses),
    maybeAddresses: uniteAddresses(one.maybeAddresses, two.maybeAddresses),
  }
}

/** The same peers, none of them for sure. */
export function doubtPeers(peers: RulePeers): RulePeers {
  return {
    pods: [],
    maybePods: [...peers.pods, ...peers.maybePods],
    everyPod: peers.everyPod && 'unclear',
    nodes: peers.nodes && 'unclear',
    outside: peers.outside && 'unclear',
    addresses: NO_ADDRESSES,
    maybeAddresses: uniteAddresses(peers.addresses, peers.maybeAddresses),
  }
}

function either(one: Claim, two: Claim): Claim {
  return claimSome([one, two], (claim) => claim)
}

/** A block of addresses as a peer: `cidr` without what `except` lists. Pods and nodes in it are the plugin's affair. */
export function blockPeers(cidr: unknown, except: unknown, profile: PluginProfile): RulePeers {
  const block = typeof cidr === 'string' ? parseBlock(cidr) : undefined
  const holes = isList(except) ? except : []
  if (block === undefined) return hiddenBlock(isPlaceholder(cidr), profile)
  const read = holes.map((hole) => (typeof hole === 'string' ? parseBlock(hole) : undefined))
  const known = read.filter((hole) => hole !== undefined)
  const whole = addressesOf(block, known)
  // A hole that cannot be read may take anything out.
  const isSure =
    known.length === holes.length && (except === undefined || except === null || isList(except))
  return {
    ...NOBODY,
    addresses: isSure ? whole : NO_ADDRESSES,
    maybeAddresses: isSure ? NO_ADDRESSES : whole,
    everyPod: claimBoth(profile.blocksHoldPods, holdsPods(whole, isSure)),
    nodes: claimBoth(profile.blocksHoldNodes, holdsNodes(whole, isSure)),
  }
}

function hiddenBlock(isHidden: boolean, profile: PluginProfile): RulePeers {
  if (!isHidden) return UNREAD_PEERS
  return {
    ...NOBODY,
    maybeAddresses: ALL_ADDRESSES,
    everyPod: claimBoth(profile.blocksHoldPods, 'unclear'),
    nodes: claimBoth(profile.blocksHoldNodes, 'unclear'),
  }
}

// Nobody knows the addresses of pods from manifests, but all of them are in the whole, and none in some networks.
function holdsPods(addresses: AddressSet, isSure: boolean): Claim {
  if (isSure && isWhole(addresses)) return true
  return POD_NETWORKS.some((network) => overlaps(addresses, network)) && 'unclear'
}

function isWhole(addresses: AddressSet): boolean {
  return holdsSpan(addresses[4], wholeOf(4))
}

function holdsNodes(addresses: AddressSet, isSure: boolean): Claim {
  if (isSure && isWhole(addresses)) return true
  return NEVER_PODS.some((network) => isWithin(addresses, network)) ? false : 'unclear'
}

function overlaps(addresses: AddressSet, network: string): boolean {
  const block = parseBlock(network)
  if (block === undefined || hasNoAddress(addresses)) return false
  const { first, last } = spanOfBlock(block)
  return addresses[block.family].some((span) => span.first <= last && first <= span.last)
}

function isWithin(addresses: AddressSet, network: string): boolean {
  const block = parseBlock(network)
  if (block === undefined || hasNoAddress(addresses)) return false
  const outer = [spanOfBlock(block)]
  return FAMILIES.every((family) =>
    addresses[family].every((span) => family === block.family && holdsSpan(outer, span)),
  )
}
