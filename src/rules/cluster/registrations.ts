import { partAt } from '../../analysis/cluster/from-settings.ts'
import type { Path } from '../../model/document.ts'
import type { Reader } from '../../model/part.ts'
import type { Resource } from '../../model/resource.ts'

const SPECS: ReadonlyMap<string, Path> = new Map<string, Path>([
  ['controlplane.cluster.x-k8s.io/KubeadmControlPlane', ['spec', 'kubeadmConfigSpec']],
  [
    'controlplane.cluster.x-k8s.io/KubeadmControlPlaneTemplate',
    ['spec', 'template', 'spec', 'kubeadmConfigSpec'],
  ],
])

/** How kubeadm registers nodes of the control plane, by a file of its own or by an object of Cluster API. */
export function registrationsIn(resource: Resource): readonly Reader[] {
  return ownersIn(resource).flatMap((owner) => partAt(owner, 'nodeRegistration') ?? [])
}

function ownersIn(resource: Resource): readonly Reader[] {
  if (resource.type === 'InitConfiguration') return [resource]
  // Without that member a joining node is a worker.
  if (resource.type === 'JoinConfiguration')
    return resource.get('controlPlane') === undefined ? [] : [resource]
  const path = SPECS.get(resource.type)
  if (path === undefined) return []
  return ['initConfiguration', 'joinConfiguration'].flatMap(
    (name) => partAt(resource, ...path, name) ?? [],
  )
}
