import { CILIUM_POLICY } from '../../../analysis/isolation/cilium-policy.ts'
import type { Resource } from '../../../model/resource.ts'
import { createScene, surroundingsOf, type Scene } from '../../../model/scene.ts'

/** The label by which a policy that was written here is known again, and with it rewritten. */
export const MANAGED_LABEL = { 'app.kubernetes.io/managed-by': 'portolan' } as const

/** The kinds of policies that are written into namespaces: the one that every plugin reads, and Cilium's for names. */
export const WRITTEN_KINDS = ['NetworkPolicy', CILIUM_POLICY] as const

const ALL_KINDS = [...WRITTEN_KINDS, 'ClusterNetworkPolicy'] as const

/** Whether a policy was written by `portolan guide`. */
export function isManaged({ type, labels }: Resource): boolean {
  const key = 'app.kubernetes.io/managed-by'
  return ALL_KINDS.some((kind) => kind === type) && labels[key] === MANAGED_LABEL[key]
}

/** The scene as it is without the policies that were written here. */
export function withoutManaged(scene: Scene): Scene {
  if (!ALL_KINDS.some((kind) => scene.ofKind(kind).some(isManaged))) return scene
  const others = scene.resources.filter((resource) => !isManaged(resource))
  return createScene(others, surroundingsOf(scene))
}
