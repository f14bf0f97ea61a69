import { allOf, isOn, not } from '../../../analysis/terraform/answers.ts'
import type { Answer } from '../../../analysis/terraform/joins.ts'
import type { Resource } from '../../../model/resource.ts'
import { defineRule } from '../../rule.ts'
import { aksPage, azureResource } from '../aks.ts'
import { complain } from '../complain.ts'

const SWITCH = 'workload_identity_enabled'

export const aksWorkloadIdentity = defineRule({
  id: 'aks-workload-identity',
  title: 'Give pods of AKS identities of their own',
  topic: 'cloud-access',
  severity: 'medium',
  references: [
    aksPage('Use Microsoft Entra Workload ID', 'workload-identity-overview'),
    azureResource('azurerm_kubernetes_cluster'),
  ],
  controls: { 'ms-threat-matrix': ['MS-TA9020'] },

  subject: ['azurerm_kubernetes_cluster'],
  check: (cluster) =>
    complain(not(hasWorkloadIdentity(cluster)), cluster.at(SWITCH), {
      wrong: `Pods of cluster "${cluster.name}" have no identities of their own in Azure: ${SWITCH} is not on.`,
      unclear: `Whether pods of cluster "${cluster.name}" have identities of their own in Azure cannot be told.`,
    }),
})

// The issuer is on in newer clusters, and Azure refuses workload identities without it.
function hasWorkloadIdentity(cluster: Resource): Answer {
  const hasIssuer = isOn(cluster.get('oidc_issuer_enabled'), true)
  return allOf(isOn(cluster.get(SWITCH), false), hasIssuer)
}
