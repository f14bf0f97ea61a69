import { blocksOf } from '../../../analysis/terraform/arguments.ts'
import type { Answer } from '../../../analysis/terraform/joins.ts'
import type { Resource } from '../../../model/resource.ts'
import { defineRule } from '../../rule.ts'

export const eksCmk = defineRule({
  id: 'eks-cmk',
  title: "Encrypt the Secrets of EKS with a key of one's own",
  topic: 'managed-settings',
  severity: 'low',
  references: [
    {
      title: 'Amazon EKS: Default envelope encryption for all Kubernetes API Data',
      url: 'https://docs.aws.amazon.com/eks/latest/userguide/envelope-encryption.html',
    },
  ],

  subject: ['aws_eks_cluster'],
  check(cluster) {
    // A local cluster on an Outpost takes no key.
    if (cluster.get('outpost_config') !== undefined) return []
    const hasKey = keyOf(cluster)
    if (hasKey === 'yes') return []
    const sure = hasKey === 'no'
    return [
      {
        place: cluster.at('encryption_config'),
        message: sure
          ? `The Secrets of cluster "${cluster.name}" are encrypted with a key of Amazon's, which you can neither withhold nor audit.`
          : `Whether cluster "${cluster.name}" encrypts its Secrets with a key of yours cannot be told.`,
        sure,
      },
    ]
  },
})

function keyOf(cluster: Resource): Answer {
  const blocks = blocksOf(cluster, 'encryption_config')
  if (blocks === undefined) return 'cannot tell'
  const answers = blocks.map((block) => {
    const resources = block.get('resources')
    if (resources !== undefined && !resources.resolved) return 'cannot tell'
    const covers = block.list('resources').some(({ value }) => value === 'secrets')
    // The provider refuses a block without a key, so what is written here is one.
    return covers && block.get('provider', 0, 'key_arn') !== undefined ? 'yes' : 'no'
  })
  if (answers.includes('yes')) return 'yes'
  return answers.includes('cannot tell') ? 'cannot tell' : 'no'
}
