import { isList, isPlaceholder } from '../../model/part.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import type { Claim } from '../pod-security/candidate.ts'
import { readCalicoSelector } from './calico-selector.ts'
import { claimBoth, claimSome } from './claims.ts'
import type { Closes, Closing } from './closing.ts'
import { HIDDEN, UNREADABLE, type Lookup, type Selector } from './label-selector.ts'
import { isWithin } from './network-policy.ts'
import { NAMESPACE_NAME, type Subject, type Territory } from './subjects.ts'

const GROUPS = ['projectcalico.org', 'crd.projectcalico.org'] as const

/** The policies of Calico by the group of its API server and of its own storage; staged ones close nothing. */
export const CALICO_POLICIES = GROUPS.map((group) => `${group}/NetworkPolicy`)
export const CALICO_GLOBAL_POLICIES = GROUPS.map((group) => `${group}/GlobalNetworkPolicy`)
const OWN_LABELS = 'projectcalico.org/'
const TIERS = GROUPS.map((group) => `${group}/Tier`)

/**
 * What a policy of Calico closes: what it selects is denied at the end of its tier, unless the tier passes it on.
 * Source: projectcalico.org/v3, Calico 3.32.
 */
export function readCalicoPolicy(policy: Resource, scene: Scene): readonly Closing[] {
  const isGlobal = CALICO_GLOBAL_POLICIES.includes(policy.type)
  if (isGlobal && isForHosts(policy)) return []
  const namespaces = isGlobal
    ? readCalicoSelector(policy.get('spec', 'namespaceSelector')?.value)
    : undefined
  const tier = deniesAtEnd(policy, scene)
  const types = typesOf(policy)
  return [
    {
      closes: { ingress: claimBoth(types.ingress, tier), egress: claimBoth(types.egress, tier) },
      pods: podsOf(policy),
      labelsOf: workloadLabels,
      covers: (territory) =>
        namespaces === undefined
          ? isWithin(policy, territory)
          : namespaces.selects(namespaceLabels(territory)),
    },
  ]
}

// These two are applied before a packet is known to be for a pod, so they are about hosts only.
function isForHosts(policy: Resource): boolean {
  return ['preDNAT', 'doNotTrack'].some((flag) => policy.get('spec', flag)?.value === true)
}

function podsOf(policy: Resource): Selector {
  const accounts = policy.get('spec', 'serviceAccountSelector')
  if (accounts !== undefined && accounts.value !== '' && accounts.value !== 'all()')
    return UNREADABLE
  const selector = policy.get('spec', 'selector')
  const read = selector?.resolved === false ? UNREADABLE : readCalicoSelector(selector?.value)
  // The index knows only the labels that are written.
  return read.wants?.key.startsWith(OWN_LABELS) === true ? { ...read, wants: undefined } : read
}

/** The directions a policy is about: those that `types` names, or those that its rules show. */
export function typesOf(policy: Resource): Closes {
  const types = policy.get('spec', 'types')
  if (types !== undefined && !isList(types.value)) return { ingress: 'unclear', egress: 'unclear' }
  if (types !== undefined && isList(types.value) && types.value.length > 0) {
    const named = types.value
    const names = (wanted: string) =>
      claimSome(named, (type) => type === wanted || (isPlaceholder(type) && 'unclear'))
    return { ingress: names('Ingress'), egress: names('Egress') }
  }
  const hasEgress = policy.list('spec', 'egress').length > 0
  return { ingress: !hasEgress || policy.list('spec', 'ingress').length > 0, egress: hasEgress }
}

function deniesAtEnd(policy: Resource, scene: Scene): Claim {
  const name = policy.get('spec', 'tier')?.value ?? 'default'
  if (typeof name !== 'string') return 'unclear'
  const tier = TIERS.flatMap((kind) => scene.ofKind(kind)).find((other) => other.name === name)
  const action = tier?.get('spec', 'defaultAction')
  return action === undefined || action.value === 'Deny'
    ? true
    : action.value !== 'Pass' && 'unclear'
}

function workloadLabels({ labels }: Subject, territory: Territory): Lookup {
  return (key) => {
    if (key === 'projectcalico.org/namespace') return nameOf(territory)
    if (key === 'projectcalico.org/orchestrator') return 'k8s'
    return key.startsWith(OWN_LABELS) ? HIDDEN : labels(key)
  }
}

function namespaceLabels(territory: Territory): Lookup {
  return (key) =>
    key === 'projectcalico.org/name' || key === NAMESPACE_NAME
      ? nameOf(territory)
      : territory.labels(key)
}

function nameOf({ name, isKnown }: Territory): string | typeof HIDDEN {
  return isKnown ? name : HIDDEN
}
