import { allOf, not } from '../../../analysis/terraform/answers.ts'
import { defineRule } from '../../rule.ts'
import { complain, scalewayResource } from '../complain.ts'
import { holdsHealthData, isInParis } from '../health-data.ts'
import { isDedicated } from '../kapsule.ts'

const CLUSTER = 'scaleway_k8s_cluster'

export const scwK8sHealthData = defineRule({
  id: 'scw-k8s-health-data',
  title: 'Keep health data on dedicated Kapsule, in the region of Paris',
  topic: 'region-and-law',
  severity: 'high',
  references: [
    {
      title: 'Scaleway: Shared Responsibility Model of Kapsule and Kosmos, health data hosting',
      url: 'https://www.scaleway.com/en/docs/kubernetes/reference-content/kubernetes-shared-responsibility-model/',
    },
    scalewayResource(CLUSTER),
  ],

  subject: [
    CLUSTER,
    'scaleway_lb',
    'scaleway_block_volume',
    'scaleway_rdb_instance',
    'scaleway_redis_cluster',
    'scaleway_mongodb_instance',
    'scaleway_object_bucket',
  ],
  check(resource, scene) {
    const holds = holdsHealthData(resource, scene)
    if (holds === 'no') return []
    const what = `${resource.kind} "${resource.name}"`
    const isAbroad = allOf(holds, not(isInParis(resource, scene)))
    const isShared =
      resource.type === CLUSTER ? allOf(holds, not(isDedicated(resource, 'kapsule'))) : 'no'
    return [
      ...complain(isShared, resource.at('type'), {
        wrong: `Health data come to ${what}, which is no kapsule-dedicated cluster: the certificate covers no other.`,
        unclear: `Whether health data come to ${what}, and whether it is kapsule-dedicated, cannot be told.`,
      }),
      ...complain(isAbroad, resource.at('region'), {
        wrong: `Health data come to ${what} outside of fr-par: the certificate covers Paris alone.`,
        unclear: `Whether health data come to ${what}, and whether it is in fr-par, cannot be told.`,
      }),
    ]
  },
})
