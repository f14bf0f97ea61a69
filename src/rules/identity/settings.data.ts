/**
 * ConfigMaps of kube-system by which the cluster itself is run. Sources: kubeadm's phases, the CoreDNS deployment, the
 * documentation of Amazon EKS, AKS and Cilium; read 2026-11-24.
 */
export const SETTINGS: ReadonlySet<string> = new Set([
  'aws-auth',
  'cilium-config',
  'coredns',
  'coredns-custom',
  'extension-apiserver-authentication',
  'kube-dns',
  'kube-proxy',
  'kube-proxy-config',
  'kubeadm-config',
  'kubelet-config',
  'node-local-dns',
])
