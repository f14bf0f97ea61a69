import { isBackedUp } from '../../analysis/backups/backup-cover.ts'
import { backupField } from '../../analysis/backups/backup-cover.ts'
import { dataStores, type DataStore } from '../../analysis/data-stores/data-store.ts'
import { oncePerScene } from '../../model/once-per-scene.ts'
import { memberOf } from '../../model/part.ts'
import type { Place } from '../../model/place.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'

// One namespace alone may be a part of an estate whose copies are planned elsewhere.
const LEAST_NAMESPACES = 2

/** Whether an object keeps data that nobody can make anew: a database, no cache, no queue, no search index's replica. */
export function isWorthCopying(resource: Resource, scene: Scene): boolean {
  return worthCopying(scene).has(resource)
}

/** The first such store that nothing copies, in an estate of several namespaces: it asks for all of them. */
export function firstUncopied(scene: Scene): Resource | undefined {
  if (firstByScene.has(scene)) return firstByScene.get(scene)
  const spaces = new Set(scene.pods.map(({ owner }) => owner.namespace))
  const first =
    spaces.size < LEAST_NAMESPACES
      ? undefined
      : [...worthCopying(scene)].find(
          (store) => backupField(store) === undefined && !isBackedUp(store, scene),
        )
  firstByScene.set(scene, first)
  return first
}

/** Where an object says that it keeps data: its template of claims, its volume, or the operator's field for backups. */
export function dataPlace(store: Resource): Place {
  const field = backupField(store)
  if (field !== undefined) return store.at(...field)
  if (store.list('spec', 'volumeClaimTemplates').length > 0)
    return store.at('spec', 'volumeClaimTemplates', 0)
  const volumes = ['spec', 'template', 'spec', 'volumes'] as const
  const index = store
    .list(...volumes)
    .findIndex(({ value }) => (memberOf(value, 'persistentVolumeClaim') ?? null) !== null)
  return index === -1
    ? store.at('metadata', 'name')
    : store.at(...volumes, index, 'persistentVolumeClaim')
}

const firstByScene = new WeakMap<Scene, Resource | undefined>()
const worthCopying = oncePerScene(
  (scene): ReadonlySet<Resource> =>
    new Set(
      dataStores(scene)
        .filter(isLasting)
        .map(({ resource }) => resource),
    ),
)

function isLasting({ resource, kind, title }: DataStore): boolean {
  if (kind === undefined) return !['Redis', 'Kafka', 'RabbitMQ'].includes(title)
  if (kind.isCache === true || kind.isQueue === true) return false
  return resource.type === 'StatefulSet' || resource.type === 'Deployment'
}
