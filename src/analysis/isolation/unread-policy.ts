import { isList, valueAt } from '../../model/part.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import { plainLabels, type Closing, type Direction } from './closing.ts'
import { EVERYTHING } from './label-selector.ts'
import { isWithin } from './network-policy.ts'
import { UNREAD_POLICIES } from './unread-policies.data.ts'

/** What policies in other languages, and objects that make policies, may close. */
export function readUnreadPolicies(scene: Scene): readonly Closing[] {
  const foreign = UNREAD_POLICIES.kinds.flatMap(({ kind, scope, directions }) =>
    scene.ofKind(kind).map((policy) => doubt(directions, scope === 'cluster' ? undefined : policy)),
  )
  // Where the policies they make will go, only a cluster can tell; one doubt serves for all of them.
  return policyMakersIn(scene).length > 0
    ? [...foreign, doubt(['ingress', 'egress'], undefined)]
    : foreign
}

function doubt(directions: readonly Direction[], policy: Resource | undefined): Closing {
  return {
    closes: {
      ingress: directions.includes('ingress') && 'unclear',
      egress: directions.includes('egress') && 'unclear',
    },
    pods: EVERYTHING,
    labelsOf: plainLabels,
    covers: (territory) => policy === undefined || isWithin(policy, territory),
  }
}

/** The objects from which a controller makes network policies, where only a cluster can tell. */
export function policyMakersIn(scene: Scene): readonly Resource[] {
  return [
    ...scene.ofKind('capsule.clastix.io/Tenant').filter(tenantMakesPolicies),
    ...['kyverno.io/ClusterPolicy', 'kyverno.io/Policy']
      .flatMap((kind) => scene.ofKind(kind))
      .filter(generatesPolicies),
  ]
}

function tenantMakesPolicies(tenant: Resource): boolean {
  return tenant.list('spec', 'networkPolicies', 'items').length > 0
}

function generatesPolicies(policy: Resource): boolean {
  return policy.list('spec', 'rules').some(({ value }) => {
    const clones = valueAt(value, ['generate', 'cloneList', 'kinds'])
    return (
      valueAt(value, ['generate', 'kind']) === 'NetworkPolicy' ||
      (isList(clones) && clones.some((kind) => String(kind).endsWith('NetworkPolicy')))
    )
  })
}
