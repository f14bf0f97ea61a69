import { describe, expect, it } from 'vitest'
import { answersIn, podText } from './answers.testing.ts'

const ESTATE = [
  podText('shop/web', 'app: web'),
  podText('shop/api', 'app: api', 'serviceAccountName: clerk'),
  podText('data/db', 'app: db, tier: back'),
  podText('kube-system/agent', 'app: agent', 'hostNetwork: true'),
  `
apiVersion: v1
kind: Namespace
metadata: { name: shop, labels: { team: sale } }
`,
  `
apiVersion: v1
kind: Namespace
metadata: { name: data, labels: { team: store } }
`,
  `
apiVersion: v1
kind: ServiceAccount
metadata: { name: clerk, namespace: shop, labels: { role: reader } }
`,
  `
apiVersion: v1
kind: ServiceAccount
metadata: { name: default, namespace: shop }
`,
]

const [ALL, NONE] = ['All Connections', 'No Connections']

const policy = (spec: string): string => `
apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: odd, namespace: shop }
spec: { selector: "app == 'web'", ${spec} }
`

const wide = (spec: string, name = 'odd'): string => `
apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata: { name: ${name} }
spec: { ${spec} }
`

interface Answer {
  readonly name: string
  readonly spec: string
  readonly from: string
  readonly open: string
  readonly maybe?: string
}

const allow = (rule: string): string => `ingress: [{ action: Allow, ${rule} }]`
const allowFrom = (source: string): string => allow(`source: { ${source} }`)

describe('a NetworkPolicy of Calico, on the way in', () => {
  const [API, DB, FAR] = ['shop/api', 'data/db', '203.0.113.7']
  it.each<Answer>([
    { name: 'no rule closes', spec: 'ingress: []', from: API, open: NONE },
    {
      name: 'rules for egress alone leave it open',
      spec: 'egress: [{ action: Allow }]',
      from: API,
      open: ALL,
    },
    {
      name: 'an empty rule allows everybody',
      spec: 'ingress: [{ action: Allow }]',
      from: FAR,
      open: ALL,
    },
    { name: 'a selector at home', spec: allowFrom('selector: "all()"'), from: API, open: ALL },
    {
      name: 'a selector is not about elsewhere',
      spec: allowFrom('selector: "all()"'),
      from: DB,
      open: NONE,
    },
    {
      name: 'a selector is not about outside',
      spec: allowFrom('selector: "all()"'),
      from: FAR,
      open: NONE,
    },
    {
      name: 'a namespace',
      spec: allowFrom(`namespaceSelector: "team == 'store'"`),
      from: DB,
      open: ALL,
    },
    {
      name: 'a namespace by its name',
      spec: allowFrom(
        `namespaceSelector: "projectcalico.org/name == 'data'", selector: "has(tier)"`,
      ),
      from: DB,
      open: ALL,
    },
    {
      name: 'what is not selected',
      spec: allowFrom('notSelector: "has(tier)"'),
      from: API,
      open: ALL,
    },
    {
      name: 'a set of values',
      spec: allowFrom(`selector: "app in {'api', 'x'} && !has(tier)"`),
      from: API,
      open: ALL,
    },
    {
      name: 'an account by name',
      spec: allowFrom('serviceAccounts: { names: [clerk] }'),
      from: API,
      open: ALL,
    },
    {
      name: 'an account by label',
      spec: allowFrom(`serviceAccounts: { selector: "role == 'reader'" }`),
      from: API,
      open: ALL,
    },
    {
      name: 'another account',
      spec: allowFrom('serviceAccounts: { names: [boss] }'),
      from: API,
      open: NONE,
    },
    { name: 'a block', spec: allowFrom('nets: [203.0.113.0/24]'), from: FAR, open: ALL },
    {
      name: 'all but a block',
      spec: allowFrom('notNets: [203.0.113.0/24]'),
      from: FAR,
      open: NONE,
    },
    {
      name: 'all but another block',
      spec: allowFrom('notNets: [198.51.100.0/24]'),
      from: FAR,
      open: ALL,
    },
    {
      name: 'pods that may have an address',
      spec: allowFrom('selector: "all()", nets: [10.0.0.0/8]'),
      from: API,
      open: NONE,
      maybe: ALL,
    },
    { name: 'a protocol', spec: allow('protocol: UDP'), from: DB, open: 'UDP 1-65535' },
    { name: 'a protocol by number', spec: allow('protocol: 132'), from: DB, open: 'SCTP 1-65535' },
    {
      name: 'not a protocol',
      spec: allow('notProtocol: TCP'),
      from: DB,
      open: 'SCTP 1-65535,UDP 1-65535',
    },
    {
      name: 'ports',
      spec: allow(`protocol: TCP, destination: { ports: [80, '90:99', http] }`),
      from: DB,
      open: 'TCP 80,90-99,8080',
    },
    {
      name: 'not a port',
      spec: allow('protocol: TCP, destination: { notPorts: [80] }'),
      from: DB,
      open: 'TCP 1-79,81-65535',
    },
    {
      name: 'ports of the source',
      spec: allow('protocol: TCP, source: { ports: [80] }'),
      from: DB,
      open: NONE,
      maybe: 'TCP 1-65535',
    },
    { name: 'ICMP is no port', spec: allow('protocol: ICMP'), from: DB, open: NONE },
    {
      name: 'the first rule decides',
      spec: 'ingress: [{ action: Deny, protocol: TCP }, { action: Allow }]',
      from: DB,
      open: 'SCTP 1-65535,UDP 1-65535',
    },
    {
      name: 'a log decides nothing',
      spec: 'ingress: [{ action: Log }, { action: Allow }]',
      from: DB,
      open: ALL,
    },
    {
      name: 'the last tier passes to who allows all',
      spec: 'ingress: [{ action: Pass }]',
      from: DB,
      open: ALL,
    },
    { name: 'the other family', spec: allow('ipVersion: 6'), from: FAR, open: NONE },
  ])('$name', ({ spec, from, open, maybe = NONE }) => {
    const answers = answersIn(...ESTATE, policy(spec))
    expect(answers.faults).toEqual([])
    expect(answers.open(from, 'shop/web')).toBe(open)
    expect(answers.maybe(from, 'shop/web')).toBe(maybe)
  })
})

