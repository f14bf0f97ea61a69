import { describe, expect, it } from 'vitest'
import { answersIn, podText } from './answers.testing.ts'

const ESTATE = [
  podText('shop/web', 'app: web'),
  podText('shop/api', 'app: api', 'serviceAccountName: clerk'),
  podText('data/db', 'app: db'),
  podText('kube-system/agent', 'app: agent', 'hostNetwork: true'),
  `
apiVersion: v1
kind: Namespace
metadata: { name: data, labels: { team: store } }
`,
  `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ port: 80, targetPort: 8080 }] }
`,
]

const [ALL, NONE] = ['All Connections', 'No Connections']

interface Answer {
  readonly name: string
  /** The rule, without its selector: it is about shop/web, or db for a policy of the cluster. */
  readonly rule: string
  readonly from?: string
  readonly to?: string
  readonly open: string
  readonly maybe?: string
}

const policy = (rule: string): string => `
apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata: { name: odd, namespace: shop }
spec:
  endpointSelector: { matchLabels: { app: web } }
  ${rule}
`

const wide = (
  rule: string,
  selector = 'endpointSelector: { matchLabels: { app: db } }',
): string => `
apiVersion: cilium.io/v2
kind: CiliumClusterwideNetworkPolicy
metadata: { name: odd }
spec:
  ${selector}
  ${rule}
`

describe('a CiliumNetworkPolicy on the way in', () => {
  const API = { from: 'shop/api', to: 'shop/web' }
  const DB = { from: 'data/db', to: 'shop/web' }
  const FAR = { from: '203.0.113.7', to: 'shop/web' }
  it.each<Answer>([
    { name: 'an empty rule closes', rule: 'ingress: [{}]', ...API, open: NONE },
    { name: 'an empty list closes nothing', rule: 'ingress: []', ...API, open: ALL },
    { name: 'any pod at home', rule: 'ingress: [{ fromEndpoints: [{}] }]', ...API, open: ALL },
    { name: 'none from elsewhere', rule: 'ingress: [{ fromEndpoints: [{}] }]', ...DB, open: NONE },
    {
      name: 'an empty list is nobody',
      rule: 'ingress: [{ fromEndpoints: [] }]',
      ...API,
      open: NONE,
    },
    {
      name: 'a prefix of Kubernetes',
      rule: 'ingress: [{ fromEndpoints: [{ matchLabels: { "k8s:app": api } }] }]',
      ...API,
      open: ALL,
    },
    {
      name: 'a namespace by name',
      rule: 'ingress: [{ fromEndpoints: [{ matchLabels: { "k8s:io.kubernetes.pod.namespace": data } }] }]',
      ...DB,
      open: ALL,
    },
    {
      name: 'a namespace by label',
      rule: 'ingress: [{ fromEndpoints: [{ matchLabels: { io.cilium.k8s.namespace.labels.team: store } }] }]',
      ...DB,
      open: ALL,
    },
    {
      name: 'an account',
      rule: 'ingress: [{ fromEndpoints: [{ matchLabels: { io.cilium.k8s.policy.serviceaccount: clerk } }] }]',
      ...API,
      open: ALL,
    },
    {
      name: 'ports alone, from anybody',
      rule: 'ingress: [{ toPorts: [{ ports: [{ port: "80" }] }] }]',
      ...FAR,
      open: 'SCTP 80,TCP 80,UDP 80',
    },
    {
      name: 'a named port',
      rule: 'ingress: [{ toPorts: [{ ports: [{ port: http, protocol: TCP }] }] }]',
      ...DB,
      open: 'TCP 8080',
    },
    {
      name: 'a range of ports',
      rule: 'ingress: [{ toPorts: [{ ports: [{ port: "80", endPort: 90, protocol: UDP }] }] }]',
      ...DB,
      open: 'UDP 80-90',
    },
    {
      name: 'all ports of a protocol',
      rule: 'ingress: [{ toPorts: [{ ports: [{ port: "0", protocol: TCP }] }] }]',
      ...DB,
      open: 'TCP 1-65535',
    },
    {
      name: 'ICMP alone is no port',
      rule: 'ingress: [{ icmps: [{ fields: [{ type: 8 }] }] }]',
      ...API,
      open: NONE,
    },
    {
      name: 'the world is no pod',
      rule: 'ingress: [{ fromEntities: [world] }]',
      ...API,
      open: NONE,
    },
    { name: 'the world', rule: 'ingress: [{ fromEntities: [world] }]', ...FAR, open: ALL },
    { name: 'the cluster', rule: 'ingress: [{ fromEntities: [cluster] }]', ...DB, open: ALL },
    {
      name: 'the cluster has no outside',
      rule: 'ingress: [{ fromEntities: [cluster] }]',
      ...FAR,
      open: NONE,
    },
    { name: 'everybody', rule: 'ingress: [{ fromEntities: [all] }]', ...FAR, open: ALL },
    {
      name: 'an entity by its label',
      rule: 'ingress: [{ fromEndpoints: [{ matchLabels: { "reserved:world": "" } }] }]',
      ...FAR,
      open: ALL,
    },
    { name: 'a block', rule: 'ingress: [{ fromCIDR: [203.0.113.0/24] }]', ...FAR, open: ALL },
    { name: 'an address', rule: 'ingress: [{ fromCIDR: [203.0.113.7] }]', ...FAR, open: ALL },
    {
      name: 'a block holds no pod',
      rule: 'ingress: [{ fromCIDR: [0.0.0.0/0] }]',
      ...API,
      open: NONE,
    },
    {
      name: 'an exception',
      rule: 'ingress: [{ fromCIDRSet: [{ cidr: 203.0.113.0/24, except: [203.0.113.0/28] }] }]',
      ...FAR,
      open: NONE,
    },
    {
      name: 'the API server',
      rule: 'ingress: [{ fromEntities: [kube-apiserver] }]',
      ...FAR,
      open: NONE,
      maybe: ALL,
    },
    {
      name: 'a denial before what is allowed',
      rule: 'ingress: [{ fromEntities: [all] }]\n  ingressDeny: [{ fromEndpoints: [{}], toPorts: [{ ports: [{ port: "22", protocol: TCP }] }] }]',
      ...API,
      open: 'SCTP 1-65535,TCP 1-21,23-65535,UDP 1-65535',
    },
    {
      name: 'a denial that closes the rest',
      rule: 'ingressDeny: [{ fromEntities: [world] }]',
      ...API,
      open: NONE,
    },
    {
      name: 'a denial that leaves the rest',
      rule: 'enableDefaultDeny: { ingress: false }\n  ingressDeny: [{ fromEntities: [world] }]',
      ...API,
      open: ALL,
    },
  ])('$name', ({ rule, from = '', to = '', open, maybe = NONE }) => {
    const answers = answersIn(...ESTATE, policy(rule))
    expect(answers.faults).toEqual([])
    expect(answers.open(from, to)).toBe(open)
    expect(answers.maybe(from, to)).toBe(maybe)
  })
})

