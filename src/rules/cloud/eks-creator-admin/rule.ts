import { isOn } from '../../../analysis/terraform/answers.ts'
import { blocksOf } from '../../../analysis/terraform/arguments.ts'
import type { Answer } from '../../../analysis/terraform/joins.ts'
import type { Resource } from '../../../model/resource.ts'
import { defineRule } from '../../rule.ts'

const SETTING = ['access_config', 0, 'bootstrap_cluster_creator_admin_permissions'] as const

export const eksCreatorAdmin = defineRule({
  id: 'eks-creator-admin',
  title: 'Make nobody administrator of EKS for having created it',
  topic: 'managed-settings',
  severity: 'medium',
  references: [
    {
      title: 'Amazon EKS API: CreateAccessConfigRequest, with its defaults',
      url: 'https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateAccessConfigRequest.html',
    },
    {
      title: 'Amazon EKS best practices: Identity and Access Management',
      url: 'https://docs.aws.amazon.com/eks/latest/best-practices/identity-and-access-management.html',
    },
  ],

  subject: ['aws_eks_cluster'],
  check(cluster) {
    const makesAdmin = creatorIsAdmin(cluster)
    if (makesAdmin === 'no') return []
    const sure = makesAdmin === 'yes'
    return [
      {
        place: cluster.at(...SETTING),
        message: sure
          ? `Whoever created cluster "${cluster.name}" is its administrator for good, the build server included.`
          : `Whether the creator of cluster "${cluster.name}" is its administrator for good cannot be told.`,
        sure,
      },
    ]
  },
})

function creatorIsAdmin(cluster: Resource): Answer {
  const blocks = blocksOf(cluster, 'access_config')
  if (blocks === undefined) return 'cannot tell'
  // Amazon's default is true. The provider sends false once there is a block, even one that does not say.
  return blocks.length === 0 ? 'yes' : isOn(cluster.get(...SETTING), false)
}
