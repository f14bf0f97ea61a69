import { isOneOf, not } from '../../../analysis/terraform/answers.ts'
import type { Answer } from '../../../analysis/terraform/joins.ts'
import type { Resource } from '../../../model/resource.ts'
import { defineRule } from '../../rule.ts'
import { complain } from '../complain.ts'
import { GKE_DEFAULTS } from '../gke-defaults.data.ts'
import { gkePage, googleResource, minorOf } from '../gke.ts'

const MODE = ['anonymous_authentication_config', 0, 'mode'] as const

export const gkeAnonymous = defineRule({
  id: 'gke-anonymous',
  title: 'Limit what GKE answers without a sign-in to health checks',
  topic: 'managed-settings',
  severity: 'medium',
  references: [
    gkePage('Harden your cluster', 'how-to/hardening-your-cluster'),
    googleResource('cluster'),
  ],

  subject: ['google_container_cluster'],
  check(cluster) {
    return complain(not(isLimited(cluster)), cluster.at(...MODE), {
      wrong: `Cluster "${cluster.name}" hears callers who do not sign in, beyond health checks.`,
      unclear: `Whether cluster "${cluster.name}" hears callers who do not sign in cannot be told.`,
    })
  },
})

function isLimited(cluster: Resource): Answer {
  const mode = cluster.get(...MODE)
  if (mode !== undefined) return isOneOf(mode, ['LIMITED'], '')
  const minor = minorOf(cluster)
  if (minor === undefined) return 'cannot tell'
  return minor >= GKE_DEFAULTS.limitedAnonymous.minor ? 'yes' : 'no'
}
