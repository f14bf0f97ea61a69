import { not } from '../../../analysis/terraform/answers.ts'
import { defineRule } from '../../rule.ts'
import { aksPage, azureResource, hasRbac, rbacPath } from '../aks.ts'
import { complain } from '../complain.ts'

export const aksRbacOff = defineRule({
  id: 'aks-rbac-off',
  title: 'Leave RBAC of AKS switched on',
  topic: 'managed-settings',
  severity: 'critical',
  references: [
    aksPage('Access and identity options', 'concepts-identity'),
    azureResource('azurerm_kubernetes_cluster'),
  ],

  subject: ['azurerm_kubernetes_cluster'],
  check(cluster) {
    return complain(not(hasRbac(cluster)), cluster.at(...rbacPath(cluster)), {
      wrong: `Everybody who signs in to cluster "${cluster.name}" may do everything: RBAC is off.`,
      unclear: `Whether cluster "${cluster.name}" asks who may do what cannot be told.`,
    })
  },
})
