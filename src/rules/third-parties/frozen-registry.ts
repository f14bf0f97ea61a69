import type { Container } from '../../model/pod.ts'
import { FROZEN_REGISTRIES, type FrozenRegistry } from './frozen-registries.data.ts'
import { imageReference, type ImageReference } from './image-reference.ts'

/** The frozen registry that a container's image comes from, if it comes from one that was so by `today`. */
export function frozenRegistry(container: Container, today: string): FrozenRegistry | undefined {
  const reference = imageReference(container)
  if (reference === undefined) return undefined
  return FROZEN_REGISTRIES.registries.find(
    (registry) => registry.since <= today && holds(registry, reference),
  )
}

function holds(
  frozen: FrozenRegistry,
  { registry, path, tag = 'latest' }: ImageReference,
): boolean {
  const name = `${registry}/${path}`
  if (!name.startsWith(frozen.prefix)) return false
  if (frozen.sparesLatest && tag === 'latest') return false
  const rest = name.slice(frozen.prefix.length)
  return !frozen.spared.some((beginning) => rest.startsWith(beginning))
}
