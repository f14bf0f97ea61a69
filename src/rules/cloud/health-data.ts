import { answerOf } from '../../analysis/terraform/answers.ts'
import type { Answer } from '../../analysis/terraform/joins.ts'
import { oncePerScene } from '../../model/once-per-scene.ts'
import type { Field } from '../../model/part.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import { declaresClass } from '../data/data-class.ts'

const CLUSTER = 'scaleway_k8s_cluster'

/**
 * Whether health data come to a resource of Scaleway: its own tags say so (`data-class=health`), or manifests do, and
 * then they come to the only cluster there is. Which of several, and which volumes and databases, cannot be told.
 */
export function holdsHealthData(resource: Resource, scene: Scene): Answer {
  const own = taggedClass(resource)
  if (own !== undefined) return answerOf(own === 'health')
  if (!declaresClass(scene, ['health']) && !hasTaggedHealth(scene)) return 'no'
  const isOnly = resource.type === CLUSTER && scene.ofKind(CLUSTER).length === 1
  return isOnly ? 'yes' : 'cannot tell'
}

const hasTaggedHealth = oncePerScene((scene) =>
  scene.resources.some(
    (resource) => resource.kind.startsWith('scaleway_') && taggedClass(resource) === 'health',
  ),
)

/** The class of data that the tags of a resource declare: `data-class=health`, or for buckets a key with that name. */
export function taggedClass(resource: Resource): string | undefined {
  const named = resource.get('tags', 'data-class')?.value
  if (typeof named === 'string') return named.toLowerCase()
  const tags = resource.list('tags').map(({ value }) => String(value))
  return tags
    .map((tag) => /^data-class[=:](\w+)$/i.exec(tag)?.[1]?.toLowerCase())
    .find((word) => word !== undefined)
}

const PARIS = 'fr-par'

/** Whether a resource is made in the region of Paris, and where that is said: there, or in the provider's block. */
export function isInParis(resource: Resource, scene: Scene): Answer {
  const own = regionIn(resource.get('region'), resource.get('zone'))
  if (own !== undefined) return own
  // Which of several configurations of the provider a resource takes is not followed.
  if (resource.get('provider') !== undefined) return 'cannot tell'
  const main = scene
    .ofKind('provider')
    .find(
      (provider) =>
        provider.name === 'scaleway' &&
        provider.get('alias') === undefined &&
        provider.document.making?.via === resource.document.making?.via,
    )
  // The provider takes Paris when nobody says a region.
  return (main && regionIn(main.get('region'), main.get('zone'))) ?? 'yes'
}

function regionIn(region: Field | undefined, zone: Field | undefined): Answer | undefined {
  const written = region ?? zone
  if (written === undefined) return undefined
  if (!written.resolved) return 'cannot tell'
  return answerOf(String(written.value).startsWith(PARIS))
}
