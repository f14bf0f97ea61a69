import { isOn, not } from '../../../analysis/terraform/answers.ts'
import { defineRule } from '../../rule.ts'
import { complain, scalewayResource } from '../complain.ts'

const SWITCH = ['auto_upgrade', 0, 'enable'] as const

export const scwK8sAutoUpgrade = defineRule({
  id: 'scw-k8s-auto-upgrade',
  title: 'Let Scaleway install patch versions of Kubernetes by itself',
  topic: 'offer-and-upgrades',
  severity: 'medium',
  references: [
    scalewayResource('scaleway_k8s_cluster'),
    {
      title: 'Scaleway: Kubernetes version support policy',
      url: 'https://www.scaleway.com/en/docs/kubernetes/reference-content/version-support-policy/',
    },
  ],

  subject: ['scaleway_k8s_cluster'],
  check(cluster) {
    return complain(not(isOn(cluster.get(...SWITCH), false)), cluster.at(...SWITCH), {
      wrong: `Cluster "${cluster.name}" gets patch versions of Kubernetes only when somebody remembers.`,
      unclear: `Whether cluster "${cluster.name}" gets patch versions by itself cannot be told.`,
    })
  },
})
