import { schedulesNamespace } from '../../analysis/backups/backup-cover.ts'
import type { Path } from '../../model/document.ts'
import { templatePaths } from '../../model/kinds.ts'
import { oncePerScene } from '../../model/once-per-scene.ts'
import { isList, memberOf, type Field } from '../../model/part.ts'
import type { Place } from '../../model/place.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import { className } from './claims.ts'
import {
  aspectFor,
  declarationOf,
  declaresAspect,
  declaresPersonal,
  isPersonal,
  ownDeclaration,
} from './data-class.ts'
import { isAllowed, regionIn } from './region.ts'
import { REGIONS } from './regions.data.ts'

/** A place where personal data goes, or is told to go, outside of the region it is declared for. */
interface RegionGap {
  readonly place: Place
  readonly region: string
  readonly declared: string
  /** Whose data it is, for messages. */
  readonly holder: string
  readonly sure: boolean
}

const WITHOUT_HEALTH: readonly string[] = REGIONS.withoutHealthHosting
const TOPOLOGY = ['topology.kubernetes.io/region', 'topology.kubernetes.io/zone'] as const
const WORKLOADS = ['StatefulSet', 'Deployment', 'DaemonSet', 'Pod', 'CronJob', 'Job'] as const

/** The kinds of objects that say where data goes. */
export const REGION_KINDS: readonly string[] = [
  'Namespace',
  'StorageClass',
  'PersistentVolume',
  'Service',
  'velero.io/BackupStorageLocation',
  ...WORKLOADS,
]

/** What leads personal data out of its region. */
export function regionGaps(resource: Resource, scene: Scene): readonly RegionGap[] {
  if (!declaresPersonal(scene) || !declaresAspect(scene, 'region')) return []
  switch (resource.type) {
    case 'Namespace':
      return ofDeclaration(resource)
    case 'StorageClass':
      return ofClass(resource, scene)
    case 'PersistentVolume':
      return ofVolume(resource, scene)
    case 'velero.io/BackupStorageLocation':
      return ofBackups(resource, scene)
    case 'Service':
      return against(resource.get('spec', 'externalName'), [boundOf(resource, scene)])
    default:
      return ofWorkload(resource, scene)
  }
}

/** A region that the data of one namespace or object is bound to. */
interface Bound {
  readonly declared: string
  readonly holder: string
  readonly namespace: string
}

function boundOf(resource: Resource, scene: Scene): Bound | undefined {
  const declaration = declarationOf(resource, scene)
  if (declaration === undefined || !isPersonal(declaration.class)) return undefined
  const region = aspectFor(declaration, 'region', scene)
  if (region === undefined || !region.resolved) return undefined
  const namespace = resource.type === 'Namespace' ? resource.name : (resource.namespace ?? '')
  return {
    declared: String(region.value),
    holder: `${declaration.speaker.kind} "${declaration.speaker.name}"`,
    namespace,
  }
}

function against(
  field: Field | undefined,
  bounds: readonly (Bound | undefined)[],
  sure = true,
): readonly RegionGap[] {
  const region = regionIn(field?.value)
  if (field === undefined || region === undefined) return []
  const broken = bounds.find((bound) => bound !== undefined && !isAllowed(region, bound.declared))
  if (broken === undefined) return []
  return [{ place: field.place, region, declared: broken.declared, holder: broken.holder, sure }]
}

// Health data of France wants a host that is certified for it, which not every region is.
function ofDeclaration(namespace: Resource): readonly RegionGap[] {
  const declared = ownDeclaration(namespace)
  if (declared?.class !== 'health') return []
  const field = namespace.get('metadata', 'annotations', `${declared.prefix}/region`)
  const region = regionIn(field?.value)
  if (field === undefined || region === undefined || !WITHOUT_HEALTH.includes(region)) return []
  const holder = `Namespace "${namespace.name}"`
  return [
    {
      place: field.place,
      region,
      declared: 'health data, which Scaleway hosts in fr-par',
      holder,
      sure: true,
    },
  ]
}

function ofClass(storageClass: Resource, scene: Scene): readonly RegionGap[] {
  const bounds = claimBounds(scene).get(storageClass.name) ?? []
  if (bounds.length === 0) return []
  return storageClass
    .list('allowedTopologies')
    .flatMap((_, topology) =>
      storageClass
        .list('allowedTopologies', topology, 'matchLabelExpressions')
        .flatMap((__, index) =>
          storageClass
            .list('allowedTopologies', topology, 'matchLabelExpressions', index, 'values')
            .flatMap((value) => against(value, bounds)),
        ),
    )
}

function ofVolume(volume: Resource, scene: Scene): readonly RegionGap[] {
  const ref = volume.get('spec', 'claimRef')?.value
  const [namespace, name] = [memberOf(ref, 'namespace'), memberOf(ref, 'name')]
  if (typeof namespace !== 'string' || typeof name !== 'string') return []
  const claim =
    scene.find('PersistentVolumeClaim', namespace, name) ??
    scene.find('Namespace', undefined, namespace)
  const bound = claim === undefined ? undefined : boundOf(claim, scene)
  const terms: Path = ['spec', 'nodeAffinity', 'required', 'nodeSelectorTerms']
  return volume
    .list(...terms)
    .flatMap((_, term) =>
      volume
        .list(...terms, term, 'matchExpressions')
        .flatMap((__, index) =>
          volume
            .list(...terms, term, 'matchExpressions', index, 'values')
            .flatMap((value) => against(value, [bound])),
        ),
    )
}

function ofBackups(location: Resource, scene: Scene): readonly RegionGap[] {
  const schedules = scene.inNamespace('velero.io/Schedule', location.namespace)
  const bounds = scene.ofKind('Namespace').map((namespace) => boundOf(namespace, scene))
  const taken = bounds.filter(
    (bound) =>
      bound !== undefined &&
      schedules.some((schedule) => schedulesNamespace(schedule, bound.namespace)),
  )
  const region = location.get('spec', 'config', 'region')
  // Without a schedule in sight nobody can tell what is copied there.
  return schedules.length === 0 ? against(region, bounds, false) : against(region, taken)
}

function ofWorkload(workload: Resource, scene: Scene): readonly RegionGap[] {
  const spec = [...(templatePaths(workload.type)[0] ?? []), 'spec', 'nodeSelector']
  if (workload.get(...spec) === undefined) return []
  const bound = boundOf(workload, scene)
  return TOPOLOGY.flatMap((label) => against(workload.get(...spec, label), [bound]))
}

// The regions that the claims of each class are bound to.
const claimBounds = oncePerScene((scene): ReadonlyMap<string, readonly Bound[]> => {
  const found = new Map<string, Bound[]>()
  const enter = (claim: unknown, resource: Resource): void => {
    const name = className(claim)
    const bound = name === undefined ? undefined : boundOf(resource, scene)
    if (name !== undefined && bound !== undefined)
      found.set(name, [...(found.get(name) ?? []), bound])
  }
  for (const claim of scene.ofKind('PersistentVolumeClaim')) enter(claim.value, claim)
  for (const set of scene.ofKind('StatefulSet')) {
    const templates = set.get('spec', 'volumeClaimTemplates')?.value
    if (isList(templates)) for (const template of templates) enter(template, set)
  }
  return found
})
