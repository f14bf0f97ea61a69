/** Charts that bring an engine for network policies along. Read 2026-11-25; source: the projects' installation pages. */
export const ENGINE_CHARTS: ReadonlySet<string> = new Set([
  'antrea',
  'calico',
  'cilium',
  'kube-router',
  'tigera-operator',
])
