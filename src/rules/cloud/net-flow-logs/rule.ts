import { blocksOf } from '../../../analysis/terraform/arguments.ts'
import { linkedTo } from '../../../analysis/terraform/joins.ts'
import { siblingsOf } from '../../../analysis/terraform/siblings.ts'
import { isHandedOn } from '../../../analysis/terraform/unread-modules.ts'
import type { Resource } from '../../../model/resource.ts'
import type { Scene } from '../../../model/scene.ts'
import { defineRule, type Complaint } from '../../rule.ts'

export const netFlowLogs = defineRule({
  id: 'net-flow-logs',
  title: 'Log who speaks to whom in networks of the cloud',
  topic: 'node-network',
  severity: 'low',
  references: [
    {
      title: 'Amazon VPC: Logging IP traffic using VPC Flow Logs',
      url: 'https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs.html',
    },
    {
      title: 'Google VPC: Flow Logs',
      url: 'https://cloud.google.com/vpc/docs/flow-logs',
    },
    {
      title: 'Azure Network Watcher: Virtual network flow logs',
      url: 'https://learn.microsoft.com/en-us/azure/network-watcher/vnet-flow-logs-overview',
    },
  ],

  subject: ['aws_vpc', 'google_compute_subnetwork', 'azurerm_virtual_network'],
  check(network, scene) {
    switch (network.type) {
      case 'aws_vpc':
        return byLog(network, 'aws_flow_log', ['vpc_id'], scene)
      case 'azurerm_virtual_network':
        return byLog(network, 'azurerm_network_watcher_flow_log', ['target_resource_id'], scene)
      default:
        return google(network)
    }
  },
})

function byLog(
  network: Resource,
  type: string,
  path: readonly string[],
  scene: Scene,
): readonly Complaint[] {
  const { sure: own, unclear } = linkedTo(network, { type, path }, scene)
  if (own.length > 0) return []
  // A log of a subnet, an interface or a security group may see all of this network.
  const isPartly = siblingsOf(network, type, scene).some(
    (log) => log.get(...path) === undefined || PART.test(String(log.get(...path)?.value)),
  )
  return [complaint(network, unclear.length === 0 && !isPartly && !isHandedOn(network, scene))]
}

const PART =
  /\.azurerm_(?:subnet|network_interface|network_security_group)\.|^\$\{azurerm_(?:subnet|network_interface|network_security_group)\./

function google(subnet: Resource): readonly Complaint[] {
  const purpose = subnet.get('purpose')
  // Those of load balancers and gateways are the provider's own.
  if (purpose !== undefined && !/^PRIVATE(?:_RFC_1918)?$/.test(String(purpose.value))) return []
  const blocks = blocksOf(subnet, 'log_config')
  return blocks !== undefined && blocks.length > 0 ? [] : [complaint(subnet, blocks !== undefined)]
}

function complaint(network: Resource, sure: boolean): Complaint {
  const message = sure
    ? `Nobody logs who speaks to whom in network "${network.name}".`
    : `Whether somebody logs who speaks to whom in network "${network.name}" cannot be told.`
  return { place: network.place, message, sure }
}
