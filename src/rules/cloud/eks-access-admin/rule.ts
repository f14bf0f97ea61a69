import type { Field } from '../../../model/part.ts'
import type { Resource } from '../../../model/resource.ts'
import { defineRule } from '../../rule.ts'

export const eksAccessAdmin = defineRule({
  id: 'eks-access-admin',
  title: 'Give people of EKS a namespace, not the whole cluster',
  topic: 'managed-settings',
  severity: 'high',
  references: [
    {
      title: 'Amazon EKS: Review access policy permissions',
      url: 'https://docs.aws.amazon.com/eks/latest/userguide/access-policy-permissions.html',
    },
    {
      title: 'Amazon EKS: Associate access policies with access entries',
      url: 'https://docs.aws.amazon.com/eks/latest/userguide/access-policies.html',
    },
  ],
  controls: { 'ms-threat-matrix': ['MS-TA9019'] },

  subject: ['aws_eks_access_policy_association'],
  check(association) {
    const policy = association.get('policy_arn')
    const scope = association.get('access_scope', 0, 'type')
    const principal = association.get('principal_arn')
    if (policy === undefined || isForEmergencies(association, principal)) return []
    const isAdmin = ADMIN.test(String(policy.value))
    const isWide = scope?.value === 'cluster'
    if ((policy.resolved && !isAdmin) || (scope?.resolved && !isWide)) return []
    // A name that nobody knows may be that of the role for emergencies.
    const sure = isAdmin && isWide && !isAnybody(principal)
    return [
      {
        place: policy.place,
        message: sure
          ? `Access entry "${association.name}" makes its principal administrator of the whole cluster.`
          : `Whether access entry "${association.name}" makes an everyday principal administrator of the whole cluster cannot be told.`,
        sure,
      },
    ]
  },
})

const ADMIN = /:cluster-access-policy\/AmazonEKSClusterAdminPolicy$/

function isForEmergencies({ name }: Resource, principal: Field | undefined): boolean {
  return /break.?glass|emergency/i.test(`${name} ${String(principal?.value)}`)
}

function isAnybody(principal: Field | undefined): boolean {
  if (typeof principal?.value !== 'string') return true
  return /^\$\{(?:module\.[^.]+\.)*(?:var|data|local|each|module)\./.test(principal.value)
}
