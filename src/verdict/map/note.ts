import { dataStores } from '../../analysis/data-stores/data-store.ts'
import { groupBy } from '../../base/group.ts'
import { oncePerScene } from '../../model/once-per-scene.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import { imageReference } from '../../rules/third-parties/image-reference.ts'
import { REPLICATED, replicasOf } from '../../rules/workloads/replicas.ts'
import { kindFacts } from './components.data.ts'
import { doorNote } from './doors.ts'
import type { Home } from './home.ts'

/** What a component is made of or known by, in a few words. */
export function noteOf(
  { kind, resource }: Home,
  objects: readonly Resource[],
  scene: Scene,
): string {
  if (resource !== undefined) return ownNote(kind, resource, scene)
  if (kind === 'namespace') return kindsIn(objects.filter(({ type }) => type !== 'Namespace'))
  // In a namespace their number says more than their names, which are drawn nowhere else outside of it.
  return kindFacts(kind).area === 'namespaces' ? kindsIn(objects) : namesOf(objects)
}

function ownNote(kind: Home['kind'], resource: Resource, scene: Scene): string {
  if (kind === 'door') return doorNote(resource)
  const store = storeTitles(scene).get(resource)
  return [...(store === undefined ? [] : [store]), size(resource)].join(', ')
}

const storeTitles = oncePerScene(
  (scene) => new Map(dataStores(scene).map(({ resource, title }) => [resource, title])),
)

function size(workload: Resource): string {
  if (workload.type === 'DaemonSet') return 'DaemonSet on every node'
  if (!REPLICATED.includes(workload.type)) return workload.kind
  return `${workload.kind} × ${replicasOf(workload) ?? '?'}`
}

function kindsIn(objects: readonly Resource[]): string {
  return [...groupBy(objects, ({ kind }) => kind)]
    .map(([kind, { length }]) => `${length} ${kind}`)
    .join(', ')
}

function namesOf(objects: readonly Resource[]): string {
  return [...new Set(objects.map(({ name }) => name))].toSorted().join(', ')
}

/** The registries that images of the estate come from, sorted. */
export function imageHosts(scene: Scene): readonly string[] {
  const hosts = scene.containers.flatMap((container) => imageReference(container)?.registry ?? [])
  return [...new Set(hosts)].toSorted()
}
