import { describe, expect, it } from 'vitest'
import type { AdminPolicy, NaiveCluster, NaivePod, PolicyRule } from './cluster.testing.ts'
import { isAllowed } from './naive.testing.ts'

const podNamed = (name: string, namespace = 'shop'): NaivePod => ({
  name,
  namespace,
  labels: { app: name },
  isOnHost: false,
  ports: [{ name: 'http', protocol: 'TCP', containerPort: 80 }],
})
const [web, db, far] = [podNamed('web'), podNamed('db'), podNamed('far', 'other')]

const only = (
  ingress: readonly PolicyRule[],
  admin: readonly AdminPolicy[] = [],
): NaiveCluster => ({
  namespaces: [{ name: 'shop', labels: { team: 'a' } }],
  pods: [web, db, far],
  policies: [
    {
      metadata: { name: 'db', namespace: 'shop' },
      spec: { podSelector: { matchLabels: { app: 'db' } }, ingress },
    },
  ],
  admin,
})

const denial: AdminPolicy = {
  kind: 'ClusterNetworkPolicy',
  spec: {
    priority: 1,
    subject: { namespaces: {} },
    ingress: [{ action: 'Deny', from: [{ pods: { namespaceSelector: {}, podSelector: {} } }] }],
  },
}

// Held to the documentation's own examples: who judges has to be judged first.
describe('the naive judge', () => {
  const http = { protocol: 'TCP', port: 80 } as const
  it.each([
    { name: 'no rule', cluster: only([]), from: web, is: false },
    { name: 'an empty rule', cluster: only([{}]), from: '203.0.113.1', is: true },
    {
      name: 'a selector at home',
      cluster: only([{ from: [{ podSelector: {} }] }]),
      from: web,
      is: true,
    },
    {
      name: 'a selector elsewhere',
      cluster: only([{ from: [{ podSelector: {} }] }]),
      from: far,
      is: false,
    },
    {
      name: 'the name of a namespace',
      cluster: only([
        {
          from: [
            { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'other' } } },
          ],
        },
      ]),
      from: far,
      is: true,
    },
    { name: 'a named port', cluster: only([{ ports: [{ port: 'http' }] }]), from: web, is: true },
    { name: 'UDP alone', cluster: only([{ ports: [{ protocol: 'UDP' }] }]), from: web, is: false },
    {
      name: 'a range',
      cluster: only([{ ports: [{ port: 1, endPort: 80 }] }]),
      from: web,
      is: true,
    },
    {
      name: 'an exception',
      cluster: only([{ from: [{ ipBlock: { cidr: '0.0.0.0/0', except: ['203.0.113.0/24'] } }] }]),
      from: '203.0.113.1',
      is: false,
    },
    { name: 'an admin who denies', cluster: only([{}], [denial]), from: web, is: false },
    {
      name: 'an admin, from outside',
      cluster: only([{}], [denial]),
      from: '203.0.113.1',
      is: true,
    },
  ])('lets $name decide: $is', ({ cluster, from, is }) => {
    expect(isAllowed(cluster, { from, to: db, ...http })).toBe(is)
  })
})
