import { describe, expect, it } from 'vitest'
import { valueAt } from '../../model/part.ts'
import { draftAccountTokens } from './account-tokens.ts'
import type { Draft } from './draft.ts'
import { draftEncryptionInTransit } from './encryption-in-transit.ts'
import { draftEgress, draftIsolation } from './isolation.ts'
import { draftNamespaces } from './namespaces.ts'
import { draftResources } from './resources.ts'
import { podIn, sceneOf } from './scene.testing.ts'
import { draftStorageEncryption } from './storage-encryption.ts'

const RESTRICTED = `securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}`
const CAREFUL = 'securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}'

const namesIn = ({ chapters }: Draft) =>
  chapters.flatMap(({ manifests }) => manifests.map((m) => valueAt(m, ['metadata', 'name'])))

const policy = (name: string, types: string, selector = '{}') => `---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: ${name}, namespace: shop}
spec: {podSelector: ${selector}, policyTypes: ${types}}
`

describe('isolation', () => {
  it.each([
    { name: 'an open namespace', yaml: podIn('shop'), names: ['allow-dns', 'default-deny'] },
    {
      name: 'one whose policies select others',
      yaml: podIn('shop') + policy('default-deny', '[Ingress, Egress]', '{matchLabels: {app: db}}'),
      names: ['allow-dns', 'default-deny-2'],
    },
    {
      name: 'one that lets everything out',
      yaml: podIn('shop') + policy('deny', '[Ingress]') + policy('allow-dns', '[Ingress]'),
      names: ['allow-dns-2', 'default-deny'],
    },
    { name: 'a closed one', yaml: podIn('shop') + policy('deny', '[Ingress, Egress]'), names: [] },
    { name: 'pods on the node', yaml: podIn('shop', 'hostNetwork: true'), names: [] },
    { name: "the cluster's own", yaml: podIn('kube-system'), names: [] },
  ])('writes $names for $name', ({ yaml, names }) => {
    expect(namesIn(draftIsolation(sceneOf(yaml)))).toEqual(names)
  })

  it('allows DNS to whatever the cluster says that answers', () => {
    const dns = `---
apiVersion: v1
kind: Service
metadata: {name: kube-dns, namespace: kube-system}
spec: {selector: {app: coredns}, ports: [{port: 53}]}
`
    const text = JSON.stringify(draftIsolation(sceneOf(podIn('shop') + dns)))
    expect(text).toContain('"podSelector":{"matchLabels":{"app":"coredns"}}')
  })

  it('closes the way out alone for egress', () => {
    const { chapters } = draftEgress(sceneOf(podIn('shop') + policy('deny', '[Ingress]')))
    expect(chapters[0]?.manifests.at(-1)?.['spec']).toEqual({
      podSelector: {},
      policyTypes: ['Egress'],
    })
  })
})

describe('namespaces', () => {
  const labelsFor = (yaml: string) =>
    valueAt(draftNamespaces(sceneOf(yaml)).chapters[0]?.manifests[0], ['metadata', 'labels'])
  const namespace = (labels: string) => `---
apiVersion: v1
kind: Namespace
metadata: {name: shop, labels: ${labels}}
`
  const levels = (enforce: string, others = 'restricted') => ({
    'pod-security.kubernetes.io/enforce': enforce,
    'pod-security.kubernetes.io/audit': others,
    'pod-security.kubernetes.io/warn': others,
  })

  it.each([
    { name: 'all keep it', yaml: podIn('shop', RESTRICTED, CAREFUL), labels: levels('restricted') },
    { name: 'some keep baseline', yaml: podIn('shop'), labels: levels('baseline') },
    { name: 'one keeps none', yaml: podIn('shop', 'hostPID: true'), labels: levels('baseline') },
    { name: 'nothing runs', yaml: namespace('{}'), labels: levels('restricted') },
    {
      name: 'somebody chose privileged',
      yaml: namespace('{team: a, pod-security.kubernetes.io/enforce: privileged}'),
      labels: { team: 'a', ...levels('privileged') },
    },
    {
      name: 'somebody chose a level for warnings',
      yaml: namespace('{pod-security.kubernetes.io/warn: baseline}'),
      labels: { ...levels('restricted'), 'pod-security.kubernetes.io/warn': 'baseline' },
    },
  ])('gives the level that fits when $name', ({ yaml, labels }) => {
    expect(labelsFor(yaml)).toEqual(labels)
  })

  it('names what a level will refuse', () => {
    const { chapters } = draftNamespaces(sceneOf(podIn('shop', 'hostPID: true')))
    expect(chapters[0]?.why[1]).toContain('it will be refused when it is next created: web')
  })

  it('leaves out what the cluster itself wrote, and objects that a template hides in part', () => {
    const live = 'metadata: {name: shop, uid: "1", resourceVersion: "7", annotations: {a: b}}'
    const read = `apiVersion: v1\nkind: Namespace\n${live}\nstatus: {phase: Active}\n`
    const [manifest] = draftNamespaces(sceneOf(read)).chapters[0]?.manifests ?? []
    expect(Object.keys(manifest ?? {})).toEqual(['apiVersion', 'kind', 'metadata'])
    expect(valueAt(manifest, ['metadata', 'uid'])).toBeUndefined()
    const hidden = namespace('{team: "${TEAM}"}')
    expect(draftNamespaces(sceneOf(hidden)).chapters).toEqual([])
  })
})

