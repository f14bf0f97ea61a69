import { describe, expect, it } from 'vitest'
import type { Scene } from '../../../model/scene.ts'
import { configure } from '../configure.ts'
import { applied } from '../overlay.ts'
import { sceneOf } from '../scene.testing.ts'
import { proofLines } from './proof-text.ts'
import { isSound, prove, type Fate } from './prove.ts'

const LIBRARY = { guides: new Map(), pages: new Map() }

const workload = (name: string, labels: string, container: string): string => `---
apiVersion: apps/v1
kind: Deployment
metadata: {name: ${name}, namespace: shop}
spec:
  selector: {matchLabels: ${labels}}
  template:
    metadata: {labels: ${labels}}
    spec: {containers: [{name: main, image: 'x:1', ${container}}]}
`

const service = (name: string, selector: string, port: number): string => `---
apiVersion: v1
kind: Service
metadata: {name: ${name}, namespace: shop}
spec: {selector: ${selector}, ports: [{port: ${port}}]}
`

const SHOP =
  workload('web', '{app: web}', "env: [{name: DB, value: 'db:5432'}]") +
  workload('db', '{app: db}', 'ports: [{containerPort: 5432}]') +
  service('db', '{app: db}', 5432)

const after = (before: Scene): Scene =>
  configure(['isolation', 'egress'], before, { library: LIBRARY }).done

const POLICY = `---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  namespace: shop
  labels: {app.kubernetes.io/managed-by: portolan}
`

describe('the proof of a configuration', () => {
  const before = sceneOf(SHOP)
  const done = after(before)

  it('keeps what is meant, closes the rest, and needs each rule', () => {
    const proof = prove(before, done)
    expect(isSound(proof)).toBe(true)
    expect(proof.flows.map(({ fate }) => fate)).not.toContain('closedBefore')
    expect(proof.closed).toMatchObject({ before: 2, after: 1, opened: [] })
    expect(proof.doors.map(({ name, after: left }) => [name, left])).toEqual([
      ['metadata', []],
      ['kubelet', []],
      ['internet', []],
    ])
    expect(proof.remaining).toEqual([])
  })

  it('tells what a rule too few loses', () => {
    const gone = POLICY.replace('metadata:', 'metadata:\n  name: allow-db')
    const proof = prove(before, applied(done, '', gone))
    expect(isSound(proof)).toBe(false)
    expect(proofLines(proof).slice(0, 3)).toEqual([
      'Meant and kept: 4 of 5 connections; lost: 1.',
      'Lost:',
      '  shop/web[Deployment] > shop/db[Deployment], TCP 5432',
    ])
  })

  it('tells of a rule too many', () => {
    const more = `${POLICY.replace('metadata:', 'metadata:\n  name: more')}spec: {podSelector: {matchLabels: {app: db}}, ingress: [{from: [{podSelector: {}}], ports: [{port: 5432}]}]}\n`
    const proof = prove(before, applied(done, more))
    expect(isSound(proof)).toBe(false)
    expect(proof.unneeded.map(({ policy }) => policy)).toEqual(['allow-db', 'more'])
    expect(proofLines(proof)).toContain('Rules written: 4; not needed: 2.')
  })

  it('names what stays open by the policy of somebody else', () => {
    const wide = `${POLICY.replace('metadata:', 'metadata:\n  name: wide').replace('portolan', 'helm')}spec: {podSelector: {matchLabels: {app: db}}, ingress: [{}]}\n`
    const open = sceneOf(SHOP + wide)
    const { remaining } = prove(open, after(open))
    expect(remaining.map(({ to, because }) => `${to} ${because.join()}`)).toContain(
      'shop/db[Deployment] NetworkPolicy shop/wide',
    )
  })

  it('tells what others closed before apart from what is lost', () => {
    const deny = `${POLICY.replace('metadata:', 'metadata:\n  name: deny').replace('portolan', 'helm')}spec: {podSelector: {}, policyTypes: [Ingress]}\n`
    const closed = sceneOf(SHOP + deny)
    const fates = prove(closed, after(closed)).flows.map(({ fate }): Fate => fate)
    expect(fates.filter((fate) => fate !== 'kept')).toEqual(['closedBefore'])
  })
})

describe('policies that lose nothing', () => {
  it.each([
    {
      name: 'workloads whose labels overlap, and that one rule lets through',
      yaml:
        workload('es', '{app: es}', "env: [{name: DB, value: 'db:5432'}]") +
        workload('es-data', '{app: es, role: data}', "env: [{name: DB, value: 'db:5432'}]") +
        workload('db', '{app: db}', 'ports: [{containerPort: 5432}]') +
        service('db', '{app: db}', 5432),
    },
    {
      name: 'a pod without a label, which gets one',
      yaml: `---
apiVersion: v1
kind: Pod
metadata: {name: bare, namespace: shop}
spec: {containers: [{name: main, image: 'x:1', ports: [{containerPort: 80, hostPort: 80}]}]}
`,
    },
    {
      name: 'a Service of its own namespace whose pods were not read',
      yaml: workload('web', '{app: web}', "env: [{name: DB, value: 'http://db.shop.svc:9090'}]"),
    },
    {
      name: 'workloads that name no namespace beside some that do',
      yaml: (SHOP + workload('far', '{app: far}', ''))
        .replaceAll(/metadata: \{name: (web|db), namespace: shop\}/g, 'metadata: {name: $1}')
        .replaceAll('namespace: shop', 'namespace: default'),
    },
  ])('are written for $name', ({ yaml }) => {
    const before = sceneOf(yaml)
    const done = after(before)
    const proof = prove(before, done)
    expect(proof.flows.filter(({ fate }) => fate === 'lost')).toEqual([])
    expect(proof.unneeded).toEqual([])
    expect(proof.rules).toBeGreaterThan(0)
    expect(proof.flows.some(({ flow }) => flow.to.kind !== 'dns')).toBe(true)
    // Written once more they are the same.
    expect(
      configure(['isolation', 'egress'], done, { library: LIBRARY }).configurations,
    ).toMatchObject([{ chapters: [] }, { chapters: [] }])
  })
})

