import { isOn } from '../../../analysis/terraform/answers.ts'
import { referentOf, type Answer } from '../../../analysis/terraform/joins.ts'
import type { Field } from '../../../model/part.ts'
import type { Resource } from '../../../model/resource.ts'
import type { Scene } from '../../../model/scene.ts'
import { defineRule } from '../../rule.ts'

export const eksNodePublic = defineRule({
  id: 'eks-node-public',
  title: 'Put the nodes of EKS into private subnets',
  topic: 'node-network',
  severity: 'medium',
  references: [
    {
      title: 'Amazon EKS: View Amazon EKS networking requirements for VPC and subnets',
      url: 'https://docs.aws.amazon.com/eks/latest/userguide/network-reqs.html',
    },
    {
      title: 'Amazon EKS best practices: VPC and Subnet Considerations',
      url: 'https://docs.aws.amazon.com/eks/latest/best-practices/subnets.html',
    },
  ],

  subject: ['aws_eks_node_group'],
  check(group, scene) {
    const subnets = group.get('subnet_ids')
    if (subnets === undefined || hidesNodes(group, scene)) return []
    const answers = subnets.resolved
      ? group.list('subnet_ids').map((subnet) => isPublic(subnet, group, scene))
      : (['cannot tell'] as const)
    const worst = answers.find((answer) => answer === 'yes') ?? answers.find(isUnclear)
    if (worst === undefined) return []
    const sure = worst === 'yes'
    return [
      {
        place: subnets.place,
        message: sure
          ? `Nodes of "${group.name}" get public addresses: a subnet of theirs gives one to each machine.`
          : `Whether the nodes of "${group.name}" get public addresses cannot be told: not all of their subnets were read.`,
        sure,
      },
    ]
  },
})

function isUnclear(answer: Answer): boolean {
  return answer === 'cannot tell'
}

function isPublic(id: Field, group: Resource, scene: Scene): Answer {
  const subnet = referentOf(id, group, scene)
  if (subnet?.type !== 'aws_subnet') return 'cannot tell'
  return isOn(subnet.get('map_public_ip_on_launch'), false)
}

// A launch template may refuse the address that the subnet would give.
function hidesNodes(group: Resource, scene: Scene): boolean {
  const id = group.get('launch_template', 0, 'id')
  const template = id && referentOf(id, group, scene)
  const address = template?.get('network_interfaces', 0, 'associate_public_ip_address')
  return address !== undefined && isOn(address, false) === 'no'
}
