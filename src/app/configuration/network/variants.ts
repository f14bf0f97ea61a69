import { firstBy, groupBy } from '../../../base/group.ts'
import { oncePerScene } from '../../../model/once-per-scene.ts'
import type { Pod } from '../../../model/pod.ts'
import { resourceAs, resourceKey, type Resource } from '../../../model/resource.ts'
import { createScene, surroundingsOf, type Scene } from '../../../model/scene.ts'
import { podSelectorOf } from './pod-selector.ts'

/** The pods of a workload that was read several times, one for each way in which policies name them. */
export function variantsOf(pod: Pod, scene: Scene): readonly Pod[] {
  return variantsIn(scene).get(resourceKey(pod.owner)) ?? [pod]
}

const variantsIn = oncePerScene(
  (scene): ReadonlyMap<string, readonly Pod[]> =>
    new Map(
      [...groupBy(scene.pods, ({ owner }) => resourceKey(owner))].map(([key, pods]) => [
        key,
        pods.length === 1
          ? pods
          : [...firstBy(pods, (one) => JSON.stringify(podSelectorOf(one))).values()],
      ]),
    ),
)

/**
 * The scene with an object of its own for each variant of a workload, so that policies can be asked about each alone:
 * one of them will be there, and nobody can tell which.
 */
export function withVariantsApart(scene: Scene): Scene {
  const renamed = new Map<Resource, Resource>()
  for (const pods of variantsIn(scene).values())
    for (const [at, { owner }] of pods.entries()) if (at > 0) renamed.set(owner, variant(owner, at))
  if (renamed.size === 0) return scene
  const resources = scene.resources.map((resource) => renamed.get(resource) ?? resource)
  return createScene(resources, surroundingsOf(scene))
}

// No object of an estate is called so.
const MARK = '/variant/'

function variant({ document, apiVersion, kind, name }: Resource, at: number): Resource {
  return resourceAs(document, { apiVersion, kind, name: `${name}${MARK}${at}` })
}

/** What tells the workload that an object or a variant of it is of. */
export function variantKey(resource: Resource): string {
  const key = resourceKey(resource)
  const at = key.indexOf(MARK)
  return at === -1 ? key : key.slice(0, at)
}
