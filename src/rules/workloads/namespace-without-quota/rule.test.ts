import { describe, expect, it } from 'vitest'
import { chargesUnder, messagesOf } from '../../../../test/rules/charges.ts'
import { namespaceWithoutQuota } from './rule.ts'

describe('namespace-without-quota', () => {
  it.each([
    {
      name: 'a quota that names no namespace',
      other: 'kind: ResourceQuota, metadata: { name: q }',
    },
    {
      name: 'a quota whose namespace is a placeholder',
      other: 'kind: ResourceQuota, metadata: { name: q, namespace: "${NAMESPACE}" }',
    },
    {
      name: 'a quota of OpenShift, which selects namespaces',
      other: 'apiVersion: quota.openshift.io/v1, kind: ClusterResourceQuota, metadata: { name: q }',
    },
  ])('cannot tell beside $name', ({ other }) => {
    const apiVersion = other.startsWith('kind') ? 'apiVersion: v1, ' : ''
    const manifest = `
{ apiVersion: v1, kind: Namespace, metadata: { name: shop } }
---
{ ${apiVersion}${other} }
`
    expect(messagesOf(chargesUnder('1.37', namespaceWithoutQuota, manifest))).toEqual([
      `? Namespace "shop" may have no quota: where the estate's quotas apply cannot be told.`,
    ])
  })
})
