import { allOf, hasBlock, isOn, not } from '../../../analysis/terraform/answers.ts'
import type { Answer } from '../../../analysis/terraform/joins.ts'
import type { Resource } from '../../../model/resource.ts'
import { defineRule } from '../../rule.ts'
import { aksPage, azureResource } from '../aks.ts'
import { complain } from '../complain.ts'

const SWITCH = 'workload_identity_enabled'

export const aksIdentity = defineRule({
  id: 'aks-identity',
  title: 'Give AKS and its pods identities without passwords',
  topic: 'cloud-access',
  severity: 'high',
  references: [
    aksPage('Use a managed identity', 'use-managed-identity'),
    aksPage('Use Microsoft Entra Workload ID', 'workload-identity-overview'),
    azureResource('azurerm_kubernetes_cluster'),
  ],
  controls: { 'ms-threat-matrix': ['MS-TA9020'] },

  subject: ['azurerm_kubernetes_cluster'],
  check(cluster) {
    return [
      ...complain(hasBlock(cluster, 'service_principal'), cluster.at('service_principal'), {
        wrong: `Cluster "${cluster.name}" acts in Azure with the password of a service principal, which nodes hold too.`,
        unclear: `Whether cluster "${cluster.name}" acts in Azure with a password cannot be told.`,
      }),
      ...complain(not(hasWorkloadIdentity(cluster)), cluster.at(SWITCH), {
        wrong: `Pods of cluster "${cluster.name}" have no identities of their own in Azure: ${SWITCH} is not on.`,
        unclear: `Whether pods of cluster "${cluster.name}" have identities of their own in Azure cannot be told.`,
      }),
    ]
  },
})

// The issuer is on in newer clusters, and Azure refuses workload identities without it.
function hasWorkloadIdentity(cluster: Resource): Answer {
  const hasIssuer = isOn(cluster.get('oidc_issuer_enabled'), true)
  return allOf(isOn(cluster.get(SWITCH), false), hasIssuer)
}
