import { isOn } from '../../../analysis/terraform/answers.ts'
import { isProduction } from '../../../analysis/terraform/arguments.ts'
import { defineRule } from '../../rule.ts'

export const eksDeletionProtection = defineRule({
  id: 'eks-deletion-protection',
  title: 'Protect production clusters of EKS from being deleted',
  topic: 'managed-settings',
  severity: 'low',
  references: [
    {
      title: 'Amazon EKS: Protect EKS clusters from accidental deletion',
      url: 'https://docs.aws.amazon.com/eks/latest/userguide/deletion-protection.html',
    },
  ],
  controls: { 'ms-threat-matrix': ['MS-TA9038'] },

  subject: ['aws_eks_cluster'],
  check(cluster) {
    if (!isProduction(cluster)) return []
    const isProtected = isOn(cluster.get('deletion_protection'), false)
    if (isProtected === 'yes') return []
    const sure = isProtected === 'no'
    return [
      {
        place: cluster.at('deletion_protection'),
        message: sure
          ? `One call deletes cluster "${cluster.name}", which is in production: deletion_protection is not on.`
          : `Whether cluster "${cluster.name}", which is in production, is protected from deletion cannot be told.`,
        sure,
      },
    ]
  },
})
