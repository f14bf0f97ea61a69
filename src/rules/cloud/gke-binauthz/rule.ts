import { anyOf, isOn, isOneOf, not } from '../../../analysis/terraform/answers.ts'
import { defineRule } from '../../rule.ts'
import { complain } from '../complain.ts'
import { googleResource } from '../gke.ts'

const BLOCK = ['binary_authorization', 0] as const
const ENFORCING = [
  'PROJECT_SINGLETON_POLICY_ENFORCE',
  'POLICY_BINDINGS_AND_PROJECT_SINGLETON_POLICY_ENFORCE',
]

export const gkeBinauthz = defineRule({
  id: 'gke-binauthz',
  title: 'Have GKE run only images that a policy admits',
  topic: 'managed-settings',
  severity: 'medium',
  references: [
    {
      title: 'Google Cloud: Binary Authorization overview',
      url: 'https://cloud.google.com/binary-authorization/docs/overview',
    },
    googleResource('cluster'),
  ],
  controls: { 'ms-threat-matrix': ['MS-TA9002'] },

  subject: ['google_container_cluster'],
  check(cluster) {
    const isEnforced = anyOf(
      isOneOf(cluster.get(...BLOCK, 'evaluation_mode'), ENFORCING, 'DISABLED'),
      // As versions 4 and 3 of the provider called it.
      isOn(cluster.get(...BLOCK, 'enabled'), false),
      isOn(cluster.get('enable_binary_authorization'), false),
    )
    return complain(not(isEnforced), cluster.at(...BLOCK, 'evaluation_mode'), {
      wrong: `Cluster "${cluster.name}" runs any image from anywhere: no policy of Binary Authorization admits them.`,
      unclear: `Whether a policy admits the images of cluster "${cluster.name}" cannot be told.`,
    })
  },
})
