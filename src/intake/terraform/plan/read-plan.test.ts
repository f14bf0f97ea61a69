import { describe, expect, it } from 'vitest'
import { spotOf } from '../../../model/place.ts'
import { estateOf } from '../../estate.testing.ts'

const PLAN = {
  format_version: '1.2',
  terraform_version: '1.13.0',
  planned_values: {
    root_module: {
      resources: [
        {
          address: 'scaleway_k8s_acl.acl',
          mode: 'managed',
          type: 'scaleway_k8s_acl',
          name: 'acl',
          values: { no_ip_allowed: null, acl_rules: [{ ip: '0.0.0.0/0' }], empty: [] },
          sensitive_values: { acl_rules: [{}] },
        },
        {
          address: 'kubernetes_namespace.shop',
          mode: 'managed',
          type: 'kubernetes_namespace',
          name: 'shop',
          values: { metadata: [{ name: 'shop', labels: null }] },
          sensitive_values: {},
        },
      ],
      child_modules: [
        {
          address: 'module.db["a"]',
          resources: [
            {
              address: 'module.db["a"].scaleway_rdb_instance.main[0]',
              mode: 'managed',
              type: 'scaleway_rdb_instance',
              name: 'main',
              index: 0,
              values: { password: 'hunter2', private_network: [{ enable_ipam: true }] },
              sensitive_values: { password: true, private_network: [{}] },
            },
          ],
        },
      ],
    },
  },
  resource_changes: [
    {
      address: 'scaleway_k8s_acl.acl',
      change: { after_unknown: { id: true, cluster_id: true, acl_rules: [{ id: true }] } },
    },
    {
      address: 'module.db["a"].scaleway_rdb_instance.main[0]',
      change: { after_unknown: { private_network: [{ pn_id: true }] } },
    },
  ],
  configuration: {
    root_module: {
      resources: [
        {
          address: 'scaleway_k8s_acl.acl',
          expressions: {
            cluster_id: {
              references: ['scaleway_k8s_cluster.prod.id', 'scaleway_k8s_cluster.prod'],
            },
          },
        },
      ],
    },
  },
}

describe('a plan of Terraform', () => {
  const text = JSON.stringify(PLAN, null, 2)

  it('holds the resources that it will make', () => {
    const { scene, coverage } = estateOf({ 'plan.json': text })
    expect(scene.resources.map(({ value }) => value)).toEqual([
      {
        apiVersion: 'terraform',
        kind: 'scaleway_k8s_acl',
        metadata: { name: 'acl' },
        acl_rules: [{ ip: '0.0.0.0/0', id: '${known after apply}' }],
        id: '${known after apply}',
        cluster_id: '${scaleway_k8s_cluster.prod.id}',
      },
      { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } },
      {
        apiVersion: 'terraform',
        kind: 'scaleway_rdb_instance',
        metadata: { name: 'module.db["a"].main[0]' },
        password: '${sensitive}',
        private_network: [{ enable_ipam: true, pn_id: '${known after apply}' }],
      },
    ])
    expect(coverage[0]).toMatchObject({ what: 'files', asked: 1, examined: 1 })
  })

  it('shows each value at its line', () => {
    const [acl] = estateOf({ 'plan.json': text }).scene.resources
    const line = text.split('\n').findIndex((row) => row.includes('0.0.0.0/0')) + 1
    expect(acl && spotOf(acl.at('acl_rules', 0, 'ip')).line).toBe(line)
  })
})
