import { allOf, not } from '../../../analysis/terraform/answers.ts'
import { defineRule } from '../../rule.ts'
import { aksPage, azureResource, hasEntra, hasRbac } from '../aks.ts'
import { complain } from '../complain.ts'

export const aksEntra = defineRule({
  id: 'aks-entra',
  title: 'Have people sign in to AKS with their account of Entra',
  topic: 'managed-settings',
  severity: 'high',
  references: [
    aksPage('Enable Microsoft Entra integration', 'enable-authentication-microsoft-entra-id'),
    azureResource('azurerm_kubernetes_cluster'),
  ],
  controls: { 'cis-1.12': ['3.1.1'] },

  subject: ['azurerm_kubernetes_cluster'],
  check(cluster) {
    // Without RBAC nobody is asked anything: aks-rbac-off speaks then.
    const lacks = allOf(hasRbac(cluster), not(hasEntra(cluster)))
    const place = cluster.at('azure_active_directory_role_based_access_control')
    return complain(lacks, place, {
      wrong: `People sign in to cluster "${cluster.name}" with one shared certificate: it does not know Entra.`,
      unclear: `Whether people sign in to cluster "${cluster.name}" with their own account cannot be told.`,
    })
  },
})
