import { describe, expect, it } from 'vitest'
import { estateOf, type Files } from '../../intake/estate.testing.ts'
import { CATALOGUE } from '../catalogue.ts'
import { judge } from '../judge.ts'

const PKI = '/etc/kubernetes/pki'

// As `kubeadm init` of Kubernetes 1.34 writes them. Source: cmd/kubeadm/app/phases/controlplane and .../etcd, read
// 2026-11-25.
const FLAGS = {
  'kube-apiserver': [
    '--advertise-address=10.0.0.4',
    '--allow-privileged=true',
    '--authorization-mode=Node,RBAC',
    `--client-ca-file=${PKI}/ca.crt`,
    '--enable-admission-plugins=NodeRestriction',
    '--enable-bootstrap-token-auth=true',
    `--etcd-cafile=${PKI}/etcd/ca.crt`,
    `--etcd-certfile=${PKI}/apiserver-etcd-client.crt`,
    `--etcd-keyfile=${PKI}/apiserver-etcd-client.key`,
    '--etcd-servers=https://127.0.0.1:2379',
    `--kubelet-client-certificate=${PKI}/apiserver-kubelet-client.crt`,
    `--kubelet-client-key=${PKI}/apiserver-kubelet-client.key`,
    '--kubelet-preferred-address-types=InternalIP,ExternalIP,Hostname',
    `--proxy-client-cert-file=${PKI}/front-proxy-client.crt`,
    `--proxy-client-key-file=${PKI}/front-proxy-client.key`,
    '--requestheader-allowed-names=front-proxy-client',
    `--requestheader-client-ca-file=${PKI}/front-proxy-ca.crt`,
    '--requestheader-extra-headers-prefix=X-Remote-Extra-',
    '--requestheader-group-headers=X-Remote-Group',
    '--requestheader-username-headers=X-Remote-User',
    '--secure-port=6443',
    '--service-account-issuer=https://kubernetes.default.svc.cluster.local',
    `--service-account-key-file=${PKI}/sa.pub`,
    `--service-account-signing-key-file=${PKI}/sa.key`,
    '--service-cluster-ip-range=10.96.0.0/12',
    `--tls-cert-file=${PKI}/apiserver.crt`,
    `--tls-private-key-file=${PKI}/apiserver.key`,
  ],
  'kube-controller-manager': [
    '--authentication-kubeconfig=/etc/kubernetes/controller-manager.conf',
    '--authorization-kubeconfig=/etc/kubernetes/controller-manager.conf',
    '--bind-address=127.0.0.1',
    `--client-ca-file=${PKI}/ca.crt`,
    '--cluster-name=kubernetes',
    `--cluster-signing-cert-file=${PKI}/ca.crt`,
    `--cluster-signing-key-file=${PKI}/ca.key`,
    '--controllers=*,bootstrapsigner,tokencleaner',
    '--kubeconfig=/etc/kubernetes/controller-manager.conf',
    '--leader-elect=true',
    `--requestheader-client-ca-file=${PKI}/front-proxy-ca.crt`,
    `--root-ca-file=${PKI}/ca.crt`,
    `--service-account-private-key-file=${PKI}/sa.key`,
    '--use-service-account-credentials=true',
  ],
  'kube-scheduler': [
    '--authentication-kubeconfig=/etc/kubernetes/scheduler.conf',
    '--authorization-kubeconfig=/etc/kubernetes/scheduler.conf',
    '--bind-address=127.0.0.1',
    '--kubeconfig=/etc/kubernetes/scheduler.conf',
    '--leader-elect=true',
  ],
  etcd: [
    '--advertise-client-urls=https://10.0.0.4:2379',
    `--cert-file=${PKI}/etcd/server.crt`,
    '--client-cert-auth=true',
    '--data-dir=/var/lib/etcd',
    '--feature-gates=InitialCorruptCheck=true',
    '--initial-advertise-peer-urls=https://10.0.0.4:2380',
    '--initial-cluster=one=https://10.0.0.4:2380',
    `--key-file=${PKI}/etcd/server.key`,
    '--listen-client-urls=https://127.0.0.1:2379,https://10.0.0.4:2379',
    '--listen-metrics-urls=http://127.0.0.1:2381',
    '--listen-peer-urls=https://10.0.0.4:2380',
    '--name=one',
    `--peer-cert-file=${PKI}/etcd/peer.crt`,
    '--peer-client-cert-auth=true',
    `--peer-key-file=${PKI}/etcd/peer.key`,
    `--peer-trusted-ca-file=${PKI}/etcd/ca.crt`,
    '--snapshot-count=10000',
    `--trusted-ca-file=${PKI}/etcd/ca.crt`,
    '--watch-progress-notify-interval=5s',
  ],
} as const

