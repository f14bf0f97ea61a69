import { not } from '../../../analysis/terraform/answers.ts'
import { isProduction } from '../../../analysis/terraform/arguments.ts'
import { defineRule } from '../../rule.ts'
import { complain, scalewayResource } from '../complain.ts'
import { holdsHealthData } from '../health-data.ts'
import { isDedicated } from '../kapsule.ts'

export const scwK8sMutualizedProd = defineRule({
  id: 'scw-k8s-mutualized-prod',
  title: 'Run production on a dedicated control plane of Kapsule or Kosmos',
  topic: 'offer-and-upgrades',
  severity: 'medium',
  references: [
    scalewayResource('scaleway_k8s_cluster'),
    {
      title: 'Scaleway: Kubernetes control plane offers overview',
      url: 'https://www.scaleway.com/en/docs/kubernetes/reference-content/kubernetes-control-plane-offers/',
    },
  ],

  subject: ['scaleway_k8s_cluster'],
  check(cluster, scene) {
    // With health data the same argument is a matter of law: scw-k8s-health-data speaks then.
    if (!isProduction(cluster) || holdsHealthData(cluster, scene) !== 'no') return []
    return complain(not(isDedicated(cluster)), cluster.at('type'), {
      wrong: `Production cluster "${cluster.name}" shares its control plane: one API server, no audit log, no agreed uptime.`,
      unclear: `Whether production cluster "${cluster.name}" has a control plane of its own cannot be told.`,
    })
  },
})
