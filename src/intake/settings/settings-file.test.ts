import { describe, expect, it } from 'vitest'
import { estateOf, faultsIn, objectsIn } from '../estate.testing.ts'

const TALOS = 'version: v1alpha1\nmachine:\n  type: controlplane\ncluster:\n  apiServer: {}\n'

describe('settings without an apiVersion', () => {
  it.each([
    { name: 'a Talos machine', file: 'cp.yaml', text: TALOS, is: 'MachineConfig/cp.yaml' },
    {
      name: 'a patch of a Talos machine',
      file: 'patch.yaml',
      text: 'version: v1alpha1\nmachine: {kubelet: {}}\ncluster: {}\n',
      is: 'MachineConfig/patch.yaml',
    },
    {
      name: 'k3s by a word of its own',
      file: 'x/k.yaml',
      text: 'token: t\nkube-apiserver-arg: [anonymous-auth=true]\n',
      is: 'K3sConfig/k.yaml',
    },
    {
      name: 'k3s by an added list',
      file: 'k.yml',
      text: 'kubelet-arg+: [read-only-port=10255]\n',
      is: 'K3sConfig/k.yml',
    },
    {
      name: 'k3s by its place',
      file: 'root/etc/rancher/k3s/config.yaml',
      text: 'server: https://10.0.0.1:6443\ntoken: t\n',
      is: 'K3sConfig/config.yaml',
    },
    {
      name: 'RKE2 by its place',
      file: 'etc/rancher/rke2/config.yaml.d/10-x.yaml',
      text: 'profile: cis\n',
      is: 'Rke2Config/10-x.yaml',
    },
    {
      name: 'RKE2 by a word of its own',
      file: 'a.yaml',
      text: 'cni: cilium\nkubelet-arg: [x=y]\n',
      is: 'Rke2Config/a.yaml',
    },
    {
      name: 'RKE2 by its folder',
      file: 'rke2/server.yaml',
      text: 'write-kubeconfig-mode: "0644"\n',
      is: 'Rke2Config/server.yaml',
    },
  ])('are $name', ({ file, text, is }) => {
    const estate = estateOf({ [file]: text })
    expect(objectsIn(estate)).toEqual([`${file} ${is}`])
    expect(estate.faults).toEqual([])
  })

  it.each([
    { name: 'another program', file: 'config.yaml', text: 'server: x\ntoken: y\ndebug: true\n' },
    { name: 'one foreign word', file: 'a.yaml', text: 'kubelet-arg: [a=b]\nreplicas: 3\n' },
    { name: 'a list', file: 'a.yaml', text: '- kubelet-arg: [a=b]\n' },
    { name: 'machines of something else', file: 'a.yaml', text: 'machine: {type: x}\nsize: 2\n' },
    { name: 'a pipeline', file: 'rke2/ci.yaml', text: 'profile: ci\nserver: build\n' },
  ])('are not $name', ({ file, text }) => {
    expect(objectsIn(estateOf({ [file]: text }))).toEqual([])
  })

  it('matter when they are broken where the program would read them', () => {
    const broken = 'token: [\n'
    expect(faultsIn(estateOf({ 'etc/rancher/k3s/config.yaml': broken }))[0]).toContain(
      'INTAKE_YAML',
    )
    expect(faultsIn(estateOf({ 'k3s/config.yaml': broken }))).toEqual(['INTAKE_NOTHING .'])
  })
})

describe('units of systemd', () => {
  it('are read where they start a program of Kubernetes', () => {
    const estate = estateOf({
      'etc/kubelet.service': '[Service]\nExecStart=/usr/bin/kubelet --x\n',
      'etc/kubelet.service.d/10-kubeadm.conf': '[Service]\nEnvironment="KUBELET_ARGS=--y"\n',
      'etc/nginx.conf': 'server { listen 80; }\n',
      'etc/web.service': '[Service]\nExecStart=/usr/bin/web\n',
    })
    expect(objectsIn(estate)).toEqual([
      'etc/kubelet.service Unit/kubelet.service',
      'etc/kubelet.service.d/10-kubeadm.conf Unit/kubelet.service',
    ])
    expect(estate.faults).toEqual([])
  })

  it('matter when they are no text, and others do not', () => {
    const binary = new Uint8Array([0, 1, 2, 3])
    expect(faultsIn(estateOf({ 'a/kubelet.service': binary }))).toEqual([
      'INTAKE_BINARY a/kubelet.service',
    ])
    expect(faultsIn(estateOf({ 'a/other.conf': binary }))).toEqual(['INTAKE_NOTHING .'])
  })
})

describe('settings with an apiVersion but without a name', () => {
  it('are called after their file, and are in no namespace', () => {
    const text = 'apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\n'
    const [resource] = estateOf({ 'nodes/pool.yaml': text }).scene.resources
    expect(resource).toMatchObject({ name: 'pool.yaml', namespace: undefined })
  })
})
