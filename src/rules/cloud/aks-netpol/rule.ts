import { isSet, not } from '../../../analysis/terraform/answers.ts'
import type { Answer } from '../../../analysis/terraform/joins.ts'
import type { Resource } from '../../../model/resource.ts'
import { defineRule } from '../../rule.ts'
import { aksPage, azureResource } from '../aks.ts'
import { complain } from '../complain.ts'

const POLICY = ['network_profile', 0, 'network_policy'] as const
const PLUGIN = ['network_profile', 0, 'network_plugin'] as const

export const aksNetpol = defineRule({
  id: 'aks-netpol',
  title: 'Have AKS enforce network policies',
  topic: 'managed-settings',
  severity: 'medium',
  references: [
    aksPage('Secure traffic between pods by using network policies', 'use-network-policies'),
    azureResource('azurerm_kubernetes_cluster'),
  ],
  controls: { 'cis-1.12': ['5.3.1'] },

  subject: ['azurerm_kubernetes_cluster'],
  check(cluster) {
    return complain(not(enforces(cluster)), cluster.at(...POLICY), {
      wrong: `Network policies stand without effect in cluster "${cluster.name}": its network_policy is not set.`,
      unclear: `Whether cluster "${cluster.name}" enforces network policies cannot be told.`,
    })
  },
})

function enforces(cluster: Resource): Answer {
  const policy = cluster.get(...POLICY)
  if (policy?.value === 'none') return 'no'
  // Who brings a network plugin along brings its policies, or not.
  if (policy === undefined && cluster.get(...PLUGIN)?.value === 'none') return 'cannot tell'
  // A variable may hold nothing or "none" as well.
  return isSet(policy) === 'yes' && policy?.resolved === false ? 'cannot tell' : isSet(policy)
}
