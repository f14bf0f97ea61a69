import { allOf, anyOf, isOn, isOneOf, not } from '../../../analysis/terraform/answers.ts'
import type { Answer } from '../../../analysis/terraform/joins.ts'
import type { Resource } from '../../../model/resource.ts'
import { defineRule } from '../../rule.ts'
import { complain } from '../complain.ts'
import { gkePage, googleResource, isAutopilot } from '../gke.ts'

const ADDON = ['addons_config', 0, 'network_policy_config', 0, 'disabled'] as const

export const gkeNetpol = defineRule({
  id: 'gke-netpol',
  title: 'Have GKE enforce network policies',
  topic: 'managed-settings',
  severity: 'medium',
  references: [
    gkePage('About GKE Dataplane V2', 'concepts/dataplane-v2'),
    gkePage('Control communication with network policies', 'how-to/network-policy'),
    googleResource('cluster'),
  ],
  controls: { 'cis-1.12': ['5.3.1'] },

  subject: ['google_container_cluster'],
  check(cluster) {
    const isIdle = not(anyOf(isAutopilot(cluster), hasDataplane(cluster), hasCalico(cluster)))
    return complain(isIdle, cluster.at('datapath_provider'), {
      wrong: `Network policies stand without effect in cluster "${cluster.name}": it has neither Dataplane V2 nor Calico.`,
      unclear: `Whether cluster "${cluster.name}" enforces network policies cannot be told.`,
    })
  },
})

function hasDataplane(cluster: Resource): Answer {
  return isOneOf(cluster.get('datapath_provider'), ['ADVANCED_DATAPATH'], 'LEGACY_DATAPATH')
}

function hasCalico(cluster: Resource): Answer {
  const isAsked = isOn(cluster.get('network_policy', 0, 'enabled'), false)
  return allOf(isAsked, not(isOn(cluster.get(...ADDON), false)))
}
