import type { Field } from '../../model/part.ts'
import type { Scene } from '../../model/scene.ts'
import type { Bound, ResourceName } from './resources.ts'

// The lists of a LimitRange that give a container what it does not say, the one that counts first. A limit left out is
// the maximum, a request left out the limit or else the minimum. Source: SetDefaults_LimitRangeItem, Kubernetes 1.36.
const LISTS = {
  limits: ['default', 'max'],
  requests: ['defaultRequest', 'default', 'max', 'min'],
} as const

/** What the LimitRanges of a namespace give to containers that do not say it themselves. Each is read once. */
export function rangeDefault(
  namespace: string | undefined,
  bound: Bound,
  resource: ResourceName,
  scene: Scene,
): Field | undefined {
  return defaultsIn(namespace, scene).get(`${bound}.${resource}`)
}

type Defaults = ReadonlyMap<string, Field>

const NO_DEFAULTS: Defaults = new Map()
const RESOURCES = ['cpu', 'memory', 'ephemeral-storage'] as const
const BOUNDS = ['limits', 'requests'] as const
const defaultsByScene = new WeakMap<Scene, Map<string, Defaults>>()

function defaultsIn(namespace: string | undefined, scene: Scene): Defaults {
  if (namespace === undefined || scene.ofKind('LimitRange').length === 0) return NO_DEFAULTS
  const byNamespace = defaultsByScene.get(scene) ?? new Map<string, Defaults>()
  defaultsByScene.set(scene, byNamespace)
  const known = byNamespace.get(namespace)
  if (known !== undefined) return known
  const defaults = readDefaults(namespace, scene)
  byNamespace.set(namespace, defaults)
  return defaults
}

function readDefaults(namespace: string, scene: Scene): Defaults {
  const defaults = new Map<string, Field>()
  for (const range of scene.inNamespace('LimitRange', namespace)) {
    range.list('spec', 'limits').forEach((_, index) => {
      if (range.get('spec', 'limits', index, 'type')?.value !== 'Container') return
      for (const bound of BOUNDS) {
        for (const resource of RESOURCES) {
          const field = LISTS[bound]
            .map((list) => range.get('spec', 'limits', index, list, resource))
            .find((found) => found !== undefined)
          const key = `${bound}.${resource}`
          if (field !== undefined && !defaults.has(key)) defaults.set(key, field)
        }
      }
    })
  }
  return defaults
}
