import { isOneOf, not } from '../../../analysis/terraform/answers.ts'
import { defineRule } from '../../rule.ts'
import { complain } from '../complain.ts'

const PATH = ['upgrade_policy', 0, 'support_type'] as const

export const eksSupportExtended = defineRule({
  id: 'eks-support-extended',
  title: 'Decide that clusters of EKS end with standard support',
  topic: 'offer-and-upgrades',
  severity: 'low',
  references: [
    {
      title: 'Amazon EKS: View current cluster upgrade policy',
      url: 'https://docs.aws.amazon.com/eks/latest/userguide/view-upgrade-policy.html',
    },
    {
      title: 'Amazon EKS: Understand the Kubernetes version lifecycle on EKS',
      url: 'https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html',
    },
  ],

  subject: ['aws_eks_cluster'],
  check: (cluster) =>
    // Amazon takes EXTENDED where nothing is said.
    complain(not(isOneOf(cluster.get(...PATH), ['STANDARD'], 'EXTENDED')), cluster.at(...PATH), {
      wrong: `Cluster "${cluster.name}" goes over into extended support by itself: an old version stays for a year, and costs extra.`,
      unclear: `Whether cluster "${cluster.name}" goes over into extended support by itself cannot be told.`,
    }),
})