describe('a GlobalNetworkPolicy', () => {
  it('selects by namespace, account and label', () => {
    for (const subject of [
      `namespaceSelector: "team == 'store'"`,
      `selector: "projectcalico.org/namespace == 'data'"`,
      'selector: "has(tier)"',
    ]) {
      const answers = answersIn(...ESTATE, wide(subject))
      expect(answers.open('shop/web', 'data/db')).toBe(NONE)
      expect(answers.open('shop/web', 'shop/api')).toBe(ALL)
    }
    const answers = answersIn(...ESTATE, wide(`serviceAccountSelector: "role == 'reader'"`))
    expect(answers.open('shop/web', 'shop/api')).toBe(NONE)
    expect(answers.open('shop/api', 'shop/web')).toBe(ALL)
  })

  it('means sets of addresses by their labels', () => {
    const sets = `
apiVersion: projectcalico.org/v3
kind: GlobalNetworkSet
metadata: { name: far, labels: { role: vpn } }
spec: { nets: [203.0.113.0/24] }
---
apiVersion: projectcalico.org/v3
kind: NetworkSet
metadata: { name: near, namespace: data, labels: { role: vpn } }
spec: { nets: [198.51.100.0/24] }
`
    const answers = answersIn(
      ...ESTATE,
      sets,
      wide(
        `selector: "app == 'db'", ingress: [{ action: Allow, source: { selector: "role == 'vpn'" } }]`,
      ),
      wide(
        `selector: "app == 'web'", ingress: [{ action: Allow, source: { selector: "role == 'vpn'", namespaceSelector: "global()" } }]`,
        'more',
      ),
      wide(
        `selector: "app == 'api'", ingress: [{ action: Allow, source: { notSelector: "role == 'vpn'" } }]`,
        'most',
      ),
    )
    expect(answers.faults).toEqual([])
    const from = ['203.0.113.7', '198.51.100.7', '192.0.2.1']
    expect(from.map((address) => answers.open(address, 'data/db'))).toEqual([ALL, ALL, NONE])
    expect(from.map((address) => answers.open(address, 'shop/web'))).toEqual([ALL, NONE, NONE])
    expect(from.map((address) => answers.open(address, 'shop/api'))).toEqual([NONE, NONE, ALL])
  })

  it('goes by order, and the order of a NetworkPolicy is 1000', () => {
    const open = `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: open, namespace: data }
spec: { podSelector: {}, ingress: [{ from: [{ namespaceSelector: {} }] }] }
`
    const denial = (order: number): string =>
      wide(`order: ${order}, selector: "has(tier)", ingress: [{ action: Deny }]`)
    expect(answersIn(...ESTATE, open, denial(999)).open('shop/web', 'data/db')).toBe(NONE)
    expect(answersIn(...ESTATE, open, denial(1001)).open('shop/web', 'data/db')).toBe(ALL)
  })

  it('goes by name where orders are equal', () => {
    const [first, second] = [
      wide('order: 5, ingress: [{ action: Allow }]', 'a'),
      wide('order: 5, ingress: [{ action: Deny }]', 'b'),
    ]
    for (const texts of [
      [first, second],
      [second, first],
    ])
      expect(answersIn(...ESTATE, ...texts).open('shop/web', 'data/db')).toBe(ALL)
  })
})

