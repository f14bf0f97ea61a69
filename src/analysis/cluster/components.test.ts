import { describe, expect, it } from 'vitest'
import { estateOf, type Files } from '../../intake/estate.testing.ts'
import type { ComponentName } from '../../model/component.ts'
import { spotOf } from '../../model/place.ts'
import type { Component, Setting } from './component.ts'
import { componentsIn, componentsOf } from './components.ts'
import type { SettingName } from './settings.data.ts'

const POD = `apiVersion: v1
kind: Pod
metadata: {name: kube-apiserver, namespace: kube-system}
spec:
  containers:
    - name: kube-apiserver
      image: registry.k8s.io/kube-apiserver:v1.34.2
      command:
        - kube-apiserver
        - --authorization-mode=Node
        - --authorization-mode=RBAC
        - --profiling
        - "false"
        - --token-auth-file
        - /etc/tokens.csv
        - --anonymous-auth=F
        - --audit-log-path=$(LOG)
`

const KUBELET_UNIT = `[Service]
Environment="KUBELET_CONFIG=--config=/var/lib/kubelet/config.yaml"
ExecStart=/usr/bin/kubelet $KUBELET_CONFIG --read-only-port=10255
`

const KUBELET_FILE = `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication: {anonymous: {enabled: true}}
readOnlyPort: 0
tlsCipherSuites: [A, B]
featureGates: {AllAlpha: true}
`

describe('a static pod', () => {
  it('says what its flags say', () => {
    const files = { 'kube-apiserver.yaml': POD }
    expect(told(files, 'kube-apiserver', 'authorization-mode')).toBe(
      'Node,RBAC by flag at kube-apiserver.yaml:11',
    )
    expect(told(files, 'kube-apiserver', 'token-auth-file')).toBe(
      '/etc/tokens.csv by flag at kube-apiserver.yaml:14',
    )
    expect(told(files, 'kube-apiserver', 'anonymous-auth')).toBe(
      'false by flag at kube-apiserver.yaml:16',
    )
  })

  it('takes a switch without a value for true, whatever word follows', () => {
    expect(told({ 'a.yaml': POD }, 'kube-apiserver', 'profiling')).toBe('true by flag at a.yaml:12')
  })

  it('cannot tell what a variable says', () => {
    expect(told({ 'a.yaml': POD }, 'kube-apiserver', 'audit-log-path')).toBe(
      '? by flag at a.yaml:17',
    )
  })

  it('has the defaults of its release for the rest', () => {
    expect(told({ 'a.yaml': POD }, 'kube-apiserver', 'service-account-lookup')).toBe(
      'true by default at a.yaml:8',
    )
    expect(told({ 'a.yaml': POD }, 'kube-apiserver', 'insecure-port')).toBe(
      '0 by default at a.yaml:8',
    )
    const old = { 'a.yaml': POD.replace('v1.34.2', 'v1.18.0') }
    expect(told(old, 'kube-apiserver', 'insecure-port')).toBe('8080 by default at a.yaml:8')
  })

  it('is found behind a shell', () => {
    const script = podWith(
      '[/bin/sh, -c, "exec /usr/local/bin/kube-apiserver --anonymous-auth=false 2>&1"]',
    )
    expect(told({ 'a.yaml': script }, 'kube-apiserver', 'anonymous-auth')).toBe(
      'false by flag at a.yaml:5',
    )
  })

  it('cannot tell anything that a template may add', () => {
    const open = podWith('[kube-apiserver, "${MORE}", --profiling=false]')
    expect(told({ 'a.yaml': open }, 'kube-apiserver', 'anonymous-auth')).toBe(
      '? by default at a.yaml:5',
    )
    expect(told({ 'a.yaml': open }, 'kube-apiserver', 'profiling')).toBe(
      'false by flag at a.yaml:5',
    )
  })

  it('is not each program with such a name', () => {
    const own = `apiVersion: apps/v1
kind: StatefulSet
metadata: {name: db, namespace: shop}
spec: {template: {spec: {containers: [{name: etcd, image: quay.io/coreos/etcd, command: [etcd]}]}}}
`
    expect(namesIn({ 'a.yaml': own })).toEqual([])
    expect(namesIn({ 'a.yaml': podWith('[systemctl, restart, kubelet]') })).toEqual([])
    expect(namesIn({ 'a.yaml': podWith('[cp, /kubelet, /host/bin/kubelet]') })).toEqual([])
    expect(namesIn({ 'a.yaml': podWith('[nginx, --for=kubelet]') })).toEqual([])
    expect(namesIn({ 'a.yaml': podWith('[nice, -n, "10", /usr/bin/kubelet]') })).toEqual([
      'kubelet',
    ])
  })

  it('takes the environment of etcd for flags', () => {
    const etcd = `apiVersion: v1
kind: Pod
metadata: {name: etcd}
spec: {containers: [{name: etcd, command: [etcd], env: [{name: ETCD_CLIENT_CERT_AUTH, value: "true"}]}]}
`
    expect(told({ 'a.yaml': etcd }, 'etcd', 'client-cert-auth')).toBe('true by flag at a.yaml:4')
    expect(told({ 'a.yaml': etcd }, 'etcd', 'peer-client-cert-auth')).toBe(
      'false by default at a.yaml:4',
    )
  })
})

