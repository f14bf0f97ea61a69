import { linkedTo } from '../../../analysis/terraform/joins.ts'
import { defineRule } from '../../rule.ts'

export const scwK8sAclMissing = defineRule({
  id: 'scw-k8s-acl-missing',
  title: 'List who may reach the API server of a Kapsule cluster',
  topic: 'api-endpoint',
  severity: 'high',
  references: [
    {
      title: 'Terraform provider scaleway: scaleway_k8s_acl',
      url: 'https://github.com/scaleway/terraform-provider-scaleway/blob/master/docs/resources/k8s_acl.md',
    },
    {
      title: 'Scaleway: How to manage allowed IP addresses',
      url: 'https://www.scaleway.com/en/docs/kubernetes/how-to/manage-allowed-ips/',
    },
  ],

  subject: ['scaleway_k8s_cluster'],
  check(cluster, scene) {
    const lists = linkedTo(cluster, { type: 'scaleway_k8s_acl', path: ['cluster_id'] }, scene)
    if (lists.sure.length > 0) return []
    const sure = lists.unclear.length === 0
    return [
      {
        place: cluster.place,
        message: sure
          ? `Cluster "${cluster.name}" has no scaleway_k8s_acl: its API server answers every address of the internet.`
          : `Whether a scaleway_k8s_acl belongs to cluster "${cluster.name}" cannot be told from its cluster_id.`,
        sure,
      },
    ]
  },
})
