import { blocksOf, firstOf } from '../../../analysis/terraform/arguments.ts'
import type { Reader } from '../../../model/part.ts'
import { defineRule } from '../../rule.ts'

export const aksNodePublicIp = defineRule({
  id: 'aks-node-public-ip',
  title: 'Give the nodes of AKS no public addresses',
  topic: 'node-network',
  severity: 'high',
  references: [
    {
      title: 'AKS: Use instance-level public IPs',
      url: 'https://learn.microsoft.com/en-us/azure/aks/use-node-public-ips',
    },
  ],

  subject: ['azurerm_kubernetes_cluster', 'azurerm_kubernetes_cluster_node_pool'],
  check(resource) {
    const isPool = resource.type === 'azurerm_kubernetes_cluster_node_pool'
    const pools: readonly Reader[] = isPool
      ? [resource]
      : (blocksOf(resource, 'default_node_pool') ?? [])
    // Version 4 of the provider renamed the argument.
    const settings = pools.map((pool) =>
      firstOf(pool, 'node_public_ip_enabled', 'enable_node_public_ip'),
    )
    return settings
      .filter((setting) => setting !== undefined)
      .filter(({ value, resolved }) => !resolved || value === true)
      .map(({ place, resolved }) => ({
        place,
        message: resolved
          ? `Each node of "${resource.name}" has a public address of its own.`
          : `Whether the nodes of "${resource.name}" have public addresses cannot be told.`,
        sure: resolved,
      }))
  },
})
