import { isOn } from '../../../analysis/terraform/answers.ts'
import { blockOf } from '../../../analysis/terraform/arguments.ts'
import type { Reader } from '../../../model/part.ts'
import { defineRule } from '../../rule.ts'
import { openingOf, type Opening } from '../access-lists.ts'

export const eksEndpointOpen = defineRule({
  id: 'eks-endpoint-open',
  title: 'Let narrow ranges alone reach the API server of EKS',
  topic: 'api-endpoint',
  severity: 'high',
  references: [
    {
      title: 'Amazon EKS: Cluster API server endpoint',
      url: 'https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html',
    },
    {
      title: 'Amazon EKS API: VpcConfigRequest, with its defaults',
      url: 'https://docs.aws.amazon.com/eks/latest/APIReference/API_VpcConfigRequest.html',
    },
  ],

  subject: ['aws_eks_cluster'],
  check(cluster) {
    const network = blockOf(cluster, 'vpc_config')
    if (network === undefined) return []
    const isPublic = isOn(network.get('endpoint_public_access'), true)
    const opening = isPublic === 'no' ? undefined : openingIn(network)
    if (opening === undefined) return []
    const sure = opening.sure && isPublic === 'yes'
    return [
      {
        place: opening.place,
        message: sure
          ? `The API server of cluster "${cluster.name}" answers half of the internet or more: ${opening.told}.`
          : `Whom the API server of cluster "${cluster.name}" answers cannot be told.`,
        sure,
      },
    ]
  },
})

// Without a list, or with an empty one, Amazon takes 0.0.0.0/0.
function openingIn(network: Reader): Opening | undefined {
  const list = network.get('public_access_cidrs')
  const place = network.at('public_access_cidrs')
  if (list !== undefined && !list.resolved) return { place, sure: false, told: '' }
  const ranges = network.list('public_access_cidrs')
  if (ranges.length === 0) return { place, sure: true, told: 'no list of ranges is set' }
  return openingOf(ranges)
}
