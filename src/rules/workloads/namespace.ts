/** Namespaces that Kubernetes makes for itself; what runs there runs the cluster. Source: Kubernetes, Namespaces. */
const SYSTEM_NAMESPACES: ReadonlySet<string> = new Set([
  'kube-system',
  'kube-public',
  'kube-node-lease',
])

/** Whether a namespace belongs to the cluster itself. */
export function isSystemNamespace(name: string | undefined): boolean {
  return name !== undefined && SYSTEM_NAMESPACES.has(name)
}
