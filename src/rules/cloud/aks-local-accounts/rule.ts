import { allOf, isOn, not } from '../../../analysis/terraform/answers.ts'
import { defineRule } from '../../rule.ts'
import { aksPage, azureResource, hasEntra } from '../aks.ts'
import { complain } from '../complain.ts'

const SWITCH = 'local_account_disabled'

export const aksLocalAccounts = defineRule({
  id: 'aks-local-accounts',
  title: 'Disable the local accounts of AKS',
  topic: 'managed-settings',
  severity: 'high',
  references: [
    aksPage('Manage local accounts', 'manage-local-accounts-managed-azure-ad'),
    azureResource('azurerm_kubernetes_cluster'),
  ],

  subject: ['azurerm_kubernetes_cluster'],
  check(cluster) {
    // Without Entra there is no other sign-in to leave: aks-entra speaks then.
    const isLeft = allOf(hasEntra(cluster), not(isOn(cluster.get(SWITCH), false)))
    return complain(isLeft, cluster.at(SWITCH), {
      wrong: `Cluster "${cluster.name}" still takes its local administrator account, past Entra.`,
      unclear: `Whether cluster "${cluster.name}" still takes its local administrator account cannot be told.`,
    })
  },
})
