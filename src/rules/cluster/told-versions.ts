import { statedVersions, type StatedVersion } from '../../analysis/cluster/stated-versions.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'

/**
 * What `resource` is the first to say of its cluster: of everything that `keyOf` gives one key, only the first is told,
 * as a cluster is upgraded as a whole. `count` is how many places say the same.
 */
export function firstSaid(
  resource: Resource,
  scene: Scene,
  keyOf: (stated: StatedVersion) => string,
): readonly { readonly stated: StatedVersion; readonly count: number }[] {
  const all = statedVersions(scene)
  return all
    .filter(({ owner }) => owner === resource)
    .flatMap((stated) => {
      const alike = all.filter(
        (other) => other.cluster === stated.cluster && keyOf(other) === keyOf(stated),
      )
      return alike[0] === stated ? [{ stated, count: alike.length }] : []
    })
}

/** `Node "a"`, or how many say so besides. */
export function sayerWords({ owner: { kind, name } }: StatedVersion, count: number): string {
  const more = count === 1 ? '' : ` (and ${count - 1} more)`
  return name === '' ? `${kind}${more}` : `${kind} "${name}"${more}`
}
