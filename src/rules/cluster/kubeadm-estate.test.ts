import { expect, it } from 'vitest'
import { estateOf } from '../../intake/estate.testing.ts'
import { CATALOGUE } from '../catalogue.ts'
import { judge } from '../judge.ts'
import { stopOf } from '../topics.ts'
import { KUBEADM_FLAGS } from './kubeadm-flags.testing.ts'

// What `kubeadm init` of 1.36 leaves on the first machine, and what `kubectl get` shows of it. Source:
// cmd/kubeadm/app/phases/controlplane/manifests.go and componentconfigs/kubelet.go, read 2026-11-25.
const FILES = {
  'etc/kubernetes/manifests/kube-apiserver.yaml': staticPod(
    'kube-apiserver',
    KUBEADM_FLAGS['kube-apiserver'],
  ),
  'etc/kubernetes/manifests/kube-scheduler.yaml': staticPod(
    'kube-scheduler',
    KUBEADM_FLAGS['kube-scheduler'],
  ),
  'var/lib/kubelet/config.yaml': `apiVersion: kubelet.config.k8s.io/v1beta1
authentication:
  anonymous: {enabled: false}
  webhook: {cacheTTL: 0s, enabled: true}
  x509: {clientCAFile: /etc/kubernetes/pki/ca.crt}
authorization:
  mode: Webhook
  webhook: {cacheAuthorizedTTL: 0s, cacheUnauthorizedTTL: 0s}
cgroupDriver: systemd
clusterDNS: [10.96.0.10]
clusterDomain: cluster.local
containerRuntimeEndpoint: unix:///var/run/containerd/containerd.sock
cpuManagerReconcilePeriod: 0s
crashLoopBackOff: {}
healthzBindAddress: 127.0.0.1
healthzPort: 10248
imageMaximumGCAge: 0s
kind: KubeletConfiguration
memorySwap: {}
rotateCertificates: true
staticPodPath: /etc/kubernetes/manifests
streamingConnectionIdleTimeout: 0s
`,
  'kube-proxy/config.conf': `apiVersion: kubeproxy.config.k8s.io/v1alpha1
bindAddress: 0.0.0.0
clusterCIDR: 10.244.0.0/16
enableProfiling: false
healthzBindAddress: ""
hostnameOverride: ""
kind: KubeProxyConfiguration
metricsBindAddress: ""
mode: ""
`,
  'kubeadm.yaml': `apiVersion: kubeadm.k8s.io/v1beta4
bootstrapTokens:
- groups: ["system:bootstrappers:kubeadm:default-node-token"]
  token: \${TOKEN}
  ttl: 24h0m0s
  usages: [signing, authentication]
kind: InitConfiguration
localAPIEndpoint: {advertiseAddress: 10.0.0.4, bindPort: 6443}
nodeRegistration:
  criSocket: unix:///var/run/containerd/containerd.sock
  imagePullPolicy: IfNotPresent
  name: control-1
  taints: null
---
apiServer: {}
apiVersion: kubeadm.k8s.io/v1beta4
caCertificateValidityPeriod: 87600h0m0s
certificateValidityPeriod: 8760h0m0s
certificatesDir: /etc/kubernetes/pki
clusterName: kubernetes
controllerManager: {}
dns: {}
encryptionAlgorithm: RSA-2048
etcd: {local: {dataDir: /var/lib/etcd}}
imageRepository: registry.k8s.io
kind: ClusterConfiguration
kubernetesVersion: v1.36.4
networking: {dnsDomain: cluster.local, serviceSubnet: 10.96.0.0/12}
proxy: {}
scheduler: {}
`,
  'nodes.yaml': `apiVersion: v1
kind: Node
metadata:
  name: control-1
  creationTimestamp: "2026-11-20T08:00:00Z"
  labels: {node-role.kubernetes.io/control-plane: ""}
spec:
  taints: [{effect: NoSchedule, key: node-role.kubernetes.io/control-plane}]
status:
  addresses: [{type: InternalIP, address: 10.0.0.4}, {type: Hostname, address: control-1}]
  nodeInfo:
    osImage: Ubuntu 24.04.3 LTS
    kernelVersion: 6.8.0-90-generic
    containerRuntimeVersion: containerd://2.3.1
    kubeletVersion: v1.36.4
`,
} as const

// Gaps that kubeadm leaves, each told once or, where it is written twice, twice.
const GAPS = [
  'audit-off',
  'kubelet-debug',
  'kubelet-kernel',
  'kubelet-pids',
  'kubelet-seccomp',
  'kubelet-tls',
]

it('blames kubeadm for nothing that it sets right on nodes, certificates, audit and versions', () => {
  const { scene, faults } = estateOf(FILES)
  expect(faults).toEqual([])
  const told = judge(scene, CATALOGUE)
    .filter(({ rule }) => stopOf(rule) === 'cluster' && OURS.test(rule.id))
    .map(({ rule, complaint }) => `${rule.id}${complaint.sure ? '' : '?'}`)
  expect([...new Set(told)].toSorted()).toEqual(GAPS)
})

const OURS = /^(?:adm|audit|boot|cert|cp|enc|kubelet|node|proxy|ver)-/

function staticPod(name: string, flags: readonly string[]): string {
  const command = [name, ...flags].map((word) => `    - ${word}\n`).join('')
  return `apiVersion: v1
kind: Pod
metadata:
  name: ${name}
  namespace: kube-system
  labels: {component: ${name}, tier: control-plane}
spec:
  containers:
  - name: ${name}
    image: registry.k8s.io/${name}:v1.36.4
    command:
${command}  hostNetwork: true
  priorityClassName: system-node-critical
`
}