describe('resources', () => {
  const limitFor = (container: string) =>
    valueAt(draftResources(sceneOf(podIn('shop', '', container))).chapters[0]?.manifests[0], [
      'spec',
      'limits',
      0,
      'default',
    ])

  it.each([
    { container: '', cpu: '1', memory: '512Mi' },
    { container: 'resources: {requests: {memory: 2Gi}}', cpu: '1', memory: '2Gi' },
    { container: 'resources: {requests: {cpu: 1500m}}', cpu: '1500m', memory: '512Mi' },
    {
      container: 'resources: {requests: {memory: 2Gi}, limits: {memory: 4Gi}}',
      cpu: '1',
      memory: '512Mi',
    },
  ])('gives no default below a request: $container', ({ container, cpu, memory }) => {
    expect(limitFor(container)).toEqual({ cpu, memory, 'ephemeral-storage': '1Gi' })
  })

  it('adds to a LimitRange only what that does not give', () => {
    const range = `---
apiVersion: v1
kind: LimitRange
metadata: {name: containers, namespace: shop}
spec: {limits: [{type: Container, default: {cpu: "1", memory: 1Gi}}]}
`
    const [first] = draftResources(sceneOf(podIn('shop') + range)).chapters
    expect(namesIn({ chapters: first ? [first] : [], notes: [] })).toEqual(['more-containers'])
    expect(valueAt(first?.manifests[0], ['spec', 'limits', 0, 'default'])).toEqual({
      'ephemeral-storage': '1Gi',
    })
  })
})

describe('account tokens', () => {
  const binding = (account: string) => `---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: reads, namespace: shop}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view}
subjects: [{kind: ServiceAccount, name: ${account}, namespace: shop}]
`
  it.each([
    { name: 'the default account', yaml: podIn('shop'), names: ['default'], notes: 0 },
    {
      name: 'an account without roles',
      yaml: podIn('shop', 'serviceAccountName: web'),
      names: ['web'],
      notes: 0,
    },
    {
      name: 'an account with roles',
      yaml: podIn('shop', 'serviceAccountName: web') + binding('web'),
      names: [],
      notes: 0,
    },
    { name: 'a default with roles', yaml: podIn('shop') + binding('default'), names: [], notes: 1 },
    {
      name: 'a pod that asks for it',
      yaml: podIn('shop', 'automountServiceAccountToken: true'),
      names: [],
      notes: 1,
    },
  ])('are taken from $names for $name', ({ yaml, names, notes }) => {
    const draft = draftAccountTokens(sceneOf(yaml))
    expect(namesIn(draft)).toEqual(names)
    expect(draft.notes).toHaveLength(notes)
  })
})