// What kubeadm leaves open: the rest it sets as it should be.
const LEFT_OPEN = [
  'api-admission-extra',
  'api-admission-images',
  'api-anonymous',
  'api-encryption-off',
  'api-kubelet-tls',
  'api-profiling',
  'api-profiling',
  'api-profiling',
  'api-sa-tokens-long',
  'api-sa-tokens-max',
]

describe('a control plane as kubeadm makes it', () => {
  it('is blamed for what kubeadm leaves open, and for nothing that it sets', () => {
    expect(complaintsAbout(staticPods())).toEqual(LEFT_OPEN)
  })

  it.each(['v1beta3', 'v1beta4'])('is judged the same by its file (%s)', (version) => {
    const file = `apiVersion: kubeadm.k8s.io/${version}\nkind: ClusterConfiguration\nkubernetesVersion: v1.34.2\n`
    expect(complaintsAbout({ 'kubeadm.yaml': file })).toEqual(LEFT_OPEN)
  })
})

describe('other installers', () => {
  it('are k3s, which checks kubelets and shows no profiles', () => {
    const found = complaintsAbout({ 'etc/rancher/k3s/config.yaml': 'cluster-init: true\n' })
    expect(found).toEqual(
      LEFT_OPEN.filter((id) => !['api-anonymous', 'api-kubelet-tls', 'api-profiling'].includes(id)),
    )
  })

  it('are RKE2, which encrypts unless it is told not to', () => {
    const config = (text: string) => complaintsAbout({ 'etc/rancher/rke2/config.yaml': text })
    expect(config('cni: cilium\n')).not.toContain('api-encryption-off')
    expect(config('secrets-encryption: false\n')).toContain('api-encryption-off')
  })

  it('are Talos, which leaves kubelets unchecked', () => {
    const machine =
      'version: v1alpha1\nmachine:\n  type: controlplane\ncluster:\n  controlPlane:\n    endpoint: https://a.example:6443\n'
    expect(complaintsAbout({ 'controlplane.yaml': machine })).toEqual([
      'api-admission-extra',
      'api-admission-images',
      'api-kubelet-tls',
      'api-sa-tokens-long',
      'api-sa-tokens-max',
    ])
  })

  it('are kOps, which leaves kubelets unchecked and profiles open', () => {
    const cluster = (spec: string) =>
      `apiVersion: kops.k8s.io/v1alpha2\nkind: Cluster\nmetadata: {name: a.example}\nspec:\n  kubernetesVersion: v1.34.2\n  kubeAPIServer: {auditLogMaxAge: 30}\n${spec}`
    expect(complaintsAbout({ 'a.yaml': cluster('  encryptionConfig: true\n') })).toEqual([
      'api-admission-extra',
      'api-admission-images',
      'api-kubelet-tls',
      'api-profiling',
      'api-sa-tokens-long',
      'api-sa-tokens-max',
    ])
    expect(
      complaintsAbout({ 'a.yaml': cluster('  authorization: {alwaysAllow: {}}\n') }),
    ).toContain('api-authz-mode')
    expect(complaintsAbout({ 'a.yaml': cluster('') })).toContain('api-encryption-off')
  })
})

function staticPods(): Files {
  return Object.fromEntries(
    Object.entries(FLAGS).map(([name, flags]) => [
      `manifests/${name}.yaml`,
      staticPod(name, flags),
    ]),
  )
}

function staticPod(name: string, flags: readonly string[]): string {
  const container = {
    name,
    image: name === 'etcd' ? 'registry.k8s.io/etcd:3.6.4-0' : `registry.k8s.io/${name}:v1.34.2`,
    command: [name, ...flags],
  }
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name,
      namespace: 'kube-system',
      labels: { component: name, tier: 'control-plane' },
    },
    spec: { hostNetwork: true, containers: [container] },
  })
}

// The rules about programs of the control plane that complain for sure, in the order of their names.
function complaintsAbout(files: Files): readonly string[] {
  return judge(estateOf(files).scene, CATALOGUE)
    .filter(({ complaint }) => complaint.sure)
    .map(({ rule }) => rule.id)
    .filter((id) => /^(?:api|kcm|etcd)-/.test(id))
    .toSorted()
}
