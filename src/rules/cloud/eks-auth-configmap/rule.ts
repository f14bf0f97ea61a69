import { blocksOf } from '../../../analysis/terraform/arguments.ts'
import type { Field } from '../../../model/part.ts'
import { defineRule } from '../../rule.ts'

export const eksAuthConfigmap = defineRule({
  id: 'eks-auth-configmap',
  title: 'Let access entries say who may enter EKS, no ConfigMap',
  topic: 'managed-settings',
  severity: 'medium',
  references: [
    {
      title: 'Amazon EKS: Change authentication mode to use access entries',
      url: 'https://docs.aws.amazon.com/eks/latest/userguide/setting-up-access-entries.html',
    },
    {
      title: 'Amazon EKS API: CreateAccessConfigRequest, with its defaults',
      url: 'https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateAccessConfigRequest.html',
    },
  ],

  subject: ['aws_eks_cluster'],
  check(cluster) {
    const blocks = blocksOf(cluster, 'access_config')
    const mode = cluster.get('access_config', 0, 'authentication_mode')
    const sure = blocks !== undefined && (mode?.resolved ?? true)
    if (sure && isByEntries(mode)) return []
    return [
      {
        place: cluster.at('access_config', 0, 'authentication_mode'),
        message: sure
          ? `Who may enter cluster "${cluster.name}" is decided by the ConfigMap aws-auth alone${mode ? '' : ', as no authentication_mode is set'}.`
          : `Whether the ConfigMap aws-auth alone decides who may enter cluster "${cluster.name}" cannot be told.`,
        sure,
      },
    ]
  },
})

function isByEntries(mode: Field | undefined): boolean {
  return mode !== undefined && mode.value !== 'CONFIG_MAP' && mode.value !== ''
}