describe('a kubelet', () => {
  it('joins flags with the file that they name, and flags outrank it', () => {
    const files = {
      'etc/kubelet.service': KUBELET_UNIT,
      'node/var/lib/kubelet/config.yaml': KUBELET_FILE,
    }
    expect(namesIn(files)).toEqual(['kubelet'])
    expect(told(files, 'kubelet', 'readOnlyPort')).toBe('10255 by flag at etc/kubelet.service:3')
    expect(told(files, 'kubelet', 'authentication.anonymous.enabled')).toBe(
      'true by config file at node/var/lib/kubelet/config.yaml:3',
    )
    expect(told(files, 'kubelet', 'authorization.mode')).toBe(
      'Webhook by default at node/var/lib/kubelet/config.yaml:1',
    )
  })

  it('cannot tell what a file says that was not read', () => {
    const files = { 'kubelet.service': KUBELET_UNIT }
    expect(told(files, 'kubelet', 'authorization.mode')).toBe('? by default at kubelet.service:2')
    expect(told(files, 'kubelet', 'readOnlyPort')).toBe('10255 by flag at kubelet.service:3')
  })

  it('cannot tell which of two files is meant', () => {
    const files = {
      'kubelet.service': KUBELET_UNIT,
      'a/config.yaml': KUBELET_FILE,
      'b/config.yaml': KUBELET_FILE,
    }
    expect(namesIn(files)).toEqual(['kubelet', 'kubelet', 'kubelet'])
  })

  it('has bare defaults without a file', () => {
    const files = { 'kubelet.service': '[Service]\nExecStart=/usr/bin/kubelet --v=2\n' }
    expect(told(files, 'kubelet', 'authorization.mode')).toBe(
      'AlwaysAllow by default at kubelet.service:2',
    )
    expect(told(files, 'kubelet', 'readOnlyPort')).toBe('10255 by default at kubelet.service:2')
  })

  it('cannot tell what an unknown variable holds', () => {
    const unit =
      '[Service]\nEnvironmentFile=-/etc/default/kubelet\nExecStart=/usr/bin/kubelet $EXTRA\n'
    expect(told({ 'kubelet.service': unit }, 'kubelet', 'readOnlyPort')).toBe(
      '? by default at kubelet.service:3',
    )
  })

  it('takes the command of an addition in place of the unit', () => {
    const files = {
      'kubelet.service': KUBELET_UNIT,
      'kubelet.service.d/10-kubeadm.conf':
        '[Service]\nExecStart=\nExecStart=/usr/bin/kubelet $KUBELET_CONFIG\n',
      'var/lib/kubelet/config.yaml': KUBELET_FILE,
    }
    expect(namesIn(files)).toEqual(['kubelet'])
    expect(told(files, 'kubelet', 'readOnlyPort')).toBe(
      '0 by config file at var/lib/kubelet/config.yaml:4',
    )
  })

  it('tells lists and mappings of files as flags would', () => {
    const files = { 'k.yaml': KUBELET_FILE }
    expect(told(files, 'kubelet', 'tlsCipherSuites')).toBe('A,B by config file at k.yaml:5')
    expect(told(files, 'kubelet', 'featureGates')).toBe('AllAlpha=true by config file at k.yaml:6')
  })
})

