import { describe, expect, it } from 'vitest'
import { sceneOf } from '../isolation/scene.testing.ts'
import { answersIn, podText } from './answers.testing.ts'
import { profileOf } from './profile-of.ts'

// What random clusters of the property test do not have: nodes, sidecars, plugins, routes, labels of controllers.

const [ALL, NONE] = ['All Connections', 'No Connections']
const ESTATE = [
  podText('shop/web', 'app: web'),
  podText('shop/db', 'app: db'),
  podText('kube-system/agent', 'app: agent', 'hostNetwork: true'),
]

const policy = (spec: string): string => `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: odd, namespace: shop }
spec: { podSelector: { matchLabels: { app: db } }, ${spec} }
`

const agent = (name: string): string => `
apiVersion: apps/v1
kind: DaemonSet
metadata: { name: ${name}, namespace: kube-system }
spec: { template: { spec: { hostNetwork: true, containers: [{ name: main, image: 'x:1' }] } } }
`

describe('a pod on the network of its node', () => {
  it('is meant by no selector, and may be the node of any pod', () => {
    const answers = answersIn(...ESTATE, policy('ingress: [{ from: [{ namespaceSelector: {} }] }]'))
    expect(answers.open('kube-system/agent', 'shop/db')).toBe(NONE)
    expect(answers.maybe('kube-system/agent', 'shop/db')).toBe(ALL)
    expect(answers.open('shop/web', 'shop/db')).toBe(ALL)
  })

  it('is closed by no policy', () => {
    const all = policy('')
      .replace('{ matchLabels: { app: db } }', '{}')
      .replace('namespace: shop', 'namespace: kube-system')
    expect(answersIn(...ESTATE, all).open('shop/web', 'kube-system/agent')).toBe(ALL)
  })

  it('may also be a process of a Windows node', () => {
    const process = podText(
      'shop/win',
      'app: win',
      'securityContext: { windowsOptions: { hostProcess: true } }',
    )
    const answers = answersIn(...ESTATE, process, policy(''))
    expect(answers.maybe('shop/win', 'shop/db')).toBe(ALL)
  })
})

describe('a block of addresses', () => {
  const block = (cidr: string): string =>
    policy(`ingress: [{ from: [{ ipBlock: { cidr: ${cidr} } }] }]`)
  it.each([
    { name: 'no plugin is known', texts: [], cidr: '10.0.0.0/8', open: NONE, maybe: ALL },
    {
      name: 'the plugin goes by address',
      texts: [agent('calico-node')],
      cidr: '0.0.0.0/0',
      open: ALL,
      maybe: NONE,
    },
    {
      name: 'which addresses pods have is not known',
      texts: [agent('calico-node')],
      cidr: '10.0.0.0/8',
      open: NONE,
      maybe: ALL,
    },
    {
      name: 'no pod has such an address',
      texts: [agent('calico-node')],
      cidr: '203.0.113.0/24',
      open: NONE,
      maybe: NONE,
    },
    {
      name: 'the plugin knows pods by labels',
      texts: [agent('cilium')],
      cidr: '0.0.0.0/0',
      open: NONE,
      maybe: NONE,
    },
  ])('means pods or not, as the plugin says: $name', ({ texts, cidr, open, maybe }) => {
    const answers = answersIn(...ESTATE, ...texts, block(cidr))
    expect(answers.open('shop/web', 'shop/db')).toBe(open)
    expect(answers.maybe('shop/web', 'shop/db')).toBe(maybe)
  })
})

describe('the plugin of an estate', () => {
  it.each([
    { texts: [], name: 'unknown' },
    { texts: [agent('calico-node')], name: 'calico' },
    { texts: [agent('cilium')], name: 'cilium' },
    { texts: [agent('ovnkube-node')], name: 'ovn-kubernetes' },
    { texts: [agent('antrea-agent')], name: 'antrea' },
    { texts: [agent('cilium'), agent('calico-node')], name: 'unknown' },
    {
      texts: ['apiVersion: cilium.io/v2\nkind: CiliumNetworkPolicy\nmetadata: { name: a }'],
      name: 'cilium',
    },
    {
      texts: ['apiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata: { name: a }'],
      name: 'calico',
    },
  ])('is $name', ({ texts, name }) => {
    expect(
      profileOf(sceneOf([podText('shop/web', 'app: web'), ...texts].join('\n---\n'))).name,
    ).toBe(name)
  })

  it('closes nothing when it enforces nothing', () => {
    const flannel = agent('kube-flannel-ds').replace("'x:1'", 'docker.io/flannel/flannel:v0.26.0')
    expect(answersIn(...ESTATE, flannel, policy('')).open('shop/web', 'shop/db')).toBe(ALL)
  })
})

