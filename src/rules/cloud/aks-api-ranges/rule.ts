import { allOf, not } from '../../../analysis/terraform/answers.ts'
import { defineRule } from '../../rule.ts'
import { aksPage, apiOpening, azureResource, isPrivateCluster } from '../aks.ts'
import { complain } from '../complain.ts'

export const aksApiRanges = defineRule({
  id: 'aks-api-ranges',
  title: 'List who may reach the API server of AKS',
  topic: 'api-endpoint',
  severity: 'high',
  references: [
    aksPage('Use authorized IP address ranges', 'api-server-authorized-ip-ranges'),
    azureResource('azurerm_kubernetes_cluster'),
  ],

  subject: ['azurerm_kubernetes_cluster'],
  check(cluster) {
    const opening = apiOpening(cluster)
    if (opening === undefined) return []
    const isOpen = allOf(not(isPrivateCluster(cluster)), opening.sure ? 'yes' : 'cannot tell')
    return complain(isOpen, opening.place, {
      wrong: `The API server of cluster "${cluster.name}" answers half of the internet or more: no list of ranges bounds it.`,
      unclear: `Whom the API server of cluster "${cluster.name}" answers cannot be told.`,
    })
  },
})
