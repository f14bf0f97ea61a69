import type { Pod } from '../../model/pod.ts'
import type { Scene } from '../../model/scene.ts'
import { ownersIn } from '../doors/owners.ts'
import { ALL_CONNECTIONS, includes } from '../reach/connection-set.ts'
import { reachOf } from '../reach/reach-of.ts'
import type { Connection } from '../reach/reach.ts'
import { DIRECTIONS } from './closing.ts'
import { idlePluginsIn } from './enforcement.ts'
import { isolationOf } from './isolation.ts'
import { allowsAll, rulesOf } from './policy-rules.ts'
import { selectionOf } from './selection.ts'
import { isOnHost } from './subjects.ts'

/** How many workloads are not known to be isolated in both directions, of all that policies can isolate. */
export interface NetworkShare {
  readonly open: number
  readonly all: number
}

/**
 * Counts the workloads of an estate by their isolation. Where no plugin enforces policies none is isolated, and neither
 * is one for which a policy then allows everything, or an administrator's policy everything within the cluster.
 */
export function networkShare(scene: Scene): NetworkShare {
  const isolation = isolationOf(scene)
  const isEnforced = idlePluginsIn(scene).length === 0
  const workloads = scene.pods.filter(isWorkload)
  const reopened = reopenedIn(scene)
  const isolated = workloads.filter(
    (pod) =>
      !reopened.has(pod) &&
      DIRECTIONS.every((direction) => isolation(pod, direction) === 'isolated') &&
      !isOpenedAbove(pod, scene),
  )
  return { open: workloads.length - (isEnforced ? isolated.length : 0), all: workloads.length }
}

const ADMIN_KINDS = ['AdminNetworkPolicy', 'ClusterNetworkPolicy'] as const

// An administrator's policy may allow everything before others are asked. Without one the engine has nothing to add.
function isOpenedAbove(pod: Pod, scene: Scene): boolean {
  if (ADMIN_KINDS.every((kind) => scene.ofKind(kind).length === 0)) return false
  const reach = reachOf(scene)
  const own = ownersIn(scene).get(pod)
  if (own === undefined) return false
  const others = reach.workloads.filter((other) => other !== own && !other.isOnHost)
  const isOpen = (connection: Connection): boolean => includes(connection.open, ALL_CONNECTIONS)
  return (
    others.length > 0 &&
    (others.every((other) => isOpen(reach.between(other, own))) ||
      others.every((other) => isOpen(reach.between(own, other))))
  )
}

/**
 * Whether a pod is a workload of its own that policies can isolate: not on its node's network, not made by another
 * object of which it is a copy, and no mere template.
 */
export function isWorkload(pod: Pod): boolean {
  return (
    !isOnHost(pod) &&
    pod.owner.type !== 'PodTemplate' &&
    pod.owner.list('metadata', 'ownerReferences').length === 0
  )
}

// Policies add up, so one rule for everything makes moot what all others of its direction deny.
function reopenedIn(scene: Scene): ReadonlySet<Pod> {
  const policies = scene
    .ofKind('NetworkPolicy')
    .filter((policy) => DIRECTIONS.some((direction) => rulesOf(policy, direction).some(allowsAll)))
  return new Set(policies.flatMap((policy) => selectionOf(policy, scene).pods))
}
