import { hasMembers, isSet } from '../../../analysis/terraform/answers.ts'
import { blocksOf } from '../../../analysis/terraform/arguments.ts'
import { defineRule } from '../../rule.ts'

export const eksNgSsh = defineRule({
  id: 'eks-ng-ssh',
  title: 'Open SSH of EKS nodes to no more than a security group',
  topic: 'node-network',
  severity: 'high',
  references: [
    {
      title: 'Amazon EKS API: RemoteAccessConfig',
      url: 'https://docs.aws.amazon.com/eks/latest/APIReference/API_RemoteAccessConfig.html',
    },
  ],
  controls: { 'ms-threat-matrix': ['MS-TA9029'] },

  subject: ['aws_eks_node_group'],
  check(group) {
    const blocks = blocksOf(group, 'remote_access')
    const hasKey =
      blocks === undefined ? 'cannot tell' : isSet(group.get('remote_access', 0, 'ec2_ssh_key'))
    const isBounded = hasMembers(group.get('remote_access', 0, 'source_security_group_ids'))
    if (hasKey === 'no' || (blocks !== undefined && isBounded === 'yes')) return []
    const sure = hasKey === 'yes' && isBounded === 'no'
    return [
      {
        place: group.at('remote_access', 0, 'ec2_ssh_key'),
        message: sure
          ? `EKS opens port 22 of the nodes of "${group.name}" to every address: a key is set, and no source_security_group_ids.`
          : `Whether EKS opens port 22 of the nodes of "${group.name}" to every address cannot be told.`,
        sure,
      },
    ]
  },
})
