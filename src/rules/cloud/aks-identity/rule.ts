import { hasBlock } from '../../../analysis/terraform/answers.ts'
import { defineRule } from '../../rule.ts'
import { aksPage, azureResource } from '../aks.ts'
import { complain } from '../complain.ts'

export const aksIdentity = defineRule({
  id: 'aks-identity',
  title: 'Give AKS an identity without a password',
  topic: 'cloud-access',
  severity: 'high',
  references: [
    aksPage('Use a managed identity', 'use-managed-identity'),
    azureResource('azurerm_kubernetes_cluster'),
  ],
  controls: { 'ms-threat-matrix': ['MS-TA9020'] },

  subject: ['azurerm_kubernetes_cluster'],
  check: (cluster) =>
    complain(hasBlock(cluster, 'service_principal'), cluster.at('service_principal'), {
      wrong: `Cluster "${cluster.name}" acts in Azure with the password of a service principal, which nodes hold too.`,
      unclear: `Whether cluster "${cluster.name}" acts in Azure with a password cannot be told.`,
    }),
})