describe('kubeadm', () => {
  const cluster = (version: string, args: string): Files => ({
    'kubeadm.yaml': `apiVersion: kubeadm.k8s.io/${version}\nkind: ClusterConfiguration\napiServer:\n  extraArgs:\n${args}`,
  })

  it.each([
    { version: 'v1beta3', args: '    anonymous-auth: "false"\n' },
    { version: 'v1beta4', args: '    - {name: anonymous-auth, value: "false"}\n' },
  ])('gives arguments in the form of $version', ({ version, args }) => {
    expect(told(cluster(version, args), 'kube-apiserver', 'anonymous-auth')).toBe(
      'false by flag at kubeadm.yaml:5',
    )
  })

  it('outranks its own defaults, and has them for the rest', () => {
    const files = cluster('v1beta3', '    authorization-mode: Webhook\n')
    expect(told(files, 'kube-apiserver', 'authorization-mode')).toBe(
      'Webhook by flag at kubeadm.yaml:5',
    )
    expect(told(files, 'kube-apiserver', 'enable-admission-plugins')).toBe(
      'NodeRestriction by default at kubeadm.yaml:4',
    )
    expect(told(files, 'kube-apiserver', 'anonymous-auth')).toBe(
      'true by default at kubeadm.yaml:4',
    )
    expect(told(files, 'etcd', 'client-cert-auth')).toBe('true by default at kubeadm.yaml:1')
  })

  it('has no etcd of its own when it is given one', () => {
    const files = cluster('v1beta3', '    a: b\netcd: {external: {endpoints: []}}\n')
    expect(namesIn(files)).not.toContain('etcd')
  })

  it('tells the API server of that etcd, and nothing of its own', () => {
    const etcd = 'etcd:\n  external:\n    endpoints: [https://b:2379]\n    caFile: /b/ca.crt\n'
    const files = cluster('v1beta3', `    a: b\n${etcd}`)
    const asked = ['etcd-servers', 'etcd-cafile', 'etcd-certfile'] as const
    expect(asked.map((name) => told(files, 'kube-apiserver', name))).toEqual([
      'https://b:2379 by flag at kubeadm.yaml:8',
      '/b/ca.crt by flag at kubeadm.yaml:9',
      ' by flag at kubeadm.yaml:7',
    ])
  })

  it('joins the kubelet of the same file', () => {
    const files = {
      'kubeadm.yaml': `apiVersion: kubeadm.k8s.io/v1beta3
kind: InitConfiguration
nodeRegistration: {kubeletExtraArgs: {read-only-port: "10255"}}
---
apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
seccompDefault: true
`,
    }
    expect(namesIn(files)).toEqual(['kubelet'])
    expect(told(files, 'kubelet', 'readOnlyPort')).toBe('10255 by flag at kubeadm.yaml:3')
    expect(told(files, 'kubelet', 'seccompDefault')).toBe('true by config file at kubeadm.yaml:7')
    expect(told(files, 'kubelet', 'authentication.x509.clientCAFile')).toBe(
      '/etc/kubernetes/pki/ca.crt by default at kubeadm.yaml:5',
    )
  })

  it('is read inside of Cluster API', () => {
    const files = {
      'capi.yaml': `apiVersion: controlplane.cluster.x-k8s.io/v1beta1
kind: KubeadmControlPlane
metadata: {name: prod}
spec:
  kubeadmConfigSpec:
    clusterConfiguration:
      apiServer: {extraArgs: {profiling: "false"}}
    joinConfiguration:
      nodeRegistration: {kubeletExtraArgs: {anonymous-auth: "true"}}
`,
    }
    expect(told(files, 'kube-apiserver', 'profiling')).toBe('false by flag at capi.yaml:7')
    expect(told(files, 'kubelet', 'authentication.anonymous.enabled')).toBe(
      'true by flag at capi.yaml:9',
    )
  })
})

