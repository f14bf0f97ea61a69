/** The programs that make a cluster, as Kubernetes calls them: those of the control plane, then those of every node. */
export const COMPONENT_NAMES = [
  'kube-apiserver',
  'kube-controller-manager',
  'kube-scheduler',
  'etcd',
  'kubelet',
  'kube-proxy',
] as const

/** One of them. */
export type ComponentName = (typeof COMPONENT_NAMES)[number]

/** Whether a text is the name of one. */
export function isComponentName(text: unknown): text is ComponentName {
  return COMPONENT_NAMES.some((name) => name === text)
}
