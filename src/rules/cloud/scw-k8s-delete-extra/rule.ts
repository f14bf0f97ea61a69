import { isOn } from '../../../analysis/terraform/answers.ts'
import { isProduction } from '../../../analysis/terraform/arguments.ts'
import { defineRule } from '../../rule.ts'
import { complain, scalewayResource } from '../complain.ts'

export const scwK8sDeleteExtra = defineRule({
  id: 'scw-k8s-delete-extra',
  title: 'Keep the volumes of production when its cluster is deleted',
  topic: 'cloud-data',
  severity: 'medium',
  controls: { 'ms-threat-matrix': ['MS-TA9038'] },
  references: [scalewayResource('scaleway_k8s_cluster')],

  subject: ['scaleway_k8s_cluster'],
  check(cluster) {
    if (!isProduction(cluster)) return []
    const setting = cluster.get('delete_additional_resources')
    return complain(isOn(setting, false), cluster.at('delete_additional_resources'), {
      wrong: `Deleting production cluster "${cluster.name}" deletes its volumes and load balancers too.`,
      unclear: `Whether the volumes of production cluster "${cluster.name}" outlive it cannot be told.`,
    })
  },
})