describe('a named port', () => {
  const named = policy('ingress: [{ ports: [{ port: metrics }] }]')
  const withPort = (list: string, more: string): string => `
apiVersion: v1
kind: Pod
metadata: { name: db, namespace: shop, labels: { app: db } }
spec:
  containers: [{ name: main, image: 'x:1' }]
  ${list}: [{ name: side, image: 'x:1', ports: [{ name: metrics, containerPort: 9100 }]${more} }]
`
  it('is also that of a sidecar, and not that of a container that ends', () => {
    const [web = ''] = ESTATE
    const sidecar = withPort('initContainers', ', restartPolicy: Always')
    expect(answersIn(web, sidecar, named).open('shop/web', 'shop/db')).toBe('TCP 9100')
    expect(answersIn(web, withPort('initContainers', ''), named).open('shop/web', 'shop/db')).toBe(
      NONE,
    )
  })

  it('is none outside, and that of each pod inside', () => {
    const out = policy('policyTypes: [Egress], egress: [{ ports: [{ port: http }] }]')
    const answers = answersIn(...ESTATE, out)
    expect(answers.open('shop/db', 'shop/web')).toBe('TCP 8080')
    expect(answers.open('shop/db', '203.0.113.7')).toBe(NONE)
  })
})

describe('labels that controllers add', () => {
  it('leave open whether a policy means a pod', () => {
    const text = policy('').replace('app: db', 'pod-template-hash: x')
    const answers = answersIn(...ESTATE, text)
    expect(answers.open('shop/web', 'shop/db')).toBe(NONE)
    expect(answers.maybe('shop/web', 'shop/db')).toBe(ALL)
  })
})

describe('what an Ingress sends to a pod', () => {
  const way = (spec: string): readonly string[] => [
    'apiVersion: v1\nkind: Service\nmetadata: { name: db, namespace: shop }\nspec: { selector: { app: db }, ports: [{ name: web, port: 80, targetPort: http }] }',
    `apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: { name: db, namespace: shop }\nspec: ${spec}`,
  ]
  it.each([
    {
      name: 'a default backend',
      spec: '{ defaultBackend: { service: { name: db, port: { number: 80 } } } }',
      is: 'TCP 8080',
    },
    {
      name: 'a port by name',
      spec: '{ defaultBackend: { service: { name: db, port: { name: web } } } }',
      is: 'TCP 8080',
    },
    { name: 'a host without paths', spec: '{ rules: [{ host: a.example }] }', is: undefined },
    {
      name: 'a port that the Service has not',
      spec: '{ defaultBackend: { service: { name: db, port: { number: 81 } } } }',
      is: NONE,
    },
  ])('is the port behind its Service: $name', ({ spec, is }) => {
    const answers = answersIn(...ESTATE, ...way(spec))
    const found = answers.open('{ingress-controller}', 'shop/db')
    expect(found).toBe(is ?? NONE)
  })

  it('is closed by a policy, and may pass one that means some pods', () => {
    const texts = way('{ defaultBackend: { service: { name: db, port: { number: 80 } } } }')
    expect(
      answersIn(...ESTATE, ...texts, policy('')).maybe('{ingress-controller}', 'shop/db'),
    ).toBe(NONE)
    const some = policy(
      'ingress: [{ from: [{ namespaceSelector: { matchLabels: { team: edge } } }] }]',
    )
    expect(answersIn(...ESTATE, ...texts, some).maybe('{ingress-controller}', 'shop/db')).toBe(
      'TCP 8080',
    )
  })
})
