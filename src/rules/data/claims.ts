import { isMapping, memberOf } from '../../model/part.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'

const inUse = new WeakMap<Scene, Map<string, ReadonlySet<string>>>()

/**
 * The claims of a namespace that pods mount or other claims are copied from. The claims of a StatefulSet are counted
 * for its first ten pods. Found once for a scene and namespace.
 */
export function claimsInUse(namespace: string | undefined, scene: Scene): ReadonlySet<string> {
  const bySpace = inUse.get(scene) ?? new Map<string, ReadonlySet<string>>()
  inUse.set(scene, bySpace)
  const key = namespace ?? ''
  const known = bySpace.get(key)
  if (known !== undefined) return known
  const names = new Set([...mountedIn(namespace, scene), ...sourcesIn(namespace, scene)])
  bySpace.set(key, names)
  return names
}

/** The class of storage that a claim, or a template of claims, asks for; undefined when it gets the default one. */
export function className(claim: unknown): string | undefined {
  const name = memberOf(memberOf(claim, 'spec'), 'storageClassName')
  return typeof name === 'string' ? name : undefined
}

function mountedIn(namespace: string | undefined, scene: Scene): readonly string[] {
  return scene.podsIn(namespace).flatMap((pod) => {
    const named = pod.list('volumes').flatMap(({ value }) => {
      const name = memberOf(memberOf(value, 'persistentVolumeClaim'), 'claimName')
      return typeof name === 'string' ? [name] : []
    })
    return [...named, ...templatesOf(pod.owner)]
  })
}

function templatesOf(owner: Resource): readonly string[] {
  return owner.list('spec', 'volumeClaimTemplates').flatMap(({ value }) => {
    const name = memberOf(memberOf(value, 'metadata'), 'name')
    return typeof name === 'string'
      ? Array.from({ length: 10 }, (_, index) => `${name}-${owner.name}-${index}`)
      : []
  })
}

function sourcesIn(namespace: string | undefined, scene: Scene): readonly string[] {
  return scene.inNamespace('PersistentVolumeClaim', namespace).flatMap((claim) => {
    const source = claim.get('spec', 'dataSource')?.value
    const name = isMapping(source) ? memberOf(source, 'name') : undefined
    return typeof name === 'string' ? [name] : []
  })
}