describe('a CiliumNetworkPolicy on the way out', () => {
  const DB = { from: 'shop/web', to: 'data/db' }
  const FAR = { from: 'shop/web', to: '203.0.113.7' }
  it.each<Answer>([
    {
      name: 'names that only a resolver knows',
      rule: 'egress: [{ toFQDNs: [{ matchName: a.example }] }]',
      ...FAR,
      open: NONE,
      maybe: ALL,
    },
    {
      name: 'names are no pods',
      rule: 'egress: [{ toFQDNs: [{ matchName: a.example }] }]',
      ...DB,
      open: NONE,
    },
    {
      name: 'what stands behind a Service',
      rule: 'egress: [{ toServices: [{ k8sService: { serviceName: web, namespace: shop } }] }]',
      from: 'shop/web',
      to: 'shop/api',
      open: NONE,
    },
    {
      name: 'a group of blocks that is not there',
      rule: 'egress: [{ toCIDRSet: [{ cidrGroupRef: far }] }]',
      ...FAR,
      open: NONE,
      maybe: ALL,
    },
  ])('$name', ({ rule, from = '', to = '', open, maybe = NONE }) => {
    const answers = answersIn(...ESTATE, policy(rule))
    expect(answers.faults).toEqual([])
    expect(answers.open(from, to)).toBe(open)
    expect(answers.maybe(from, to)).toBe(maybe)
  })

  it('takes a name for one number of the whole cluster, unless pods differ in it', () => {
    const rule = policy('egress: [{ toPorts: [{ ports: [{ port: http, protocol: TCP }] }] }]')
    expect(answersIn(...ESTATE, rule).open('shop/web', 'data/db')).toBe('TCP 8080')
    const other = podText('shop/odd', 'app: odd').replace('8080', '9090')
    const answers = answersIn(...ESTATE, other, rule)
    expect(answers.open('shop/web', 'data/db')).toBe(NONE)
    expect(answers.maybe('shop/web', 'data/db')).toBe('TCP 8080,9090')
  })

  it('finds a group of blocks', () => {
    const group = `
apiVersion: cilium.io/v2
kind: CiliumCIDRGroup
metadata: { name: far, labels: { role: vpn } }
spec: { externalCIDRs: [203.0.113.0/24] }
`
    for (const source of [
      'cidrGroupRef: far',
      'cidrGroupSelector: { matchLabels: { role: vpn } }',
    ]) {
      const answers = answersIn(
        ...ESTATE,
        group,
        policy(`egress: [{ toCIDRSet: [{ ${source} }] }]`),
      )
      expect(answers.open('shop/web', '203.0.113.7')).toBe(ALL)
      expect(answers.open('shop/web', '198.51.100.7')).toBe(NONE)
    }
  })

  it('says where requests narrow a rule further', () => {
    const rule =
      '{ toEntities: [all], toPorts: [{ ports: [{ port: "80", protocol: TCP }], rules: { http: [{ method: GET }] } }] }'
    const answers = answersIn(...ESTATE, policy(`egress: [${rule}]`))
    expect(answers.open('shop/web', 'data/db')).toBe('TCP 80')
    expect(answers.reasons('shop/web', 'data/db').flatMap(({ narrowed }) => narrowed)).toEqual([
      'requests',
    ])
  })
})

