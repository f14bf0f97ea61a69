import type { ComponentName } from '../../model/component.ts'
import type { Path } from '../../model/document.ts'
import { addMembers, setField, setPlace, type Edit } from '../../model/edit.ts'
import { isList, isMapping, memberOf, type Reader } from '../../model/part.ts'
import type { Resource } from '../../model/resource.ts'
import { parseVersion } from '../../model/version.ts'
import { placeBelow } from './commands.ts'
import type { Configuration, Written } from './configuration.ts'
import { flagOf, flagWritten } from './flags.ts'
import { partAt } from './from-settings.ts'
import type { Installer } from './installers.data.ts'

/** Where each program of the control plane has its extra arguments, below a ClusterConfiguration. */
const EXTRA_ARGS: Readonly<Partial<Record<ComponentName, Path>>> = {
  'kube-apiserver': ['apiServer', 'extraArgs'],
  'kube-controller-manager': ['controllerManager', 'extraArgs'],
  'kube-scheduler': ['scheduler', 'extraArgs'],
  etcd: ['etcd', 'local', 'extraArgs'],
}

/** Where the objects of Cluster API keep what they give to kubeadm. */
const CLUSTER_API: ReadonlyMap<string, Path> = new Map<string, Path>([
  ['controlplane.cluster.x-k8s.io/KubeadmControlPlane', ['spec', 'kubeadmConfigSpec']],
  [
    'controlplane.cluster.x-k8s.io/KubeadmControlPlaneTemplate',
    ['spec', 'template', 'spec', 'kubeadmConfigSpec'],
  ],
  ['bootstrap.cluster.x-k8s.io/KubeadmConfig', ['spec']],
  ['bootstrap.cluster.x-k8s.io/KubeadmConfigTemplate', ['spec', 'template', 'spec']],
])

/** The programs that a file of kubeadm, or an object of Cluster API, configures. */
export function fromKubeadm(resource: Resource): readonly Configuration[] {
  switch (resource.type) {
    case 'ClusterConfiguration':
      return controlPlane(resource, resource)
    case 'InitConfiguration':
    case 'JoinConfiguration':
      return kubelet(resource, resource)
    default:
      return fromClusterApi(resource)
  }
}

function fromClusterApi(resource: Resource): readonly Configuration[] {
  const path = CLUSTER_API.get(resource.type)
  const spec = path && partAt(resource, ...path)
  if (spec === undefined) return []
  const cluster = partAt(spec, 'clusterConfiguration')
  const isControlPlane = resource.type.startsWith('controlplane.')
  const nodes = ['initConfiguration', 'joinConfiguration'].flatMap((name) => {
    const part = partAt(spec, name)
    return part === undefined ? [] : kubelet(part, resource)
  })
  // A control plane without a word of its own still has all of kubeadm's.
  if (cluster === undefined && !isControlPlane) return nodes
  return [...controlPlane(cluster ?? spec, resource), ...nodes]
}

function controlPlane(cluster: Reader, owner: Resource): readonly Configuration[] {
  const version = cluster.get('kubernetesVersion') ?? owner.get('spec', 'version')
  const parsed = typeof version?.value === 'string' ? parseVersion(version.value) : undefined
  return CONTROL_PLANE.flatMap((name): readonly Configuration[] => {
    if (name === 'etcd' && cluster.get('etcd', 'external') !== undefined) return []
    const extra = { part: cluster, path: EXTRA_ARGS[name] ?? [] }
    const { written, ...rest } = extraConfiguration(name, owner, extra)
    const foreign = name === 'kube-apiserver' ? foreignEtcd(cluster) : []
    return [{ ...rest, written: [...foreign, ...written], installer: 'kubeadm', version: parsed }]
  })
}

const FOREIGN_ETCD = [
  ['etcd-cafile', 'caFile'],
  ['etcd-certfile', 'certFile'],
  ['etcd-keyfile', 'keyFile'],
] as const

