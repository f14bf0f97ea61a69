import { allOf, anyOf, hasBlock, isOn, isOneOf, not } from '../../../analysis/terraform/answers.ts'
import type { Answer } from '../../../analysis/terraform/joins.ts'
import type { Resource } from '../../../model/resource.ts'
import type { Scene } from '../../../model/scene.ts'
import { defineRule } from '../../rule.ts'
import { azureResource, settingOf } from '../aks.ts'
import { complain } from '../complain.ts'

const POLICY = 'azure_policy_enabled'
const DEFENDER = 'microsoft_defender'

export const aksPolicyDefender = defineRule({
  id: 'aks-policy-defender',
  title: 'Have Azure Policy and Defender watch AKS',
  topic: 'managed-settings',
  severity: 'medium',
  references: [
    {
      title: 'Azure Policy: Understand Azure Policy for Kubernetes clusters',
      url: 'https://learn.microsoft.com/en-us/azure/governance/policy/concepts/policy-for-kubernetes',
    },
    {
      title: 'Microsoft Defender for Cloud: Defender for Containers',
      url: 'https://learn.microsoft.com/en-us/azure/defender-for-cloud/defender-for-containers-introduction',
    },
    azureResource('azurerm_kubernetes_cluster'),
  ],

  subject: ['azurerm_kubernetes_cluster'],
  check(cluster, scene) {
    const policy = settingOf(cluster, [POLICY], ['addon_profile', 0, 'azure_policy', 0, 'enabled'])
    const hasDefender = anyOf(hasBlock(cluster, DEFENDER), hasPlan(scene))
    return [
      ...complain(not(isOn(policy, false)), policy?.place ?? cluster.at(POLICY), {
        wrong: `Azure Policy judges nothing in cluster "${cluster.name}": its add-on is not on.`,
        unclear: `Whether Azure Policy judges what runs in cluster "${cluster.name}" cannot be told.`,
      }),
      ...complain(not(hasDefender), cluster.at(DEFENDER), {
        wrong: `Nobody watches what happens in cluster "${cluster.name}": it has no sensor of Microsoft Defender.`,
        unclear: `Whether Microsoft Defender watches cluster "${cluster.name}" cannot be told.`,
      }),
    ]
  },
})

// A plan of the subscription brings the sensor to each of its clusters.
function hasPlan(scene: Scene): Answer {
  return anyOf(
    ...scene.ofKind('azurerm_security_center_subscription_pricing').map(coversContainers),
  )
}

function coversContainers(plan: Resource): Answer {
  return allOf(
    isOneOf(plan.get('tier'), ['Standard'], ''),
    isOneOf(plan.get('resource_type'), ['Containers', 'KubernetesService'], 'VirtualMachines'),
  )
}
