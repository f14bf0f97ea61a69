import { describe, expect, it } from 'vitest'
import { estateOf, type Files } from '../../intake/estate.testing.ts'
import { CATALOGUE } from '../catalogue.ts'
import { judge } from '../judge.ts'
import { KUBEADM_FLAGS } from './kubeadm-flags.testing.ts'

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
    Object.entries(KUBEADM_FLAGS).map(([name, flags]) => [
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
