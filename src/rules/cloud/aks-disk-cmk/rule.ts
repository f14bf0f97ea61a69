import { isOn, isSet, not } from '../../../analysis/terraform/answers.ts'
import { firstOf } from '../../../analysis/terraform/arguments.ts'
import type { Reader } from '../../../model/part.ts'
import type { Resource } from '../../../model/resource.ts'
import { defineRule, type Complaint } from '../../rule.ts'
import { aksPage, aksPoolsIn, azureResource } from '../aks.ts'
import { complain } from '../complain.ts'

const KEY = 'disk_encryption_set_id'

export const aksDiskCmk = defineRule({
  id: 'aks-disk-cmk',
  title: 'Encrypt disks and caches of AKS nodes with your own key',
  topic: 'node-machines',
  severity: 'medium',
  references: [
    aksPage('Bring your own keys with managed disks', 'azure-disk-customer-managed-keys'),
    aksPage('Host-based encryption', 'enable-host-encryption'),
    azureResource('azurerm_kubernetes_cluster'),
  ],

  subject: ['azurerm_kubernetes_cluster', 'azurerm_kubernetes_cluster_node_pool'],
  check(resource) {
    return [
      ...withoutKey(resource),
      ...aksPoolsIn(resource).flatMap((pool) => withoutHostEncryption(pool, resource)),
    ]
  },
})

function withoutKey(resource: Resource): readonly Complaint[] {
  if (resource.type !== 'azurerm_kubernetes_cluster') return []
  return complain(not(isSet(resource.get(KEY))), resource.at(KEY), {
    wrong: `Disks of cluster "${resource.name}" are encrypted with a key of Azure's: it has no ${KEY}.`,
    unclear: `Whether disks of cluster "${resource.name}" are encrypted with a key of yours cannot be told.`,
  })
}

function withoutHostEncryption(pool: Reader, resource: Resource): readonly Complaint[] {
  // Version 4 of the provider renamed the argument.
  const setting = firstOf(pool, 'host_encryption_enabled', 'enable_host_encryption')
  const place = setting?.place ?? pool.at('host_encryption_enabled')
  return complain(not(isOn(setting, false)), place, {
    wrong: `Temporary disks and caches of nodes of "${resource.name}" are not encrypted on their host.`,
    unclear: `Whether temporary disks of nodes of "${resource.name}" are encrypted on their host cannot be told.`,
  })
}
