import { hasBlock, not } from '../../../analysis/terraform/answers.ts'
import { defineRule } from '../../rule.ts'
import { aksPage, azureResource } from '../aks.ts'
import { complain } from '../complain.ts'

const BLOCK = 'key_management_service'

export const aksKms = defineRule({
  id: 'aks-kms',
  title: "Encrypt the Secrets of AKS with a key of one's own",
  topic: 'managed-settings',
  severity: 'medium',
  references: [
    aksPage('Add Key Management Service etcd encryption', 'use-kms-etcd-encryption'),
    azureResource('azurerm_kubernetes_cluster'),
  ],

  subject: ['azurerm_kubernetes_cluster'],
  check(cluster) {
    return complain(not(hasBlock(cluster, BLOCK)), cluster.at(BLOCK), {
      wrong: `Secrets of cluster "${cluster.name}" are protected by Azure's disk encryption alone: no key of yours stands before them.`,
      unclear: `Whether Secrets of cluster "${cluster.name}" are encrypted with a key of yours cannot be told.`,
    })
  },
})
