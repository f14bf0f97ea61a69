import { isOneOf } from '../../../analysis/terraform/answers.ts'
import type { Answer } from '../../../analysis/terraform/joins.ts'
import type { Resource } from '../../../model/resource.ts'
import { defineRule } from '../../rule.ts'
import { complain } from '../complain.ts'
import { gkePage, googleResource } from '../gke.ts'

const COMPONENTS = ['logging_config', 0, 'enable_components'] as const

export const gkeLogging = defineRule({
  id: 'gke-logging',
  title: 'Have GKE keep the logs of its system',
  topic: 'managed-settings',
  severity: 'high',
  references: [gkePage('About GKE logs', 'concepts/about-logs'), googleResource('cluster')],
  controls: { nsa: ['D1'], 'owasp-k8s-2025': ['K10'], 'owasp-k8s-2022': ['K05'] },

  subject: ['google_container_cluster'],
  check(cluster) {
    const hasList = cluster.get(...COMPONENTS) !== undefined
    const place = hasList ? cluster.at(...COMPONENTS) : cluster.at('logging_service')
    return complain(hasList ? lacksSystem(cluster) : isSilent(cluster), place, {
      wrong: `Cluster "${cluster.name}" keeps no logs of its nodes and system pods: what happened on them cannot be found out.`,
      unclear: `Whether cluster "${cluster.name}" keeps the logs of its system cannot be told.`,
    })
  },
})

// Without a list, the components of the system are logged.
function isSilent(cluster: Resource): Answer {
  return isOneOf(cluster.get('logging_service'), ['none'], '')
}

function lacksSystem(cluster: Resource): Answer {
  const components = cluster.list(...COMPONENTS)
  if (components.some(({ value }) => value === 'SYSTEM_COMPONENTS')) return 'no'
  const isKnown =
    cluster.get(...COMPONENTS)?.resolved && components.every(({ resolved }) => resolved)
  return isKnown ? 'yes' : 'cannot tell'
}