describe('other installers', () => {
  const K3S = 'kube-apiserver-arg:\n  - anonymous-auth=true\nsecrets-encryption: true\n'

  it('are k3s, whose folder of additions adds to its file', () => {
    const files = {
      'etc/rancher/k3s/config.yaml': K3S,
      'etc/rancher/k3s/config.yaml.d/1.yaml': 'kube-apiserver-arg+: [profiling=true]\n',
    }
    expect(told(files, 'kube-apiserver', 'anonymous-auth')).toBe(
      'true by flag at etc/rancher/k3s/config.yaml:2',
    )
    expect(told(files, 'kube-apiserver', 'profiling')).toBe(
      'true by flag at etc/rancher/k3s/config.yaml.d/1.yaml:1',
    )
    expect(told(files, 'kube-apiserver', 'encryption-provider-config')).toContain('by flag')
    expect(told(files, 'kubelet', 'authorization.mode')).toContain('Webhook by default')
  })

  it('are k3s by its command', () => {
    const unit =
      '[Service]\nExecStart=/usr/local/bin/k3s server \\\n  --kube-apiserver-arg=anonymous-auth=true \\\n  --kubelet-arg read-only-port=10255\n'
    const files = { 'k3s.service': unit }
    expect(told(files, 'kube-apiserver', 'anonymous-auth')).toBe('true by flag at k3s.service:3')
    expect(told(files, 'kubelet', 'readOnlyPort')).toBe('10255 by flag at k3s.service:4')
  })

  it('are agents of k3s, which run no control plane', () => {
    expect(namesIn({ 'a.yaml': 'server: x\nkubelet-arg: [read-only-port=1]\n' })).toEqual([
      'kubelet',
      'kube-proxy',
    ])
  })

  it('are RKE2, whose profile brings an audit log and what else the CIS wants', () => {
    const profile = { 'etc/rancher/rke2/config.yaml': 'profile: cis\ncni: cilium\n' }
    expect(told(profile, 'kube-apiserver', 'anonymous-auth')).toContain('false by default')
    expect(told(profile, 'kube-apiserver', 'audit-log-path')).toMatch(/audit\.log by flag at .*:1$/)
    expect(told(profile, 'kube-apiserver', 'audit-policy-file')).toContain(
      'audit-policy.yaml by flag',
    )
    expect(told(profile, 'kube-apiserver', 'service-account-extend-token-expiration')).toMatch(
      /^false by flag/,
    )
    expect(told(profile, 'kubelet', 'protectKernelDefaults')).toMatch(/^true by flag/)
    const without = { 'etc/rancher/rke2/config.yaml': 'cni: cilium\n' }
    expect(told(without, 'kube-apiserver', 'audit-log-path')).toMatch(/^nothing by default/)
    const policy = { 'etc/rancher/rke2/config.yaml': 'cni: cilium\naudit-policy-file: /a.yaml\n' }
    expect(told(policy, 'kube-apiserver', 'audit-policy-file')).toMatch(/^\/a\.yaml by flag/)
    expect(told(policy, 'kube-apiserver', 'audit-log-maxage')).toMatch(/^30 by flag/)
  })

  it.each([
    { name: 'k3s', path: 'k3s', text: 'cluster-init: true', says: /^net\.ipv4.* by default/ },
    {
      name: 'k3s without it',
      path: 'k3s',
      text: 'disable: [traefik, servicelb]',
      says: /^ by flag/,
    },
    {
      name: 'k3s, in one word',
      path: 'k3s',
      text: 'disable: traefik,servicelb',
      says: /^ by flag/,
    },
    { name: 'a node of k3s', path: 'k3s', text: 'server: https://a:6443', says: /^\? by default/ },
    { name: 'RKE2', path: 'rke2', text: 'cni: cilium', says: /^nothing by default/ },
    {
      name: 'RKE2 with it',
      path: 'rke2',
      text: 'cni: cilium\nenable-servicelb: true',
      says: /^net\.ipv4.* by flag/,
    },
  ])('are what lets pods forward packets for its load balancer: $name', ({ path, text, says }) => {
    const files = { [`etc/rancher/${path}/config.yaml`]: `${text}\n` }
    expect(told(files, 'kubelet', 'allowedUnsafeSysctls')).toMatch(says)
  })

  it('are RKE2, which encrypts unless it is told not to', () => {
    const said = (text: string) =>
      told({ 'etc/rancher/rke2/config.yaml': text }, 'kube-apiserver', 'encryption-provider-config')
    expect(said('cni: cilium\n')).toContain('encryption-config.json by default')
    expect(said('secrets-encryption: false\n')).toMatch(/^ by flag/)
    expect(said('secrets-encryption: ${ON}\n')).toMatch(/^\? by flag/)
  })

  it('are k3s with a store elsewhere', () => {
    const files = { 'etc/rancher/k3s/config.yaml': 'datastore-endpoint: http://a:2379\n' }
    expect(told(files, 'kube-apiserver', 'etcd-servers')).toContain('http://a:2379 by flag')
  })

  it('are Talos, which adds to its own lists', () => {
    const files = {
      'cp.yaml': `version: v1alpha1
machine:
  type: controlplane
  kubelet:
    extraConfig: {readOnlyPort: 10255}
cluster:
  apiServer:
    extraArgs:
      enable-admission-plugins: EventRateLimit
      anonymous-auth: true
`,
      'worker.yaml':
        'version: v1alpha1\nmachine:\n  type: worker\n  kubelet:\n    defaultRuntimeSeccompProfileEnabled: true\n',
    }
    expect(told(files, 'kube-apiserver', 'enable-admission-plugins')).toBe(
      'NodeRestriction,EventRateLimit by flag at cp.yaml:9',
    )
    expect(told(files, 'kube-apiserver', 'anonymous-auth')).toBe('true by flag at cp.yaml:10')
    expect(told(files, 'kubelet', 'readOnlyPort')).toBe('10255 by config file at cp.yaml:5')
    const worker = { 'worker.yaml': files['worker.yaml'] }
    expect(told(worker, 'kubelet', 'seccompDefault')).toBe('true by config file at worker.yaml:5')
  })

  it('are kOps, with the fields that it names after flags', () => {
    const files = {
      'kops.yaml': `apiVersion: kops.k8s.io/v1alpha2
kind: Cluster
metadata: {name: prod.example}
spec:
  kubernetesVersion: 1.33.1
  kubeAPIServer:
    anonymousAuth: false
    auditLogPath: /var/log/audit.log
    oidcClientID: k8s
    appendAdmissionPlugins: [EventRateLimit]
    auditLogMaxAge: 30
    enableProfiling: false
  kubelet: {readOnlyPort: 0}
`,
    }
    expect(told(files, 'kube-apiserver', 'anonymous-auth')).toBe('false by flag at kops.yaml:7')
    expect(told(files, 'kube-apiserver', 'audit-log-path')).toBe(
      '/var/log/audit.log by flag at kops.yaml:8',
    )
    expect(told(files, 'kube-apiserver', 'oidc-client-id')).toBe('k8s by flag at kops.yaml:9')
    expect(told(files, 'kubelet', 'readOnlyPort')).toBe('0 by flag at kops.yaml:13')
    expect(told(files, 'kube-apiserver', 'audit-policy-file')).toBe('? by default at kops.yaml:6')
    expect(told(files, 'kube-apiserver', 'audit-log-maxage')).toBe('30 by flag at kops.yaml:11')
    expect(told(files, 'kube-apiserver', 'profiling')).toBe('false by flag at kops.yaml:12')
    expect(told(files, 'kube-apiserver', 'enable-admission-plugins')).toMatch(
      /,NodeRestriction,.*,EventRateLimit by flag at kops.yaml:10$/,
    )
    expect(told(files, 'kube-apiserver', 'encryption-provider-config')).toMatch(/^ by default/)
  })
})

