import { allOf, hasBlock, isOn, not } from '../../../analysis/terraform/answers.ts'
import { defineRule } from '../../rule.ts'
import { aksPage, azureResource } from '../aks.ts'
import { complain } from '../complain.ts'

const PROVIDER = ['key_vault_secrets_provider'] as const
// As version 2 of the provider wrote it.
const OLD = ['addon_profile', 0, 'azure_keyvault_secrets_provider'] as const

export const aksKvRotation = defineRule({
  id: 'aks-kv-rotation',
  title: 'Bring new values of Key Vault to pods of AKS',
  topic: 'managed-settings',
  severity: 'medium',
  references: [
    aksPage(
      'Configuration options of the Key Vault provider',
      'csi-secrets-store-configuration-options',
    ),
    azureResource('azurerm_kubernetes_cluster'),
  ],

  subject: ['azurerm_kubernetes_cluster'],
  check(cluster) {
    const block = hasBlock(cluster, ...OLD) === 'yes' ? OLD : PROVIDER
    const path = [...block, 0, 'secret_rotation_enabled']
    // Without the provider there is nothing to rotate.
    const isStale = allOf(hasBlock(cluster, ...block), not(isOn(cluster.get(...path), false)))
    return complain(isStale, cluster.at(...path), {
      wrong: `Pods of cluster "${cluster.name}" keep the old value when a secret changes in Key Vault: rotation is off.`,
      unclear: `Whether pods of cluster "${cluster.name}" get new values from Key Vault cannot be told.`,
    })
  },
})
