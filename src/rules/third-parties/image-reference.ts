import type { Container } from '../../model/pod.ts'

/** Where an image comes from, as the container runtime reads its name. */
export interface ImageReference {
  /** The host, with its port; `docker.io` when the name has none. */
  readonly registry: string
  /** The path without tag and digest: `library/postgres` for the short name `postgres`. */
  readonly path: string
  readonly tag: string | undefined
}

const DOCKER_HUB = 'docker.io'

/** The reference of a container's image; undefined when it has none, or a placeholder or nonsense stands in it. */
export function imageReference(container: Container): ImageReference | undefined {
  if (!references.has(container)) references.set(container, readReference(container))
  return references.get(container)
}

/**
 * The names under which tables list an image: registry and path, and the last two members of the path, which stay when
 * a registry of one's own holds a copy.
 */
export function listedNames({ registry, path }: ImageReference): readonly string[] {
  const last = path.lastIndexOf('/')
  const end = last <= 0 ? path : path.slice(path.lastIndexOf('/', last - 1) + 1)
  return [`${registry}/${path}`, end]
}

// Several rules ask this of every container.
const references = new WeakMap<Container, ImageReference | undefined>()

function readReference(container: Container): ImageReference | undefined {
  const image = container.get('image')
  if (image?.resolved !== true || typeof image.value !== 'string') return undefined
  return referenceOf(image.value)
}

/** The reference that the text `image` is; undefined when it is none. */
export function referenceOf(image: string): ImageReference | undefined {
  return NAME.test(image) ? parse(image) : undefined
}

const NAME = /^[A-Za-z0-9[][A-Za-z0-9._:/@[\]-]*$/

function parse(image: string): ImageReference {
  const name = image.split('@')[0] ?? ''
  const colon = name.indexOf(':', name.lastIndexOf('/') + 1)
  const repository = colon === -1 ? name : name.slice(0, colon)
  const tag = colon === -1 ? undefined : name.slice(colon + 1)
  const slash = repository.indexOf('/')
  const first = slash === -1 ? '' : repository.slice(0, slash)
  // Source: github.com/distribution/reference 0.6: a first member with a dot or a port is a host, and so is localhost.
  const isHost = /[.:]/.test(first) || first === 'localhost'
  const registry = isHost ? first : DOCKER_HUB
  const path = isHost ? repository.slice(slash + 1) : repository
  return { registry: hubName(registry), path: isHub(registry) ? official(path) : path, tag }
}

function hubName(registry: string): string {
  return isHub(registry) ? DOCKER_HUB : registry
}

function isHub(registry: string): boolean {
  return registry === DOCKER_HUB || registry === 'index.docker.io'
}

function official(path: string): string {
  return path.includes('/') ? path : `library/${path}`
}
