import { allOf, isOn, isOneOf, not } from '../../../analysis/terraform/answers.ts'
import { defineRule } from '../../rule.ts'
import { complain, scalewayResource } from '../complain.ts'
import { clusterOf, isKosmos } from '../kapsule.ts'

export const scwPoolPublicIp = defineRule({
  id: 'scw-pool-public-ip',
  title: 'Give the nodes of Kapsule no public addresses',
  topic: 'node-network',
  severity: 'medium',
  references: [
    scalewayResource('scaleway_k8s_pool'),
    {
      title: 'Scaleway: Securing a cluster with a Private Network',
      url: 'https://www.scaleway.com/en/docs/kubernetes/reference-content/secure-cluster-with-private-network/',
    },
  ],

  subject: ['scaleway_k8s_pool'],
  check(pool, scene) {
    // Machines from elsewhere, and those of Kosmos, have no private network of Scaleway to be reached by.
    const isExternal = isOneOf(pool.get('node_type'), ['external'], '')
    const isOwn = allOf(not(isExternal), not(isKosmos(clusterOf(pool, scene))))
    const isPublic = not(isOn(pool.get('public_ip_disabled'), false))
    return complain(allOf(isPublic, isOwn), pool.at('public_ip_disabled'), {
      wrong: `Each node of pool "${pool.name}" has a public address: public_ip_disabled is not true.`,
      unclear: `Whether the nodes of pool "${pool.name}" have public addresses without need cannot be told.`,
    })
  },
})
