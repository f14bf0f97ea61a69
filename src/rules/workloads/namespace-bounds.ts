import type { Claim } from '../../analysis/pod-security/candidate.ts'
import type { JsonObject } from '../../model/edit.ts'
import { oncePerScene } from '../../model/once-per-scene.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import { replicasOf } from './replicas.ts'

/** The kinds that bound what a namespace may use. */
export type BoundingKind = (typeof BOUNDING_KINDS)[number]

const BOUNDING_KINDS = ['ResourceQuota', 'LimitRange'] as const

// Kinds of others that bound namespaces, or make the objects that do: which namespaces, only a cluster can tell.
const MAKERS: Readonly<Record<BoundingKind, readonly string[]>> = {
  ResourceQuota: [
    'capsule.clastix.io/Tenant',
    'hnc.x-k8s.io/HierarchicalResourceQuota',
    'quota.openshift.io/ClusterResourceQuota',
  ],
  LimitRange: ['capsule.clastix.io/Tenant'],
}

/**
 * Whether an object of `kind` bounds a namespace; of LimitRanges only those with bounds for containers do. Unclear when
 * one names no namespace, or a placeholder: whoever applies it chooses where it goes. What is unclear for one namespace
 * is for all of them, so it is looked up once for a scene.
 */
export function isBoundedBy(kind: BoundingKind, namespace: Resource, scene: Scene): Claim {
  if (scene.inNamespace(kind, namespace.name).some(COUNTS[kind])) return true
  return openKinds(scene).has(kind) ? 'unclear' : false
}

/** Room for twice the pods that a namespace has today, in tens. What they may use has to be measured first. */
export function countQuota(name: string, scene: Scene): JsonObject {
  const pods = scene.podsIn(name).reduce((sum, { owner }) => sum + (replicasOf(owner) ?? 1), 0)
  const room = 10 * Math.max(1, Math.ceil(pods / 5))
  return {
    apiVersion: 'v1',
    kind: 'ResourceQuota',
    metadata: { name: 'pods', namespace: name },
    spec: { hard: { pods: String(room) } },
  }
}

/** Defaults to start from, for containers that say nothing; what a program needs has to be measured. */
export function startingRange(name: string): JsonObject {
  return {
    apiVersion: 'v1',
    kind: 'LimitRange',
    metadata: { name: 'containers', namespace: name },
    spec: {
      limits: [
        {
          type: 'Container',
          defaultRequest: { cpu: '100m', memory: '128Mi' },
          default: { cpu: '1', memory: '512Mi' },
        },
      ],
    },
  }
}

const COUNTS: Readonly<Record<BoundingKind, (object: Resource) => boolean>> = {
  ResourceQuota: () => true,
  LimitRange: boundsContainers,
}

// One for claims or whole pods gives a container nothing.
function boundsContainers(range: Resource): boolean {
  return range
    .list('spec', 'limits')
    .some((_, index) => range.get('spec', 'limits', index, 'type')?.value === 'Container')
}

const openKinds = oncePerScene(
  (scene): ReadonlySet<BoundingKind> =>
    new Set(BOUNDING_KINDS.filter((kind) => isOpen(kind, scene))),
)

function isOpen(kind: BoundingKind, scene: Scene): boolean {
  return (
    MAKERS[kind].some((maker) => scene.ofKind(maker).length > 0) ||
    scene.ofKind(kind).some((object) => !namesNamespace(object) && COUNTS[kind](object))
  )
}

function namesNamespace(object: Resource): boolean {
  return object.get('metadata', 'namespace')?.resolved === true
}