describe('a CiliumClusterwideNetworkPolicy', () => {
  it('means pods of every namespace', () => {
    const answers = answersIn(
      ...ESTATE,
      wide('ingress: [{ fromEndpoints: [{ matchLabels: { app: web } }] }]'),
    )
    expect(answers.open('shop/web', 'data/db')).toBe(ALL)
    expect(answers.open('shop/api', 'data/db')).toBe(NONE)
  })

  it('leaves open what happens to nodes', () => {
    const answers = answersIn(...ESTATE, wide('ingress: [{}]', 'nodeSelector: {}'))
    expect(answers.faults).toEqual([])
    expect(answers.open('shop/web', 'kube-system/agent')).toBe(NONE)
    expect(answers.maybe('shop/web', 'kube-system/agent')).toBe(ALL)
    expect(answers.open('shop/web', 'data/db')).toBe(ALL)
  })

  it('denies what a NetworkPolicy allows', () => {
    const open = `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: open, namespace: data }
spec: { podSelector: {}, ingress: [{}] }
`
    const answers = answersIn(...ESTATE, open, wide('ingressDeny: [{ fromEntities: [world] }]'))
    expect(answers.open('203.0.113.7', 'data/db')).toBe(NONE)
    expect(answers.open('shop/api', 'data/db')).toBe(ALL)
  })

  it('adds to what a NetworkPolicy allows', () => {
    const closed = `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: closed, namespace: data }
spec: { podSelector: {} }
`
    const answers = answersIn(...ESTATE, closed, wide('ingress: [{ fromEntities: [world] }]'))
    expect(answers.open('203.0.113.7', 'data/db')).toBe(ALL)
    expect(answers.open('shop/api', 'data/db')).toBe(NONE)
  })
})

describe('a policy of Cilium that is not understood', () => {
  it.each([
    {
      name: 'a number in place of text',
      rule: 'ingress: [{ toPorts: [{ ports: [{ port: 80 }] }] }]',
      fault: 'REACH_POLICY',
    },
    { name: 'an unknown field', rule: 'ingress: [{ fromNowhere: [] }]', fault: 'REACH_POLICY' },
    {
      name: 'an unknown entity',
      rule: 'ingress: [{ fromEntities: [moon] }]',
      fault: 'REACH_POLICY',
    },
    {
      name: 'peers of two sorts',
      rule: 'ingress: [{ fromEntities: [all], fromCIDR: [10.0.0.0/8] }]',
      fault: 'REACH_POLICY',
    },
    {
      name: 'what takes away from others',
      rule: 'ingress: [{ fromRequires: [{}] }]',
      fault: 'REACH_UNREAD',
    },
    {
      name: 'a group of a cloud',
      rule: 'ingress: [{ fromGroups: [{ aws: {} }] }]',
      fault: 'REACH_UNREAD',
    },
  ])('leaves open whom it selects: $name', ({ rule, fault }) => {
    const answers = answersIn(...ESTATE, policy(rule))
    expect(answers.faults.map((text) => text.split(' ')[0])).toEqual([fault])
    expect(answers.open('203.0.113.7', 'shop/web')).toBe(NONE)
    expect(answers.maybe('203.0.113.7', 'shop/web')).toBe(ALL)
    // Nobody else is doubted for it.
    expect(answers.open('203.0.113.7', 'shop/api')).toBe(ALL)
  })
})
