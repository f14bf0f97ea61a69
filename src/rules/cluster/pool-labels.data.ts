/** The labels by which nodes tell their pool. */
export const POOL_LABELS = {
  sources: [
    'https://github.com/scaleway/scaleway-cloud-controller-manager/blob/main/docs/tags.md',
    'https://docs.aws.amazon.com/eks/latest/userguide/managed-node-groups.html',
    'https://cloud.google.com/kubernetes-engine/docs/concepts/node-pools',
    'https://learn.microsoft.com/azure/aks/use-labels',
  ],
  read: '2026-11-25',
  labels: [
    'k8s.scaleway.com/pool-name',
    'eks.amazonaws.com/nodegroup',
    'alpha.eksctl.io/nodegroup-name',
    'cloud.google.com/gke-nodepool',
    'kubernetes.azure.com/agentpool',
  ],
} as const
