import { allowsAction, policyIn, type Policy } from '../../../analysis/terraform/policy-document.ts'
import { defineRule } from '../../rule.ts'
import { weaknessOf } from '../web-identity.ts'

const ACTION = 'sts:AssumeRoleWithWebIdentity'

export const eksIrsaTrust = defineRule({
  id: 'eks-irsa-trust',
  title: 'Let one service account alone take an AWS role',
  topic: 'cloud-access',
  severity: 'high',
  references: [
    {
      title: 'Amazon EKS: Assign IAM roles to Kubernetes service accounts',
      url: 'https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html',
    },
    {
      title: 'Amazon EKS best practices: scope the IAM role trust policy for IRSA',
      url: 'https://docs.aws.amazon.com/eks/latest/best-practices/identity-and-access-management.html',
    },
  ],
  controls: { 'ms-threat-matrix': ['MS-TA9016'] },

  subject: ['aws_iam_role'],
  check(role, scene) {
    const field = role.get('assume_role_policy')
    const policy = field && policyIn(field, role, scene)
    if (field === undefined || policy === undefined) return []
    const [worst, ...others] = weaknessesIn(policy)
    if (worst === undefined) return []
    const { sure, told } = others.find((other) => other.sure && !worst.sure) ?? worst
    const message = sure
      ? `AWS role "${role.name}" can be taken by ${told}.`
      : `Whether one service account alone can take AWS role "${role.name}" cannot be told: ${told}.`
    return [{ place: field.place, message, sure }]

    function weaknessesIn({ statements }: Policy): readonly { sure: boolean; told: string }[] {
      return statements
        .filter((statement) => allowsAction(statement, ACTION))
        .flatMap((statement) => weaknessOf(statement, role, scene) ?? [])
    }
  },
})
