import { defineRule } from '../../rule.ts'
import { ENDED_IMAGES } from '../eks-images.data.ts'

export const eksAmiEol = defineRule({
  id: 'eks-ami-eol',
  title: 'Run EKS nodes on an image that is still made',
  topic: 'node-machines',
  severity: 'high',
  references: [
    {
      title: 'Amazon EKS: Build a custom Amazon Linux AMI, with the end of AL2',
      url: 'https://docs.aws.amazon.com/eks/latest/userguide/eks-ami-build-scripts.html',
    },
    {
      title: 'Amazon EKS: Upgrade from Amazon Linux 2 to Amazon Linux 2023',
      url: 'https://docs.aws.amazon.com/eks/latest/userguide/al2023.html',
    },
  ],
  controls: { nsa: ['E'] },

  subject: ['aws_eks_node_group'],
  check(group, scene) {
    const image = group.get('ami_type')
    if (image === undefined) return []
    const { place } = image
    if (!image.resolved) {
      const message = `Whether the node image of "${group.name}" is still made cannot be told.`
      return [{ place, message, sure: false }]
    }
    const family = ENDED_IMAGES.families.find(({ prefix }) =>
      String(image.value).startsWith(prefix),
    )
    if (family === undefined || scene.today <= family.ended) return []
    const message = `The nodes of "${group.name}" run ${family.name}: Amazon makes no images of it for EKS since ${family.ended}.`
    return [{ place, message, sure: true }]
  },
})
