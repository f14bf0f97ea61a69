import { not } from '../../../analysis/terraform/answers.ts'
import { isLinkedAnywhere } from '../../../analysis/terraform/unread-modules.ts'
import { defineRule } from '../../rule.ts'
import { complain, scalewayResource } from '../complain.ts'

const LINK = { type: 'scaleway_k8s_acl', path: ['cluster_id'] }

export const scwK8sAclMissing = defineRule({
  id: 'scw-k8s-acl-missing',
  title: 'List who may reach the API server of a Kapsule cluster',
  topic: 'api-endpoint',
  severity: 'high',
  references: [
    scalewayResource('scaleway_k8s_acl'),
    {
      title: 'Scaleway: How to manage allowed IP addresses',
      url: 'https://www.scaleway.com/en/docs/kubernetes/how-to/manage-allowed-ips/',
    },
  ],

  subject: ['scaleway_k8s_cluster'],
  check(cluster, scene) {
    const isListed = isLinkedAnywhere(cluster, LINK, scene)
    return complain(not(isListed), cluster.place, {
      wrong: `Cluster "${cluster.name}" has no scaleway_k8s_acl: its API server answers every address of the internet.`,
      unclear: `Whether a scaleway_k8s_acl belongs to cluster "${cluster.name}" cannot be told.`,
    })
  },
})
