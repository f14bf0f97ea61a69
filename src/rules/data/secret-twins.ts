import { shortHash } from '../../base/hash.ts'
import { resourceKey, type Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import { typeOf } from './secret-kind.ts'
import { secretValues, type SecretValue } from './secret-values.ts'

/** The first of all Secrets that hold a value, by namespace and name: the order of reading must not decide. */
export interface FirstUse {
  readonly secret: Resource
  readonly key: string
}

const known = new WeakMap<Scene, ReadonlyMap<string, FirstUse>>()

/** The Secret of another namespace that holds the same value and comes before this one. Values are compared by a hash that is never shown. */
export function twinOf(secret: Resource, value: SecretValue, scene: Scene): FirstUse | undefined {
  if (!isComparable(secret, value)) return undefined
  const first = (known.get(scene) ?? indexOf(scene)).get(shortHash(value.text))
  return first === undefined || first.secret.namespace === secret.namespace ? undefined : first
}

function indexOf(scene: Scene): ReadonlyMap<string, FirstUse> {
  const index = new Map<string, FirstUse>()
  known.set(scene, index)
  for (const secret of scene.ofKind('Secret').toSorted(byKey)) {
    for (const value of secretValues(secret)) {
      const hash = shortHash(value.text)
      if (isComparable(secret, value) && !index.has(hash))
        index.set(hash, { secret, key: value.key })
    }
  }
  return index
}

function byKey(one: Resource, other: Resource): number {
  const [first, second] = [resourceKey(one), resourceKey(other)]
  return first < second ? -1 : Number(first > second)
}

// Pull secrets have to stand in every namespace that pulls, and a PIN of four digits may be the same by chance.
function isComparable(secret: Resource, { text }: SecretValue): boolean {
  return text.length >= 5 && !typeOf(secret).startsWith('kubernetes.io/dockerc')
}
