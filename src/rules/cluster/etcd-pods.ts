import { componentsOf } from '../../analysis/cluster/components.ts'
import { isList, isMapping, memberOf } from '../../model/part.ts'
import { podOf } from '../../model/pod.ts'
import type { Resource } from '../../model/resource.ts'
import { podLabels, type Scene } from '../../model/scene.ts'
import { selects } from '../../model/selector.ts'

/** The ports of etcd: for clients, and for its other members. */
export const ETCD_PORTS: readonly unknown[] = [2379, 2380]

// What kubeadm and kOps write on the pod of the cluster's own etcd, which is rarely in the estate.
const LABELS: readonly Readonly<Record<string, string>>[] = [
  { component: 'etcd', tier: 'control-plane' },
  { 'k8s-app': 'etcd-manager-main' },
]

/** Whether an object speaks of the cluster's etcd at all, by its name, what it selects or what it runs. */
export function speaksOfEtcd(resource: Resource): boolean {
  if (resource.namespace !== 'kube-system') return false
  const selector = resource.get('spec', 'selector') ?? resource.get('spec', 'podSelector')
  const containers = podOf(resource)?.containers ?? []
  return [resource.name, selector?.value, ...containers.map(({ value }) => value)].some(
    mentionsEtcd,
  )
}

function mentionsEtcd(value: unknown): boolean {
  return JSON.stringify(value ?? '').includes('etcd')
}

/** Whether an object runs the etcd of the cluster. */
export function runsEtcd(owner: Resource, scene: Scene): boolean {
  return componentsOf(owner, scene).some(({ name }) => name === 'etcd')
}

/** Whether labels that an object asks for are those of the cluster's etcd. `selector` is a label selector. */
export function selectsEtcd(
  namespace: string | undefined,
  selector: unknown,
  scene: Scene,
): boolean {
  if (namespace !== 'kube-system' || !isNarrow(selector)) return false
  if (LABELS.some((labels) => selects(selector, labels))) return true
  const pods = scene.podsIn(namespace).filter((pod) => selects(selector, podLabels(pod)))
  return pods.some(({ owner }) => runsEtcd(owner, scene))
}

// A selector that takes every pod of the namespace means none of them in particular.
function isNarrow(selector: unknown): boolean {
  return ['matchLabels', 'matchExpressions'].some((way) => {
    const asked = memberOf(selector, way)
    return isList(asked) ? asked.length > 0 : isMapping(asked) && Object.keys(asked).length > 0
  })
}
