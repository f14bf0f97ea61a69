import { groupByAll } from '../../base/group.ts'
import { oncePerScene } from '../../model/once-per-scene.ts'
import { memberOf } from '../../model/part.ts'
import type { Container } from '../../model/pod.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import { builtBy, builtFor } from './built-by.ts'

/** The containers of the estate that run what a Dockerfile builds, as far as names tell. O(1) after the first call. */
export function containersOf(dockerfile: Resource, scene: Scene): readonly Container[] {
  return containersByDockerfile(scene).get(dockerfile) ?? []
}

/** The Compose services that are built by a Dockerfile. O(1) after the first call. */
export function servicesOf(dockerfile: Resource, scene: Scene): readonly Resource[] {
  return servicesByDockerfile(scene).get(dockerfile) ?? []
}

const containersByDockerfile = oncePerScene((scene) =>
  groupByAll(scene.containers, (container) => {
    const image = memberOf(container.value, 'image')
    const built = typeof image === 'string' ? builtBy(image, scene) : undefined
    return built === undefined ? [] : [built.dockerfile]
  }),
)

const servicesByDockerfile = oncePerScene((scene) =>
  groupByAll(scene.ofKind('ComposeService'), (service) => {
    const dockerfile = builtFor(service, scene)
    return dockerfile === undefined ? [] : [dockerfile]
  }),
)
