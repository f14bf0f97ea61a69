import { memberOf, type Field } from '../../model/part.ts'
import type { Pod } from '../../model/pod.ts'

// The labels and taints of control plane nodes: as kubeadm writes them, as it did before 1.24, and as RKE does.
const KEYS: ReadonlySet<unknown> = new Set([
  'node-role.kubernetes.io/control-plane',
  'node-role.kubernetes.io/master',
  'node-role.kubernetes.io/controlplane',
  'node-role.kubernetes.io/etcd',
])

const REQUIRED = [
  'affinity',
  'nodeAffinity',
  'requiredDuringSchedulingIgnoredDuringExecution',
  'nodeSelectorTerms',
] as const
const PREFERRED = [
  'affinity',
  'nodeAffinity',
  'preferredDuringSchedulingIgnoredDuringExecution',
] as const

/** The tolerations of a pod that name the taint of control plane nodes. */
export function controlPlaneTolerations(pod: Pod): readonly Field[] {
  return pod.list('tolerations').filter(({ value }) => KEYS.has(memberOf(value, 'key')))
}

/** The labels of a pod's node selector that only control plane nodes have. */
export function controlPlaneSelectors(pod: Pod): readonly Field[] {
  const keys = Object.keys(pod.get('nodeSelector')?.value ?? {}).filter((key) => KEYS.has(key))
  return keys.flatMap((key) => pod.get('nodeSelector', key) ?? [])
}

/** The terms of a pod's node affinity that draw it to control plane nodes. */
export function controlPlaneAffinities(pod: Pod): readonly Field[] {
  if (pod.get('affinity', 'nodeAffinity') === undefined) return []
  const required = pod
    .list(...REQUIRED)
    .flatMap((_, index) => pod.list(...REQUIRED, index, 'matchExpressions'))
  const preferred = pod
    .list(...PREFERRED)
    .flatMap((_, index) => pod.list(...PREFERRED, index, 'preference', 'matchExpressions'))
  return [...required, ...preferred].filter(({ value }) => {
    const operator = memberOf(value, 'operator')
    return KEYS.has(memberOf(value, 'key')) && (operator === 'Exists' || operator === 'In')
  })
}
