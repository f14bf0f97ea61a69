import { describe, expect, it } from 'vitest'
import { sceneOf } from '../../analysis/isolation/scene.testing.ts'
import { netDatabaseWide } from './net-database-wide/rule.ts'
import { netMetadataEgress } from './net-metadata-egress/rule.ts'

const ESTATE = `
apiVersion: v1
kind: Pod
metadata: {name: db, namespace: shop, labels: {app: db}}
spec: {containers: [{name: db, image: 'postgres:17.2'}]}
---
apiVersion: v1
kind: Pod
metadata: {name: web, namespace: web}
spec: {containers: [{name: web, image: 'web:1'}]}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: db, namespace: shop}
spec:
  podSelector: {}
  policyTypes: [Ingress, Egress]
  ingress: [{from: [{namespaceSelector: {}}], ports: [{port: 5432}]}]
  egress: [{to: [{ipBlock: {cidr: 0.0.0.0/0}}]}]`

const admin = (subject: string, rest: string): string => `
---
apiVersion: policy.networking.k8s.io/v1alpha2
kind: ClusterNetworkPolicy
metadata: {name: guard}
spec:
  tier: Admin
  priority: 1
  subject: {namespaces: ${subject}}
  ${rest}`

const DENY = [
  'ingress: [{action: Deny, from: [{namespaces: {}}]}]',
  'egress: [{action: Deny, to: [{networks: [169.254.169.254/32]}]}]',
].join('\n  ')

describe('what another tier denies', () => {
  it.each([
    { name: 'nothing', yaml: '', sure: [[true], [true]] },
    { name: 'all of it', yaml: admin('{}', DENY), sure: [[], []] },
    {
      name: 'perhaps all of it',
      yaml: admin("{matchLabels: {a: '{{ .a }}'}}", DENY),
      sure: [[false], [false]],
    },
    {
      name: 'something of others',
      yaml: admin('{matchLabels: {a: b}}', DENY),
      sure: [[true], [true]],
    },
  ])('decides what a rule opens: $name', ({ yaml, sure }) => {
    const namespaces = `
---
{apiVersion: v1, kind: Namespace, metadata: {name: shop, labels: {a: x}}}
---
{apiVersion: v1, kind: Namespace, metadata: {name: web}}`
    const scene = sceneOf(ESTATE + namespaces + yaml)
    const [policy] = scene.ofKind('NetworkPolicy')
    if (policy === undefined) throw new Error('There is no policy.')
    const told = [netDatabaseWide, netMetadataEgress].map((rule) =>
      rule.check(policy, scene).map((complaint) => complaint.sure),
    )
    expect(told).toEqual(sure)
  })
})
