import { groupBy } from '../../base/group.ts'
import type { Via } from '../../model/making.ts'
import { oncePerScene } from '../../model/once-per-scene.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'

/** Whether two resources are of one root module: only then can they know of each other. */
export function isOfSameRoot(one: Resource, other: Resource): boolean {
  return viaOf(one) === viaOf(other)
}

/** The resources of a type in the root module of `resource`. O(of the type) at first, then O(1). */
export function siblingsOf(resource: Resource, type: string, scene: Scene): readonly Resource[] {
  const known = indexes(scene)
  const index = known.get(type) ?? groupBy(scene.ofKind(type), viaOf)
  known.set(type, index)
  return index.get(viaOf(resource)) ?? []
}

type Index = ReadonlyMap<Via | undefined, readonly Resource[]>

// An estate has hundreds of root modules, and each of them asks for its own.
const indexes = oncePerScene(() => new Map<string, Index>())

function viaOf({ document }: Resource): Via | undefined {
  return document.making?.via
}
