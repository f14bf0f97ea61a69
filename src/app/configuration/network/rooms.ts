import { isWorkload } from '../../../analysis/isolation/network-share.ts'
import { namesNamespace } from '../../../analysis/isolation/subjects.ts'
import type { Pod } from '../../../model/pod.ts'
import type { Scene } from '../../../model/scene.ts'
import { homesOf } from '../homes.ts'

/** Pods that policies are written for together: those of a namespace, or those that name none. */
export interface Room {
  /** The namespace as the scene has it. */
  readonly namespace: string
  /** The namespace as the policies write it; undefined where the workloads write none. */
  readonly written: string | undefined
  readonly pods: readonly Pod[]
  /** `shop/`, before a name; and `shop: `, before a sentence. */
  readonly prefix: string
  readonly title: string
}

/**
 * The namespaces that policies are written for, those of the cluster itself left out, and then the workloads that name
 * none: their policies name none either, unless others name the namespace that they go to by themselves.
 */
export function roomsOf(scene: Scene): readonly Room[] {
  const named = homesOf(scene).map(({ name, pods }) => roomOf(name, pods, name))
  const homeless = scene.pods.filter((pod) => isWorkload(pod) && !namesNamespace(pod.owner))
  const [first] = homeless
  const namespace = first?.owner.namespace
  if (namespace === undefined) return named
  // Two policies of one name in one namespace would be one, and what denies there denies to all that may go there.
  if (named.every((room) => room.namespace !== namespace))
    return [...named, roomOf(namespace, homeless, undefined)]
  return named.map((room) =>
    room.namespace === namespace ? { ...room, pods: [...room.pods, ...homeless] } : room,
  )
}

function roomOf(namespace: string, pods: readonly Pod[], written: string | undefined): Room {
  return {
    namespace,
    written,
    pods,
    prefix: written === undefined ? '' : `${written}/`,
    title: written === undefined ? '' : `${written}: `,
  }
}