// Of an etcd that is not its own kubeadm tells the API server what is written here, and nothing else.
function foreignEtcd(cluster: Reader): readonly Written[] {
  const path = ['etcd', 'external']
  if (cluster.get(...path) === undefined) return []
  const servers = cluster
    .list(...path, 'endpoints')
    .map(({ value, place }) => flagWritten('kube-apiserver', 'etcd-servers', value, place))
  const files = FOREIGN_ETCD.map(([flag, field]) => {
    const place = cluster.at(...path, field)
    const { value = '' } = cluster.get(...path, field) ?? {}
    return flagWritten('kube-apiserver', flag, value, place)
  })
  return [...servers, ...files]
}

const CONTROL_PLANE = [
  'kube-apiserver',
  'kube-controller-manager',
  'kube-scheduler',
  'etcd',
] as const

// kubeadm writes a configuration file for every kubelet. Where nothing is said of its flags there is nothing to judge.
function kubelet(part: Reader, owner: Resource): readonly Configuration[] {
  const extra = { part, path: ['nodeRegistration', 'kubeletExtraArgs'] }
  if (part.get(...extra.path) === undefined) return []
  return [{ ...extraConfiguration('kubelet', owner, extra), installer: 'kubeadm', hasFile: true }]
}

/** Where extra arguments stand: a mapping, or a list of names and values. */
export interface ExtraArguments {
  readonly part: Reader
  readonly path: Path
}

/** The configuration that extra arguments of an installer make. */
export function extraConfiguration(
  name: ComponentName,
  owner: Resource,
  { part, path }: ExtraArguments,
): Configuration & { readonly installer?: Installer } {
  const field = part.get(...path)
  return {
    name,
    sources: [owner],
    written: extraWritten(name, { part, path }),
    unseen: field?.resolved === false ? field.place : undefined,
    home: () => part.at(...path),
    write: (setting, value, old) => writeExtra({ part, path }, flagOf(name, setting), value, old),
  }
}

function extraWritten(name: ComponentName, { part, path }: ExtraArguments): readonly Written[] {
  const field = part.get(...path)
  if (field === undefined) return []
  if (isMapping(field.value)) {
    return Object.entries(field.value).flatMap(([flag, value]) =>
      placedWritten(name, flag, value, placeBelow(field.place, flag)),
    )
  }
  return part.list(...path).flatMap(({ value, place }) => {
    const flag = memberOf(value, 'name')
    if (typeof flag !== 'string') return []
    return [flagWritten(name, flag, memberOf(value, 'value'), placeBelow(place, 'value'))]
  })
}

// Talos takes a list of values for one flag.
function placedWritten(
  name: ComponentName,
  flag: string,
  value: unknown,
  place: Written['place'],
): readonly Written[] {
  if (!isList(value)) return [flagWritten(name, flag, value, place)]
  return value.map((member, index) => flagWritten(name, flag, member, placeBelow(place, index)))
}

function writeExtra(
  { part, path }: ExtraArguments,
  flag: string | undefined,
  value: string,
  old: Written | undefined,
): readonly Edit[] {
  if (flag === undefined) return []
  if (old !== undefined) return [setPlace(old.place, value)]
  const list = part.get(...path)?.value
  if (isList(list)) return [addMembers(part, path, [{ name: flag, value }])]
  if (isMapping(list) || takes(part, MAPPING_VERSIONS))
    return [setField(part, [...path, flag], value)]
  // Of which form an absent one would be, only the version of the file tells.
  const takesList = list === undefined && takes(part, LIST_VERSIONS)
  return takesList ? [setField(part, path, [{ name: flag, value }])] : []
}

const MAPPING_VERSIONS =
  /^(?:kubeadm\.k8s\.io\/v1beta[123]|(?:controlplane|bootstrap)\.cluster\.x-k8s\.io\/v1beta1|talos)$/

const LIST_VERSIONS =
  /^(?:kubeadm\.k8s\.io\/v1beta4|(?:controlplane|bootstrap)\.cluster\.x-k8s\.io\/v1beta2)$/

function takes({ document }: Reader, versions: RegExp): boolean {
  const version = memberOf(document.value, 'apiVersion') ?? 'talos'
  return typeof version === 'string' && versions.test(version)
}
