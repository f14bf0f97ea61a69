import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'

/** Whether two resources are of one root module: only then can they know of each other. */
export function isOfSameRoot(one: Resource, other: Resource): boolean {
  return one.document.making?.via === other.document.making?.via
}

/** The resources of a type in the root module of `resource`. O(of the type). */
export function siblingsOf(resource: Resource, type: string, scene: Scene): readonly Resource[] {
  return scene.ofKind(type).filter((other) => isOfSameRoot(resource, other))
}
