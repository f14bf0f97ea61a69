import type { Resource } from '../../../model/resource.ts'
import { createScene, surroundingsOf, type Scene } from '../../../model/scene.ts'

/** The label by which a policy that was written here is known again, and with it rewritten. */
export const MANAGED_LABEL = { 'app.kubernetes.io/managed-by': 'portolan' } as const

/** Whether a policy was written by `portolan guide`. */
export function isManaged({ type, labels }: Resource): boolean {
  const key = 'app.kubernetes.io/managed-by'
  return type === 'NetworkPolicy' && labels[key] === MANAGED_LABEL[key]
}

/** The scene as it is without the policies that were written here. */
export function withoutManaged(scene: Scene): Scene {
  if (!scene.ofKind('NetworkPolicy').some(isManaged)) return scene
  const others = scene.resources.filter((resource) => !isManaged(resource))
  return createScene(others, surroundingsOf(scene))
}
