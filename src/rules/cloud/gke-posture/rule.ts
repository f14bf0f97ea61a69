import { isOneOf } from '../../../analysis/terraform/answers.ts'
import { defineRule } from '../../rule.ts'
import { complain } from '../complain.ts'
import { gkePage, googleResource } from '../gke.ts'

const MODE = ['security_posture_config', 0, 'mode'] as const

export const gkePosture = defineRule({
  id: 'gke-posture',
  title: 'Let GKE look for weak settings and known holes',
  topic: 'managed-settings',
  severity: 'low',
  references: [
    gkePage('About the security posture dashboard', 'concepts/about-security-posture-dashboard'),
    googleResource('cluster'),
  ],

  subject: ['google_container_cluster'],
  check(cluster) {
    return complain(isOneOf(cluster.get(...MODE), ['DISABLED'], 'BASIC'), cluster.at(...MODE), {
      wrong: `Google does not look at what runs in cluster "${cluster.name}": its security posture is turned off.`,
      unclear: `Whether Google looks at what runs in cluster "${cluster.name}" cannot be told.`,
    })
  },
})
