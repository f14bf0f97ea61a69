import { groupBy } from '../../base/group.ts'
import { oncePerScene } from '../../model/once-per-scene.ts'
import type { Container } from '../../model/pod.ts'
import type { Scene } from '../../model/scene.ts'
import { imageReference, type ImageReference } from './image-reference.ts'
import { KNOWN_SOURCES } from './known-sources.data.ts'

/** The registry of one's own that nearly all images of an estate come from, and how many do. */
export interface HomeRegistry {
  readonly registry: string
  readonly images: number
  readonly allImages: number
}

/** What is known of where the images of an estate come from. */
interface Sources {
  readonly home: HomeRegistry | undefined
  /** The first container that takes an image from a stranger, by who that is. */
  readonly strangers: ReadonlyMap<Container, string>
}

// Fewer images are no custom, and a smaller share is none either.
const FEWEST_IMAGES = 5
const SMALLEST_SHARE = 0.75

const SHARED: ReadonlySet<string> = new Set(KNOWN_SOURCES.shared)
const MAKERS: ReadonlySet<string> = new Set(KNOWN_SOURCES.makers)

/** The estate's own registry; undefined when its images come from all over, as then nothing can be told from habit. */
export function homeRegistry(scene: Scene): HomeRegistry | undefined {
  return sourcesOf(scene).home
}

/** The stranger whose image `container` is the first in the estate to run, if it is. */
export function strangerOf(container: Container, scene: Scene): string | undefined {
  return sourcesOf(scene).strangers.get(container)
}

const sourcesOf = oncePerScene((scene): Sources => {
  const home = homeOf(scene)
  return { home, strangers: home === undefined ? new Map() : strangersTo(home, scene) }
})

function homeOf(scene: Scene): HomeRegistry | undefined {
  const images = new Map<string, string>()
  for (const container of scene.containers) {
    const reference = imageReference(container)
    if (reference !== undefined)
      images.set(`${reference.registry}/${reference.path}`, reference.registry)
  }
  if (images.size < FEWEST_IMAGES) return undefined
  for (const [registry, members] of groupBy(images.values(), (name) => name)) {
    const isOwn = !SHARED.has(registry) && !MAKERS.has(registry)
    if (isOwn && members.length / images.size >= SMALLEST_SHARE)
      return { registry, images: members.length, allImages: images.size }
  }
  return undefined
}

function strangersTo(home: HomeRegistry, scene: Scene): ReadonlyMap<Container, string> {
  const first = new Map<string, Container>()
  for (const container of scene.containers) {
    const reference = imageReference(container)
    if (reference === undefined || reference.registry === home.registry) continue
    const source = sourceOf(reference)
    if (!MAKERS.has(source) && !first.has(source)) first.set(source, container)
  }
  return new Map([...first].map(([source, container]) => [container, source]))
}

function sourceOf({ registry, path }: ImageReference): string {
  return SHARED.has(registry) ? `${registry}/${path.split('/')[0] ?? ''}` : registry
}
