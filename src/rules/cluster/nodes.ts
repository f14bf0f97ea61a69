import { memberOf, type Field } from '../../model/part.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'

// As kubeadm labels them, and as it did before 1.24.
const CONTROL_PLANE = ['node-role.kubernetes.io/control-plane', 'node-role.kubernetes.io/master']

/** Whether a node is one of the control plane. */
export function isControlPlaneNode({ labels }: Resource): boolean {
  return CONTROL_PLANE.some((label) => Object.hasOwn(labels, label))
}

/** Whether a taint keeps pods off that do not tolerate it; those of Kubernetes itself come and go. */
export function keepsPodsOff({ value, resolved }: Field): boolean {
  const effect = memberOf(value, 'effect')
  const key = memberOf(value, 'key')
  if (!resolved || (typeof key === 'string' && key.startsWith('node.kubernetes.io/')))
    return !resolved
  return effect === 'NoSchedule' || effect === 'NoExecute'
}

/** What the kubelet tells of its node: `osImage`, `kernelVersion`, `kubeletVersion`; undefined where it is not written. */
export function nodeFact(node: Resource, fact: string): string | undefined {
  const field = node.get('status', 'nodeInfo', fact)
  return typeof field?.value === 'string' && field.resolved ? field.value : undefined
}

/**
 * How many nodes share what `tell` says of `node`, for the first of them; undefined for the others. A pool of a hundred
 * nodes with one image is one cause.
 */
export function firstOfAlike(
  node: Resource,
  scene: Scene,
  tell: (node: Resource) => string | undefined,
): { readonly count: number } | undefined {
  const told = tell(node)
  const alike = scene.ofKind('Node').filter((other) => tell(other) === told)
  return alike[0] === node ? { count: alike.length } : undefined
}

/** `Node "a"`, or how many there are besides. */
export function nodeWords({ name }: Resource, count: number): string {
  return count === 1 ? `Node "${name}"` : `Node "${name}" (and ${count - 1} more)`
}