describe('storage encryption', () => {
  const storageClass = (
    name: string,
    provisioner: string,
    parameters = '{}',
    isDefault = true,
  ) => `---
apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata: {name: ${name}, annotations: {storageclass.kubernetes.io/is-default-class: "${isDefault}"}}
provisioner: ${provisioner}
parameters: ${parameters}
`
  const luks = '{encrypted: "true", csi.storage.k8s.io/node-stage-secret-name: "luks-${pvc.name}"}'

  it('makes a twin of the clear default class for its driver', () => {
    const { chapters } = draftStorageEncryption(sceneOf(storageClass('fast', 'csi.scaleway.com')))
    const [next, former] = chapters[0]?.manifests ?? []
    expect(valueAt(next, ['metadata', 'name'])).toBe('fast-encrypted')
    expect(chapters[0]?.why.join(' ')).toContain('Make the Secret with the passphrase')
    expect(next?.['parameters']).toEqual({
      encrypted: 'true',
      'csi.storage.k8s.io/node-stage-secret-name': 'luks-${pvc.namespace}-${pvc.name}',
      'csi.storage.k8s.io/node-stage-secret-namespace': 'kube-system',
    })
    expect(valueAt(former, ['metadata', 'annotations'])).toEqual({
      'storageclass.kubernetes.io/is-default-class': 'false',
    })
  })

  it('names the passphrase again for volumes that may grow', () => {
    const growing = `${storageClass('fast', 'csi.scaleway.com')}allowVolumeExpansion: true\n`
    const [next] = draftStorageEncryption(sceneOf(growing)).chapters[0]?.manifests ?? []
    expect(next?.['parameters']).toHaveProperty(['csi.storage.k8s.io/node-expand-secret-name'])
  })

  it('prefers an encrypted class that is there', () => {
    const both =
      storageClass('fast', 'csi.scaleway.com') +
      storageClass('safe', 'csi.scaleway.com', luks, false)
    expect(namesIn(draftStorageEncryption(sceneOf(both)))).toEqual(['safe', 'fast'])
  })

  it.each([
    { name: 'an encrypted default', yaml: storageClass('safe', 'csi.scaleway.com', luks) },
    { name: "a provider's own encryption", yaml: storageClass('pd', 'pd.csi.storage.gke.io') },
    { name: 'a driver that nobody knows', yaml: storageClass('x', 'csi.example') },
    { name: 'no class', yaml: podIn('shop') },
  ])('adds nothing to $name', ({ yaml }) => {
    expect(draftStorageEncryption(sceneOf(yaml)).chapters).toEqual([])
  })
})

describe('encryption in transit', () => {
  const ingress = (name: string, annotations = '{}', tls = '') => `---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: ${name}, namespace: shop, annotations: ${annotations}}
spec:
  ${tls}
  rules: [{host: ${name}.shop.example, http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}]}}]
`
  const issuedBy = (issuer: string) => `{cert-manager.io/cluster-issuer: ${issuer}}`

  it("writes the estate's issuer and a certificate for each open host", () => {
    const other = ingress('b', issuedBy('acme'), 'tls: [{hosts: [b.shop.example], secretName: b}]')
    const { chapters } = draftEncryptionInTransit(sceneOf(ingress('a') + other))
    const [manifest] = chapters[0]?.manifests ?? []
    expect(valueAt(manifest, ['metadata', 'annotations'])).toEqual({
      'cert-manager.io/cluster-issuer': 'acme',
    })
    expect(valueAt(manifest, ['spec', 'tls'])).toEqual([
      { hosts: ['a.shop.example'], secretName: 'a-shop-example-tls' },
    ])
  })

  it('leaves the choice between two issuers, or without one, to a person', () => {
    const two = ingress('a', issuedBy('one')) + ingress('b', issuedBy('two'))
    for (const yaml of [two, ingress('a')]) {
      const { chapters, notes } = draftEncryptionInTransit(sceneOf(yaml))
      expect(chapters).toEqual([])
      expect(notes).toHaveLength(1)
    }
  })

  it('makes a mesh of Istio strict, where there is one', () => {
    const mesh =
      'apiVersion: v1\nkind: Namespace\nmetadata: {name: shop, labels: {istio-injection: enabled}}\n'
    expect(namesIn(draftEncryptionInTransit(sceneOf(mesh)))).toEqual(['default'])
    const strict = `${mesh}---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: {name: default, namespace: istio-system}
spec: {mtls: {mode: STRICT}}
`
    expect(draftEncryptionInTransit(sceneOf(strict)).chapters).toEqual([])
  })
})
