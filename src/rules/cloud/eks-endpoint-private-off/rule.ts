import { isOn } from '../../../analysis/terraform/answers.ts'
import { blockOf } from '../../../analysis/terraform/arguments.ts'
import { defineRule } from '../../rule.ts'

export const eksEndpointPrivateOff = defineRule({
  id: 'eks-endpoint-private-off',
  title: 'Let nodes reach the API server of EKS inside of the VPC',
  topic: 'api-endpoint',
  severity: 'medium',
  references: [
    {
      title: 'Amazon EKS: Cluster API server endpoint',
      url: 'https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html',
    },
  ],

  subject: ['aws_eks_cluster'],
  check(cluster) {
    const network = blockOf(cluster, 'vpc_config')
    if (network === undefined) return []
    const isPrivate = isOn(network.get('endpoint_private_access'), false)
    if (isPrivate === 'yes') return []
    const sure = isPrivate === 'no'
    return [
      {
        place: network.at('endpoint_private_access'),
        message: sure
          ? `The nodes of cluster "${cluster.name}" leave the VPC to reach their API server: it has no private endpoint.`
          : `Whether cluster "${cluster.name}" has a private endpoint cannot be told.`,
        sure,
      },
    ]
  },
})
