import { isPlaceholder } from '../../model/part.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import type { Claim } from '../pod-security/candidate.ts'
import { rankIn, STAGE_ORDERS, type Rank } from './policy.ts'

/** The tier of a policy of Calico: where it stands, and whether what it selects is denied at its end. */
export interface CalicoTier {
  readonly rank: Rank
  readonly denies: Claim
}

const TIERS = ['projectcalico.org/Tier', 'crd.projectcalico.org/Tier'] as const

/**
 * Where a policy stands. Those of the tier `default` stand among the NetworkPolicies of Kubernetes. Undefined when its
 * tier was not read, or hides its order: where it stands among others is not known then.
 */
export function tierOf(policy: Resource, scene: Scene): CalicoTier | undefined {
  const name = policy.get('spec', 'tier')?.value ?? 'default'
  const order = orderOf(policy)
  if (typeof name !== 'string' || isPlaceholder(name) || order === undefined) return undefined
  const own = { order, name: `${policy.name}/${policy.namespace ?? ''}` }
  if (name === 'default') return { rank: { ...rankIn('policies', order), ...own }, denies: true }
  const tier = TIERS.flatMap((kind) => scene.ofKind(kind)).find((other) => other.name === name)
  const place = tier === undefined ? KNOWN.get(name) : orderOf(tier)
  if (place === undefined) return undefined
  return {
    rank: { stage: `tier ${name}`, tier: place, ...own },
    denies: KNOWN.has(name) ? false : deniesAtEnd(tier),
  }
}

// Tiers that Calico makes for the policies of the network-policy-api.
const KNOWN: ReadonlyMap<string, number> = new Map([
  ['adminnetworkpolicy', STAGE_ORDERS.admin],
  ['baselineadminnetworkpolicy', STAGE_ORDERS.baseline],
  ['kube-admin', STAGE_ORDERS.admin],
  ['kube-baseline', STAGE_ORDERS.baseline],
])

// Without an order it comes last.
function orderOf(resource: Resource): number | undefined {
  const order = resource.get('spec', 'order')?.value ?? null
  if (order === null) return Number.POSITIVE_INFINITY
  return typeof order === 'number' ? order : undefined
}

function deniesAtEnd(tier: Resource | undefined): Claim {
  const action = tier?.get('spec', 'defaultAction')?.value ?? 'Deny'
  return action === 'Deny' ? true : action !== 'Pass' && 'unclear'
}