it('finds the programs of one object', () => {
  const { scene } = estateOf({ 'a.yaml': POD, 'k.yaml': KUBELET_FILE })
  expect(scene.resources.map((r) => componentsOf(r, scene).map(({ name }) => name))).toEqual([
    ['kube-apiserver'],
    ['kubelet'],
  ])
})

it.each([
  { apiVersion: 'kubeadm.k8s.io/v1beta4', value: [{ name: 'profiling', value: 'false' }] },
  { apiVersion: 'kubeadm.k8s.io/v1beta3', value: 'false' },
  { apiVersion: 'kubeadm.k8s.io/v1', value: undefined },
])('writes arguments that are absent in the form of $apiVersion', ({ apiVersion, value }) => {
  const files = { 'a.yaml': `apiVersion: ${apiVersion}\nkind: ClusterConfiguration\n` }
  const scheduler = componentsFrom(files).find(({ name }) => name === 'kube-scheduler')
  const [edit] = scheduler?.set('profiling', 'false') ?? []
  expect(edit?.kind === 'set' ? edit.value : undefined).toEqual(value)
})

function podWith(command: string): string {
  return `apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers: [{name: a, image: a, command: ${command}}]\n`
}

function componentsFrom(files: Files): readonly Component[] {
  return componentsIn(estateOf(files).scene)
}

function namesIn(files: Files): readonly ComponentName[] {
  return componentsFrom(files).map(({ name }) => name)
}

function told(files: Files, name: ComponentName, asked: SettingName): string {
  const component = componentsFrom(files).find((known) => known.name === name)
  if (component === undefined) throw new Error(`There is no ${name}.`)
  return wordsOf(component.setting(asked))
}

function wordsOf({ value, place, sure, from }: Setting): string {
  const { file, line } = spotOf(place)
  return `${sure ? (value ?? 'nothing') : '?'} by ${from} at ${file}:${line}`
}
