import { isWorkload } from '../../analysis/isolation/network-share.ts'
import { namesNamespace } from '../../analysis/isolation/subjects.ts'
import { groupBy } from '../../base/group.ts'
import type { Pod } from '../../model/pod.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import { isSystemNamespace } from '../../rules/workloads/namespace.ts'

/** A namespace of the estate that is not the cluster's own, with what is known to run in it. */
export interface Home {
  readonly name: string
  /** The object itself, when it was read. */
  readonly namespace: Resource | undefined
  readonly pods: readonly Pod[]
}

/** The namespaces that were read or that a workload names, in the order of their names. O(pods + namespaces). */
export function homesOf(scene: Scene): readonly Home[] {
  const named = scene.pods.filter(({ owner }) => namesNamespace(owner))
  const pods = groupBy(named, ({ owner }) => owner.namespace ?? '')
  const read = scene.ofKind('Namespace').map(({ name }) => name)
  return [...new Set([...read, ...pods.keys()])]
    .filter((name) => NAME.test(name) && !isSystemNamespace(name))
    .toSorted()
    .map((name) => ({
      name,
      namespace: scene.find('Namespace', undefined, name),
      pods: pods.get(name) ?? [],
    }))
}

/** A note on the workloads that name no namespace: where they go is for whoever applies them. */
export function homelessNote(scene: Scene): readonly string[] {
  const homeless = scene.pods.filter((pod) => isWorkload(pod) && !namesNamespace(pod.owner))
  if (homeless.length === 0) return []
  return [`Name a namespace first: ${namesOf(homeless)}. What is written here cannot reach them.`]
}

/** The names of the workloads of some pods, a few of them. */
export function namesOf(pods: readonly Pod[]): string {
  const names = [...new Set(pods.map(({ owner }) => owner.name))]
  const more = names.length - MOST_NAMES
  const some = names.slice(0, MOST_NAMES).join(', ')
  return more > 0 ? `${some} and ${more} more` : some
}

const MOST_NAMES = 8

// Labels of RFC 1123, as the API server takes them; a placeholder is no name yet.
const NAME = /^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$/