describe('the admin tier', () => {
  const before = sceneOf(SHOP)
  const inTier = (scene: Scene, tier: 'admin' | 'namespace') =>
    configure(['isolation', 'egress'], scene, { library: LIBRARY, tier })
  const { done } = inTier(before, 'admin')

  it('says once what holds for all namespaces', () => {
    const written = done.resources.filter(({ kind }) => kind.endsWith('NetworkPolicy'))
    expect(written.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'ClusterNetworkPolicy portolan-guard',
      'NetworkPolicy allow-web',
      'NetworkPolicy allow-db',
      'NetworkPolicy default-deny',
    ])
    const proof = prove(before, done)
    expect(isSound(proof)).toBe(true)
    expect(proof.flows.map(({ fate }) => fate)).not.toContain('lost')
  })

  it('stays where it is, asked for again or not', () => {
    for (const tier of ['admin', 'namespace'] as const)
      expect(inTier(done, tier).configurations).toMatchObject([{ chapters: [] }, { chapters: [] }])
  })

  it('keeps pods from metadata that a policy of their own opens', () => {
    const wide = `${POLICY.replace('metadata:', 'metadata:\n  name: wide').replace('portolan', 'helm')}spec: {podSelector: {matchLabels: {app: db}}, policyTypes: [Egress], egress: [{}]}\n`
    const open = sceneOf(SHOP + wide)
    const leftBy = (tier: 'admin' | 'namespace') =>
      prove(open, configure(['isolation'], open, { library: LIBRARY, tier }).done).doors.find(
        ({ name }) => name === 'metadata',
      )?.after
    expect(leftBy('namespace')).toEqual(['shop/db[Deployment]'])
    expect(leftBy('admin')).toEqual([])
  })
})

describe('policies for hosts outside', () => {
  const agent = `---
apiVersion: apps/v1
kind: DaemonSet
metadata: {name: cilium, namespace: kube-system}
spec:
  selector: {matchLabels: {k8s-app: cilium}}
  template:
    metadata: {labels: {k8s-app: cilium}}
    spec: {hostNetwork: true, containers: [{name: agent, image: 'quay.io/cilium/cilium:v1.18.2'}]}
`
  const shop = workload('web', '{app: web}', "env: [{name: PSP, value: 'https://api.psp.example'}]")
  const policiesFor = (yaml: string) =>
    after(sceneOf(yaml))
      .resources.filter(({ kind }) => kind.endsWith('NetworkPolicy'))
      .map(({ kind, name }) => `${kind} ${name}`)

  it('name them where Cilium looks names up', () => {
    const before = sceneOf(shop + agent)
    const done = after(before)
    const [policy] = done.ofKind('cilium.io/CiliumNetworkPolicy')
    expect(policy?.get('spec')?.value).toEqual({
      endpointSelector: { matchLabels: { app: 'web' } },
      egress: [
        {
          toEndpoints: [
            {
              matchLabels: {
                'k8s:io.kubernetes.pod.namespace': 'kube-system',
                'k8s:k8s-app': 'kube-dns',
              },
            },
          ],
          toPorts: [
            { ports: [{ port: '53', protocol: 'ANY' }], rules: { dns: [{ matchPattern: '*' }] } },
          ],
        },
        {
          toFQDNs: [{ matchName: 'api.psp.example' }],
          toPorts: [{ ports: [{ port: '443', protocol: 'TCP' }] }],
        },
      ],
    })
    const proof = prove(before, done)
    expect(isSound(proof)).toBe(true)
    expect(proof.flows.filter(({ fate }) => fate === 'named')).toHaveLength(1)
    expect(
      configure(['isolation', 'egress'], done, { library: LIBRARY }).configurations,
    ).toMatchObject([{ chapters: [] }, { chapters: [] }])
  })

  it('name the API server, which no block of addresses means to Cilium', () => {
    const rights = `---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: web, namespace: shop}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: web}
subjects: [{kind: ServiceAccount, name: default, namespace: shop}]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: {name: web, namespace: shop}
rules: [{apiGroups: [''], resources: [pods], verbs: [list]}]
`
    const before = sceneOf(workload('web', '{app: web}', '') + rights + agent)
    const done = after(before)
    const [policy] = done.ofKind('cilium.io/CiliumNetworkPolicy')
    expect(policy?.get('spec', 'egress', 0, 'toEntities')?.value).toEqual(['kube-apiserver'])
    const proof = prove(before, done)
    expect(isSound(proof)).toBe(true)
    const fates = proof.flows.filter(({ flow }) => flow.to.kind === 'apiServer')
    expect([...new Set(fates.map(({ fate }) => fate))]).toEqual(['named'])
  })

  it('lead to the whole internet where nothing does', () => {
    expect(policiesFor(shop)).toEqual([
      'NetworkPolicy allow-web',
      'NetworkPolicy allow-dns',
      'NetworkPolicy default-deny',
    ])
    expect(policiesFor(shop + agent)).toEqual([
      'CiliumNetworkPolicy allow-web',
      'NetworkPolicy allow-dns',
      'NetworkPolicy default-deny',
    ])
  })
})
