import { isComponentName, type ComponentName } from '../../model/component.ts'
import type { Path } from '../../model/document.ts'
import { oncePerScene } from '../../model/once-per-scene.ts'
import { memberOf, valueAt, type Field } from '../../model/part.ts'
import type { Place } from '../../model/place.ts'
import { podOf } from '../../model/pod.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'

/** A release of Kubernetes down to its patch, where that is said. */
export interface Release {
  readonly major: number
  readonly minor: number
  readonly patch: number | undefined
}

/** A place of the estate that says which release a program of a cluster has. */
export interface StatedVersion {
  readonly program: ComponentName
  /** As it is written. */
  readonly text: string
  /** Undefined when a placeholder hides it. */
  readonly release: Release | undefined
  readonly place: Place
  readonly owner: Resource
  /** What is said under one of these is said of one cluster: its name at Cluster API, or the folder of the file. */
  readonly cluster: string
}

type Statement = readonly [ComponentName, Path]

const CAPI = 'cluster.x-k8s.io'
const TALOS: readonly Statement[] = [
  ['kubelet', ['machine', 'kubelet', 'image']],
  ['kube-apiserver', ['cluster', 'apiServer', 'image']],
  ['kube-controller-manager', ['cluster', 'controllerManager', 'image']],
  ['kube-scheduler', ['cluster', 'scheduler', 'image']],
  ['kube-proxy', ['cluster', 'proxy', 'image']],
]

/** Where each kind says a version. `Cluster` is that of kOps. */
const STATEMENTS: ReadonlyMap<string, readonly Statement[]> = new Map<string, readonly Statement[]>(
  [
    ['ClusterConfiguration', [['kube-apiserver', ['kubernetesVersion']]]],
    [`controlplane.${CAPI}/KubeadmControlPlane`, [['kube-apiserver', ['spec', 'version']]]],
    [`${CAPI}/Cluster`, [['kube-apiserver', ['spec', 'topology', 'version']]]],
    [`${CAPI}/MachineDeployment`, [['kubelet', ['spec', 'template', 'spec', 'version']]]],
    [`${CAPI}/MachinePool`, [['kubelet', ['spec', 'template', 'spec', 'version']]]],
    ['Cluster', [['kube-apiserver', ['spec', 'kubernetesVersion']]]],
    ['Node', [['kubelet', ['status', 'nodeInfo', 'kubeletVersion']]]],
    ['MachineConfig', TALOS],
  ],
)

/** The kinds that may say a version; of pods few do. */
export const STATING_KINDS: readonly string[] = [...STATEMENTS.keys(), 'Pod', 'DaemonSet']

/** Whether an object says a version. */
export function statesVersion(resource: Resource): boolean {
  return statementsIn(resource).length > 0
}

/** All that an estate says of versions, in its order. Looked up once for a scene. O(objects). */
export const statedVersions = oncePerScene((scene): readonly StatedVersion[] =>
  STATING_KINDS.flatMap((kind) => scene.ofKind(kind)).flatMap((owner) => {
    const stated = statementsIn(owner)
    // Nearly no pod says any, so its cluster is not looked for.
    return stated.length === 0
      ? []
      : stated.map((each) => ({ ...each, owner, cluster: clusterOf(owner, scene) }))
  }),
)

/** Reads `v1.34`, `1.34.2` or `v1.34.2+k3s1`; undefined for anything else. */
export function parseRelease(text: string): Release | undefined {
  const match = /^v?(\d{1,3})\.(\d{1,3})(?:\.(\d{1,3}))?(?:[-+].{0,60})?$/.exec(text)
  if (match === null) return undefined
  const [, major, minor, patch] = match
  return {
    major: Number(major),
    minor: Number(minor),
    patch: patch === undefined ? undefined : Number(patch),
  }
}

type Said = Omit<StatedVersion, 'owner' | 'cluster'>

function statementsIn(resource: Resource): readonly Said[] {
  const statements = STATEMENTS.get(resource.type)
  if (statements === undefined) return inImages(resource)
  return statements.flatMap(([program, path]) => said(program, resource.get(...path)))
}

// Names of channels (`stable-1.34`) and empty texts say no version.
function said(program: ComponentName, field: Field | undefined): readonly Said[] {
  if (field === undefined) return []
  const text = versionIn(field.value)
  const release = text === undefined ? undefined : parseRelease(text)
  if (release === undefined && field.resolved) return []
  return [{ program, text: text ?? '', release, place: field.place }]
}

// Of an image its tag.
function versionIn(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  return /:(v\d[^:/@]*)/.exec(value)?.[1] ?? value
}

function inImages(resource: Resource): readonly Said[] {
  const containers = podOf(resource)?.containers ?? []
  return containers.flatMap((container) => {
    const image = memberOf(container.value, 'image')
    const match = typeof image === 'string' ? /\/(kube[\w-]+):(v\d[^:/@]*)/.exec(image) : null
    if (match === null || !isComponentName(match[1])) return []
    return said(match[1], container.get('image'))
  })
}

function clusterOf(resource: Resource, scene: Scene): string {
  const named = resource.type.includes(CAPI) ? capiName(resource, scene) : undefined
  if (named !== undefined) return `${resource.namespace ?? ''}/${named}`
  const { file } = resource.document.source
  return file.slice(0, file.lastIndexOf('/') + 1)
}

function capiName(resource: Resource, scene: Scene): string | undefined {
  if (resource.type === `${CAPI}/Cluster`) return resource.name
  const owner = scene
    .ofKind(`${CAPI}/Cluster`)
    .find(({ value }) => valueAt(value, ['spec', 'controlPlaneRef', 'name']) === resource.name)
  const named = valueAt(resource.value, ['spec', 'clusterName'])
  return (
    resource.labels[`${CAPI}/cluster-name`] ?? (typeof named === 'string' ? named : owner?.name)
  )
}
