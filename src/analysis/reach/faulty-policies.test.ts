import { describe, expect, it } from 'vitest'
import { answersIn, podText } from './answers.testing.ts'

const ESTATE = [
  podText('shop/web', 'app: web'),
  podText('shop/api', 'app: api'),
  podText('data/db', 'app: db'),
]
const [ALL, NONE] = ['All Connections', 'No Connections']

const admin = (name: string, rule: string, priority = 5): string => `
apiVersion: policy.networking.k8s.io/v1alpha1
kind: AdminNetworkPolicy
metadata: { name: ${name} }
spec:
  priority: ${priority}
  subject: { pods: { namespaceSelector: {}, podSelector: { matchLabels: { app: db } } } }
  ingress: [${rule}]
`

const from = (app: string): string =>
  `from: [{ pods: { namespaceSelector: {}, podSelector: { matchLabels: { app: ${app} } } } }]`

describe('admin policies of one priority', () => {
  it.each([
    {
      name: 'they decide one connection differently',
      other: `{ action: Allow, ${from('web')} }`,
      warns: true,
    },
    {
      name: 'one hands on what the other denies',
      other: `{ action: Pass, ${from('web')} }`,
      warns: true,
    },
    {
      name: 'they are about different peers',
      other: `{ action: Allow, ${from('api')} }`,
      warns: false,
    },
    { name: 'they say the same', other: `{ action: Deny, ${from('web')} }`, warns: false },
    {
      name: 'they are about different ports',
      other: `{ action: Allow, ${from('web')}, ports: [{ portNumber: { protocol: UDP, port: 53 } }] }`,
      warns: false,
    },
  ])('warn where they conflict: $name', ({ other, warns }) => {
    const denial = admin(
      'a',
      `{ action: Deny, ${from('web')}, ports: [{ portNumber: { protocol: TCP, port: 80 } }] }`,
    )
    const answers = answersIn(...ESTATE, denial, admin('b', other))
    expect(answers.faults.map((text) => text.split(' ')[0])).toEqual(
      warns ? ['REACH_PRIORITY'] : [],
    )
    expect(answers.maybe('shop/web', 'data/db')).toBe(warns ? 'TCP 80' : NONE)
    expect(answers.open('shop/api', 'data/db')).toBe(ALL)
  })

  it('are told once, however many pods they select', () => {
    const more = [1, 2, 3].map((index) => podText(`more-${index}/db`, `app: db, own: x${index}`))
    const texts = [
      admin('a', `{ action: Deny, ${from('web')} }`),
      admin('b', `{ action: Allow, ${from('web')} }`),
    ]
    expect(answersIn(...ESTATE, ...more, ...texts).faults).toHaveLength(1)
  })

  it('do not warn when their priorities differ', () => {
    const texts = [
      admin('a', `{ action: Deny, ${from('web')} }`),
      admin('b', `{ action: Allow, ${from('web')} }`, 6),
    ]
    const answers = answersIn(...ESTATE, ...texts)
    expect(answers.faults).toEqual([])
    expect(answers.open('shop/web', 'data/db')).toBe(NONE)
  })
})

const plain = (spec: string): string => `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: odd, namespace: data }
spec: ${spec}
`

describe('a policy that cannot be decoded', () => {
  it.each([
    { name: 'no mapping', text: plain('text') },
    { name: 'an unknown field', text: plain('{ podSelector: {}, ingres: [] }') },
    { name: 'a selector that is a list', text: plain('{ podSelector: [] }') },
    { name: 'a number for a label', text: plain('{ podSelector: { matchLabels: { app: 1 } } }') },
    {
      name: 'an unknown operator',
      text: plain('{ podSelector: { matchExpressions: [{ key: app, operator: Has }] } }'),
    },
    { name: 'a type that is none', text: plain('{ podSelector: {}, policyTypes: [ingress] }') },
    { name: 'an empty peer', text: plain('{ podSelector: {}, ingress: [{ from: [{}] }] }') },
    {
      name: 'a block that is none',
      text: plain('{ podSelector: {}, ingress: [{ from: [{ ipBlock: { cidr: 10.0.0.0 } }] }] }'),
    },
    {
      name: 'an exception outside of its block',
      text: plain(
        '{ podSelector: {}, ingress: [{ from: [{ ipBlock: { cidr: 10.0.0.0/8, except: [11.0.0.0/16] } }] }] }',
      ),
    },
    {
      name: 'a protocol in small letters',
      text: plain('{ podSelector: {}, ingress: [{ ports: [{ protocol: tcp, port: 80 }] }] }'),
    },
    {
      name: 'a port that is none',
      text: plain('{ podSelector: {}, ingress: [{ ports: [{ port: 70000 }] }] }'),
    },
    {
      name: 'a range without a number',
      text: plain('{ podSelector: {}, ingress: [{ ports: [{ port: http, endPort: 90 }] }] }'),
    },
    {
      name: 'an admin policy without a subject',
      text: admin('odd', '').replace(/ {2}subject.*\n/, ''),
    },
    {
      name: 'an admin policy with an unknown action',
      text: admin('odd', '{ action: Drop, from: [{ namespaces: {} }] }'),
    },
  ])('is a fault, and the answer is open for whom it may select: $name', ({ text }) => {
    const answers = answersIn(...ESTATE, text)
    expect(answers.faults.length).toBeGreaterThan(0)
    expect(answers.faults.every((fault) => fault.startsWith('REACH_POLICY '))).toBe(true)
    expect(answers.open('shop/web', 'data/db')).toBe(NONE)
    expect(answers.maybe('shop/web', 'data/db')).toBe(ALL)
  })

  it('leaves alone whom it cannot select', () => {
    const text = plain('{ podSelector: { matchLabels: { app: db } }, ingress: [{ from: [{}] }] }')
    const answers = answersIn(...ESTATE, podText('data/other', 'app: other'), text)
    expect(answers.open('shop/web', 'data/other')).toBe(ALL)
    expect(answers.open('data/db', 'shop/web')).toBe(ALL)
    expect(answers.open('shop/web', 'data/db')).toBe(NONE)
  })

  it('says nothing about what another policy allows or closes for sure', () => {
    const odd = plain('{ podSelector: {}, ingress: [{ from: [{}] }] }')
    const allow = plain('{ podSelector: {}, ingress: [{ ports: [{ port: 80 }] }] }').replace(
      'odd',
      'allow',
    )
    const answers = answersIn(...ESTATE, odd, allow)
    expect(answers.open('shop/web', 'data/db')).toBe('TCP 80')
    expect(answers.maybe('shop/web', 'data/db')).toBe('SCTP 1-65535,TCP 1-79,81-65535,UDP 1-65535')
  })

  it('denies before what other admin policies allow', () => {
    const odd = admin('odd', '{ action: Drop, from: [{ namespaces: {} }] }', 1)
    const allow = admin('allow', `{ action: Allow, ${from('web')} }`, 9)
    const answers = answersIn(...ESTATE, odd, allow)
    expect(answers.open('shop/web', 'data/db')).toBe(NONE)
    expect(answers.maybe('shop/web', 'data/db')).toBe(ALL)
  })
})
