import { setField, type Edit } from '../../model/edit.ts'
import { isMapping, valueAt } from '../../model/part.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import { API_LIFECYCLE, type Lifecycle } from './api-lifecycle.data.ts'

const VERSIONS: ReadonlyMap<string, Lifecycle> = new Map(
  API_LIFECYCLE.versions.flatMap((version) =>
    version.kinds.map((kind) => [`${version.apiVersion}/${kind}`, version]),
  ),
)

/** The kinds of which some version was deprecated. */
export const AGING_KINDS: readonly string[] = [
  ...new Set(API_LIFECYCLE.versions.flatMap(({ kinds }) => kinds)),
]

/** What became of the version that `resource` is written in; undefined when nothing did. */
export function lifecycleOf(resource: Resource): Lifecycle | undefined {
  return VERSIONS.get(`${resource.apiVersion}/${resource.kind}`)
}

/** What to write instead, for the end of a sentence. */
export function insteadOf({ instead, served }: Lifecycle, scene: Scene): string {
  if (instead === undefined) return 'nothing takes its place'
  return scene.atLeast(1, served) ? `write ${instead}` : `1.${served} will serve ${instead}`
}

/** Writes the version that took the place of an old one, where all other fields may stay as they are. */
export function renewVersion(resource: Resource, scene: Scene): readonly Edit[] {
  const lifecycle = lifecycleOf(resource)
  if (lifecycle?.instead === undefined || lifecycle.schema === 'differs') return []
  if (!scene.atLeast(1, lifecycle.served)) return []
  if (lifecycle.schema === 'selector' && !hasSelector(resource)) return []
  return [setField(resource, ['apiVersion'], lifecycle.instead)]
}

// Without one the old versions chose for themselves, or meant something else by it.
function hasSelector(resource: Resource): boolean {
  const selector = valueAt(resource.value, ['spec', 'selector'])
  return isMapping(selector) && Object.keys(selector).length > 0
}
