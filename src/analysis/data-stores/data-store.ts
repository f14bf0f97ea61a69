import { oncePerScene } from '../../model/once-per-scene.ts'
import { isList, memberOf, valueAt } from '../../model/part.ts'
import type { Container, Pod } from '../../model/pod.ts'
import type { Resource } from '../../model/resource.ts'
import { STORE_KINDS, STORE_RESOURCES, type StoreKind } from './store-kinds.data.ts'

/** A data store of the estate: a workload that runs a known image on a volume, or an operator's object. */
export interface DataStore {
  readonly resource: Resource
  /** What it is, for people: "PostgreSQL". */
  readonly title: string
  /** The image's kind; undefined for an operator's object. */
  readonly kind: StoreKind | undefined
}

const LASTING = [
  'StatefulSet',
  'Deployment',
  'ReplicaSet',
  'ReplicationController',
  'Pod',
  'DaemonSet',
]

const KIND_BY_IMAGE: ReadonlyMap<string, StoreKind> = new Map(
  STORE_KINDS.flatMap((kind) => kind.images.map((image) => [image, kind])),
)

// How their names end: nearly all images are seen by it to be of no kind.
const LAST_STEPS: ReadonlySet<string> = new Set([...KIND_BY_IMAGE.keys()].map(lastStep))

/** The kind of data store that a container runs, by its image; undefined for all others and for init containers. */
export function storeKindOf(container: Container): StoreKind | undefined {
  if (container.role !== 'main' && container.role !== 'sidecar') return undefined
  const image = memberOf(container.value, 'image')
  if (typeof image !== 'string') return undefined
  const repository = repositoryOf(image)
  const last = lastStep(repository)
  if (!LAST_STEPS.has(last)) return undefined
  const parent = lastStep(repository.slice(0, -last.length - 1))
  return KIND_BY_IMAGE.get(last) ?? KIND_BY_IMAGE.get(`${parent}/${last}`)
}

/**
 * All data stores of the estate that keep what they hold, in the order of reading. Built once for a scene.
 * O(containers).
 */
export const dataStores = oncePerScene((scene): readonly DataStore[] => {
  const pods = new Map(scene.pods.map((pod) => [pod.owner, pod]))
  const stores = scene.resources.flatMap((resource) => storeOf(resource, pods.get(resource)) ?? [])
  return stores
})

function storeOf(resource: Resource, pod: Pod | undefined): DataStore | undefined {
  const title = Object.hasOwn(STORE_RESOURCES, resource.type)
    ? STORE_RESOURCES[resource.type]
    : undefined
  if (title !== undefined) return { resource, title, kind: undefined }
  if (pod === undefined || !LASTING.includes(resource.type) || !keepsData(pod)) return undefined
  for (const container of pod.containers) {
    const kind = storeKindOf(container)
    if (kind !== undefined) return { resource, title: kind.title, kind }
  }
  return undefined
}

/** Whether a pod has a volume of its own that outlives it: a claim, a template of claims, or a path of the node. */
function keepsData(pod: Pod): boolean {
  const templates = valueAt(pod.owner.value, ['spec', 'volumeClaimTemplates'])
  if (isList(templates) && templates.length > 0) return true
  const volumes = memberOf(pod.value, 'volumes')
  return (
    isList(volumes) &&
    volumes.some(
      (volume) =>
        (memberOf(volume, 'persistentVolumeClaim') ?? memberOf(volume, 'hostPath') ?? null) !==
        null,
    )
  )
}

// "registry.example:5000/bitnami/postgresql:16@sha256:…" gives registry.example:5000/bitnami/postgresql.
function repositoryOf(image: string): string {
  const digest = image.indexOf('@')
  const plain = digest === -1 ? image : image.slice(0, digest)
  const tag = plain.indexOf(':', plain.lastIndexOf('/') + 1)
  return (tag === -1 ? plain : plain.slice(0, tag)).toLowerCase()
}

function lastStep(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
