import { DIRECTIONS, type Direction } from '../../analysis/isolation/closing.ts'
import { isolationOf, type Isolation } from '../../analysis/isolation/isolation.ts'
import { isWorkload } from '../../analysis/isolation/network-share.ts'
import { namesNamespace } from '../../analysis/isolation/subjects.ts'
import { groupBy } from '../../base/group.ts'
import { holdsPod } from '../../model/kinds.ts'
import { oncePerScene } from '../../model/once-per-scene.ts'
import type { Place } from '../../model/place.ts'
import type { Pod } from '../../model/pod.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import { isSystemNamespace } from '../workloads/namespace.ts'

/**
 * How far policies close a direction for the workloads of a namespace: `open` when all are open, `closed` when one at
 * least is isolated, else nobody can tell.
 */
type Stance = 'open' | 'closed' | 'unknown'

/** The workloads of one namespace that policies can isolate, and the field to blame when none does. */
export interface NamespaceIsolation {
  /** For people: `the 5 workloads of namespace "shop"`. */
  readonly who: string
  readonly stances: Readonly<Record<Direction, Stance>>
  readonly place: Place
}

/** The kinds that answer for a namespace: itself, or the first workload in it when it was not read. */
export const NAMESPACE_SPEAKERS = [
  'Namespace',
  'Pod',
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'ReplicaSet',
  'ReplicationController',
  'Job',
  'CronJob',
] as const

/**
 * The isolation of the namespace that `resource` answers for, if it does. A workload that is alone, without its
 * Namespace, answers for none: what else goes there was not read. Looked up once for a scene.
 */
export function isolationSpokenFor(
  resource: Resource,
  scene: Scene,
): NamespaceIsolation | undefined {
  return namespacesIn(scene).speakers.get(resource)
}

/** How far the namespace of a workload is closed in a direction. */
export function stanceAround(pod: Pod, direction: Direction, scene: Scene): Stance {
  return namespacesIn(scene).stances.get(keyOf(pod))?.[direction] ?? 'open'
}

/** How many workloads no namespace answers for: whether others close it cannot be told from what was read. */
export function unspokenWorkloads(scene: Scene): number {
  return namespacesIn(scene).unspoken
}

/** Whether policies close some namespace, in either direction. */
export function closesAny(scene: Scene): boolean {
  return namespacesIn(scene).isSomeClosed
}

interface Namespaces {
  readonly unspoken: number
  readonly speakers: ReadonlyMap<Resource, NamespaceIsolation>
  readonly stances: ReadonlyMap<string, NamespaceIsolation['stances']>
  readonly isSomeClosed: boolean
}

const namespacesIn = oncePerScene((scene): Namespaces => {
  const speakers = new Map<Resource, NamespaceIsolation>()
  const stances = new Map<string, NamespaceIsolation['stances']>()
  let unspoken = 0
  for (const [key, pods] of groupBy(scene.pods.filter(isWorkload), keyOf)) {
    const both = stancesOf(pods, scene)
    stances.set(key, both)
    const place = blamed(pods, scene)
    if (place !== undefined)
      speakers.set(place.resource, { who: wordsFor(pods), stances: both, place: place.place })
    else if (!pods.every(({ owner }) => isSystemNamespace(owner.namespace))) unspoken += pods.length
  }
  const isSomeClosed = [...stances.values()].some((both) =>
    DIRECTIONS.some((direction) => both[direction] === 'closed'),
  )
  return { speakers, stances, unspoken, isSomeClosed }
})

function keyOf({ owner }: Pod): string {
  return `${namesNamespace(owner)}/${owner.namespace ?? ''}`
}

function stancesOf(pods: readonly Pod[], scene: Scene): NamespaceIsolation['stances'] {
  const isolation = isolationOf(scene)
  const [ingress, egress] = DIRECTIONS.map((direction) =>
    stanceOf(pods.map((pod) => isolation(pod, direction))),
  )
  return { ingress: ingress ?? 'open', egress: egress ?? 'open' }
}

function stanceOf(states: readonly Isolation[]): Stance {
  if (states.includes('isolated')) return 'closed'
  return states.includes('unknown') ? 'unknown' : 'open'
}

function blamed(
  pods: readonly Pod[],
  scene: Scene,
): { readonly resource: Resource; readonly place: Place } | undefined {
  const first = pods.find(({ owner }) => holdsPod(owner.type))?.owner
  if (first === undefined || isSystemNamespace(first.namespace)) return undefined
  const namespace = namesNamespace(first)
    ? scene.find('Namespace', undefined, first.namespace ?? '')
    : undefined
  // Its name is blamed for want of a quota, its metadata for want of a LimitRange.
  if (namespace !== undefined) return { resource: namespace, place: namespace.at('kind') }
  if (pods.every(({ owner }) => owner.name === first.name)) return undefined
  // That the default namespace is named at all is another rule's matter.
  const field = namesNamespace(first) && first.namespace === 'default' ? 'name' : 'namespace'
  return { resource: first, place: first.at('metadata', field) }
}

function wordsFor(pods: readonly Pod[]): string {
  const [first] = pods
  if (first === undefined) return 'no workload'
  const number = pods.length === 1 ? 'the workload' : `the ${pods.length} workloads`
  return namesNamespace(first.owner)
    ? `${number} of namespace "${first.owner.namespace ?? ''}"`
    : `${number} that name no namespace`
}
