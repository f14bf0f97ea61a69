import { isOneOf } from '../../../analysis/terraform/answers.ts'
import { firstOf } from '../../../analysis/terraform/arguments.ts'
import { defineRule } from '../../rule.ts'
import { aksPage, azureResource } from '../aks.ts'
import { complain } from '../complain.ts'

// Version 4 of the provider renamed both. Nodes get new images unless that is turned off.
const CHANNELS = [
  {
    names: ['automatic_upgrade_channel', 'automatic_channel_upgrade'],
    fallback: 'none',
    stale: 'gets no new version of Kubernetes by itself',
  },
  {
    names: ['node_os_upgrade_channel', 'node_os_channel_upgrade'],
    fallback: 'NodeImage',
    stale: 'has nodes that get no repairs of their system by themselves',
  },
] as const
const OFF = ['none', 'None', 'Unmanaged']

export const aksUpgrade = defineRule({
  id: 'aks-upgrade',
  title: 'Let AKS upgrade clusters and nodes by itself',
  topic: 'offer-and-upgrades',
  severity: 'medium',
  references: [
    aksPage('Automatically upgrade a cluster', 'auto-upgrade-cluster'),
    aksPage('Autoupgrade node OS images', 'auto-upgrade-node-os-image'),
    aksPage('Support policies', 'support-policies'),
    azureResource('azurerm_kubernetes_cluster'),
  ],

  subject: ['azurerm_kubernetes_cluster'],
  check(cluster) {
    return CHANNELS.flatMap(({ names, fallback, stale }) => {
      const [name] = names
      const channel = firstOf(cluster, ...names)
      return complain(isOneOf(channel, OFF, fallback), channel?.place ?? cluster.at(name), {
        wrong: `Cluster "${cluster.name}" ${stale}: its ${name} is off.`,
        unclear: `Cluster "${cluster.name}" perhaps ${stale}: its ${name} cannot be told.`,
      })
    })
  },
})
