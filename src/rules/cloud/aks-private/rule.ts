import { allOf, isOn, not } from '../../../analysis/terraform/answers.ts'
import type { Answer } from '../../../analysis/terraform/joins.ts'
import type { Resource } from '../../../model/resource.ts'
import { defineRule } from '../../rule.ts'
import { aksPage, apiOpening, azureResource, isPrivateCluster } from '../aks.ts'
import { complain } from '../complain.ts'

const PUBLIC_NAME = 'private_cluster_public_fqdn_enabled'

export const aksPrivate = defineRule({
  id: 'aks-private',
  title: 'Give the API server of AKS a private address only',
  topic: 'api-endpoint',
  severity: 'medium',
  references: [
    aksPage('Create a private cluster', 'private-clusters'),
    azureResource('azurerm_kubernetes_cluster'),
  ],

  subject: ['azurerm_kubernetes_cluster'],
  check(cluster) {
    const isPrivate = isPrivateCluster(cluster)
    const isNamed = allOf(isPrivate, isOn(cluster.get(PUBLIC_NAME), false))
    return [
      ...complain(isBoundedOnly(cluster, isPrivate), cluster.at('private_cluster_enabled'), {
        wrong: `The API server of cluster "${cluster.name}" has a public address, behind a list of ranges.`,
        unclear: `Whether the API server of cluster "${cluster.name}" has a public address cannot be told.`,
      }),
      ...complain(isNamed, cluster.at(PUBLIC_NAME), {
        wrong: `Everybody can look up where the private API server of cluster "${cluster.name}" stands.`,
        unclear: `Whether everybody can look up the private API server of cluster "${cluster.name}" cannot be told.`,
      }),
    ]
  },
})

// Without a list the address is open, and aks-api-ranges speaks of it.
function isBoundedOnly(cluster: Resource, isPrivate: Answer): Answer {
  return apiOpening(cluster) === undefined ? not(isPrivate) : 'no'
}
