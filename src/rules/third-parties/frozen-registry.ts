import type { Container } from '../../model/pod.ts'
import { FROZEN_REGISTRIES, type FrozenRegistry } from './frozen-registries.data.ts'
import { imageReference } from './image-reference.ts'

/** The frozen registry that a container's image comes from, if it comes from one that was so by `today`. */
export function frozenRegistry(container: Container, today: string): FrozenRegistry | undefined {
  const reference = imageReference(container)
  if (reference === undefined) return undefined
  const name = `${reference.registry}/${reference.path}`
  return FROZEN_REGISTRIES.registries.find(
    (registry) =>
      name.startsWith(registry.prefix) &&
      registry.since <= today &&
      holds(registry, name, reference.tag),
  )
}

function holds(frozen: FrozenRegistry, name: string, tag = 'latest'): boolean {
  if (frozen.sparesLatest && tag === 'latest') return false
  const rest = name.slice(frozen.prefix.length)
  return !frozen.spared.some((beginning) => rest.startsWith(beginning))
}
