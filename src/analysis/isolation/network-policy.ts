import { isList, isPlaceholder } from '../../model/part.ts'
import type { Resource } from '../../model/resource.ts'
import type { Claim } from '../pod-security/candidate.ts'
import { claimSome } from './claims.ts'
import { plainLabels, type Closes, type Closing, type Direction } from './closing.ts'
import { readLabelSelector, UNREADABLE } from './label-selector.ts'
import { namesNamespace, type Territory } from './subjects.ts'

const TYPES = { ingress: 'Ingress', egress: 'Egress' } as const

/**
 * The directions a NetworkPolicy is about. Without `policyTypes` it is ingress always, and egress when there is a rule
 * for it. Source: NetworkPolicy v1 and its defaults, Kubernetes 1.36.
 */
export function directionsOf(policy: Resource): Closes {
  const types = policy.get('spec', 'policyTypes')
  if (types !== undefined && (!types.resolved || !isList(types.value)))
    return { ingress: 'unclear', egress: 'unclear' }
  if (types !== undefined && isList(types.value) && types.value.length > 0) {
    const named = types.value
    return { ingress: names(named, 'ingress'), egress: names(named, 'egress') }
  }
  return { ingress: true, egress: hasEgressRule(policy) }
}

/** What a NetworkPolicy closes: what it selects is isolated, whatever its rules then allow. */
export function readNetworkPolicy(policy: Resource): readonly Closing[] {
  const selector = policy.get('spec', 'podSelector')
  return [
    {
      closes: directionsOf(policy),
      pods: selector?.resolved === false ? UNREADABLE : readLabelSelector(selector?.value),
      labelsOf: plainLabels,
      covers: (territory) => isWithin(policy, territory),
    },
  ]
}

/** Whether a namespaced policy is about the pods of a namespace; unclear when one of both does not say where it goes. */
export function isWithin(policy: Resource, { name, isKnown }: Territory): Claim {
  if (policy.namespace === name) return true
  return isKnown && namesNamespace(policy) ? false : 'unclear'
}

function names(types: readonly unknown[], direction: Direction): Claim {
  return claimSome(types, (type) => type === TYPES[direction] || (isPlaceholder(type) && 'unclear'))
}

function hasEgressRule(policy: Resource): Claim {
  const rules = policy.get('spec', 'egress')
  if (rules === undefined) return false
  return isList(rules.value) ? rules.value.length > 0 : 'unclear'
}
