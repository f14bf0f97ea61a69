import { allOf, isSet, not } from '../../../analysis/terraform/answers.ts'
import { defineRule } from '../../rule.ts'
import { complain, scalewayResource } from '../complain.ts'
import { isKosmos } from '../kapsule.ts'

export const scwPnMissing = defineRule({
  id: 'scw-pn-missing',
  title: 'Put Kapsule clusters on a private network',
  topic: 'node-network',
  severity: 'high',
  references: [
    {
      title: 'Scaleway: Securing a cluster with a Private Network',
      url: 'https://www.scaleway.com/en/docs/kubernetes/reference-content/secure-cluster-with-private-network/',
    },
    scalewayResource('scaleway_k8s_cluster'),
  ],

  subject: ['scaleway_k8s_cluster'],
  check(cluster) {
    // Kosmos may have none: its nodes speak through WireGuard.
    const isMissing = allOf(not(isSet(cluster.get('private_network_id'))), not(isKosmos(cluster)))
    return complain(isMissing, cluster.at('private_network_id'), {
      wrong: `Cluster "${cluster.name}" has no private network: its nodes speak over public addresses.`,
      unclear: `Whether cluster "${cluster.name}" is on a private network cannot be told.`,
    })
  },
})