describe('a tier of Calico', () => {
  const tier = (name: string, more: string): string => `
apiVersion: projectcalico.org/v3
kind: Tier
metadata: { name: ${name} }
spec: { ${more} }
`
  const inTier = (rules: string): string =>
    wide(`tier: guard, selector: "has(tier)", ${rules}`, 'guard.odd')

  it('drops at its end what it decides nothing about, unless it passes on', () => {
    const answers = (action: string) =>
      answersIn(
        ...ESTATE,
        tier('guard', `order: 10, defaultAction: ${action}`),
        inTier('ingress: [{ action: Deny, protocol: UDP }]'),
      )
    expect(answers('Deny').open('shop/web', 'data/db')).toBe(NONE)
    expect(answers('Pass').open('shop/web', 'data/db')).toBe('SCTP 1-65535,TCP 1-65535')
  })

  it('hands on what passes, before or after those of Kubernetes', () => {
    const closed = `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: closed, namespace: data }
spec: { podSelector: {} }
`
    const answers = (order: number, action: string) =>
      answersIn(
        ...ESTATE,
        closed,
        tier('guard', `order: ${order}`),
        inTier(`ingress: [{ action: ${action} }]`),
      )
    expect(answers(10, 'Allow').open('shop/web', 'data/db')).toBe(ALL)
    expect(answers(10, 'Pass').open('shop/web', 'data/db')).toBe(NONE)
    expect(answers(2_000_000, 'Allow').open('shop/web', 'data/db')).toBe(NONE)
  })

  it('leaves open what its policies say when it was not read', () => {
    const answers = answersIn(...ESTATE, inTier('ingress: [{ action: Deny }]'))
    expect(answers.faults.map((text) => text.split(' ')[0])).toEqual(['REACH_UNREAD'])
    expect(answers.open('shop/web', 'data/db')).toBe(NONE)
    expect(answers.maybe('shop/web', 'data/db')).toBe(ALL)
    expect(answers.open('data/db', 'shop/web')).toBe(NONE)
    expect(answers.open('shop/api', 'shop/web')).toBe(ALL)
  })
})

describe('what of Calico is not understood', () => {
  it.each([
    { name: 'a selector', text: wide('selector: "app ="'), fault: 'REACH_POLICY' },
    { name: 'an action', text: wide('ingress: [{ action: allow }]'), fault: 'REACH_POLICY' },
    {
      name: 'ports without a protocol',
      text: wide('ingress: [{ action: Allow, destination: { ports: [1] } }]'),
      fault: 'REACH_POLICY',
    },
    {
      name: 'an unknown field',
      text: wide('ingress: [{ action: Allow, from: {} }]'),
      fault: 'REACH_POLICY',
    },
    {
      name: 'what nodes pass on',
      text: wide('applyOnForward: true, preDNAT: true'),
      fault: 'REACH_UNREAD',
    },
  ])('leaves all pods open: $name', ({ text, fault }) => {
    const answers = answersIn(...ESTATE, text)
    expect([...new Set(answers.faults.map((line) => line.split(' ')[0]))]).toEqual([fault])
    expect(answers.open('shop/web', 'data/db')).toBe(NONE)
    expect(answers.maybe('shop/web', 'data/db')).toBe(ALL)
  })

  it('leaves nodes open that are endpoints', () => {
    const answers = answersIn(
      ...ESTATE,
      `
apiVersion: crd.projectcalico.org/v1
kind: HostEndpoint
metadata: { name: node }
spec: { node: one, interfaceName: "*" }
`,
    )
    expect(answers.open('shop/web', 'kube-system/agent')).toBe(NONE)
    expect(answers.maybe('shop/web', 'kube-system/agent')).toBe(ALL)
    expect(answers.open('shop/web', 'data/db')).toBe(ALL)
  })

  it('takes no notice of staged policies', () => {
    const answers = answersIn(
      ...ESTATE,
      `
apiVersion: projectcalico.org/v3
kind: StagedGlobalNetworkPolicy
metadata: { name: trial }
spec: { selector: "all()", ingress: [{ action: Deny }] }
`,
    )
    expect(answers.faults).toEqual([])
    expect(answers.open('shop/web', 'data/db')).toBe(ALL)
  })
})
