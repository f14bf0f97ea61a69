import { blocksOf } from '../../../analysis/terraform/arguments.ts'
import type { Field } from '../../../model/part.ts'
import type { Resource } from '../../../model/resource.ts'
import type { Scene } from '../../../model/scene.ts'
import { defineRule, type Complaint } from '../../rule.ts'
import { breadthOf, breadthOfDocument, type Breadth } from '../broad-policies.ts'
import { namesNodeRole, nodeRolesIn } from '../node-roles.ts'

export const eksNodeRoleBroad = defineRule({
  id: 'eks-node-role-broad',
  title: 'Give the role of EKS nodes no rights of administrators',
  topic: 'node-machines',
  severity: 'high',
  references: [
    {
      title: 'Amazon EKS: Amazon EKS node IAM role',
      url: 'https://docs.aws.amazon.com/eks/latest/userguide/create-node-role.html',
    },
    {
      title: 'Amazon EKS: Learn how EKS Pod Identity grants pods access to AWS services',
      url: 'https://docs.aws.amazon.com/eks/latest/userguide/pod-identities.html',
    },
  ],
  controls: { 'ms-threat-matrix': ['MS-TA9020'], 'mitre-containers': ['T1078'] },

  subject: ['aws_iam_role', 'aws_iam_role_policy', 'aws_iam_role_policy_attachment'],
  check(resource, scene) {
    const isOurs =
      resource.type === 'aws_iam_role'
        ? nodeRolesIn(scene).includes(resource)
        : namesNodeRole(resource, scene)
    if (!isOurs) return []
    return policiesOf(resource, scene).flatMap(({ field, breadth }) => complaint(field, breadth))
  },
})

interface Given {
  readonly field: Field
  readonly breadth: Breadth | undefined
}

function policiesOf(resource: Resource, scene: Scene): readonly Given[] {
  const managed = [
    ...resource.list('managed_policy_arns'),
    ...(resource.get('policy_arn') ? [resource.get('policy_arn')] : []),
  ]
  const documents = [
    resource.get('policy'),
    ...(blocksOf(resource, 'inline_policy') ?? []).map((block) => block.get('policy')),
  ]
  return [
    ...managed.flatMap((field) =>
      field ? [{ field, breadth: breadthOf(field, resource, scene) }] : [],
    ),
    ...documents.flatMap((field) =>
      field ? [{ field, breadth: breadthOfDocument(field, resource, scene) }] : [],
    ),
  ]
}

function complaint({ place }: Field, breadth: Breadth | undefined): readonly Complaint[] {
  if (breadth === undefined) return []
  const message = breadth.sure
    ? `Every pod of a node can take the rights of its node, and those are ${breadth.told}.`
    : `Whether the role of the nodes has the rights of an administrator cannot be told from ${breadth.told}.`
  return [{ place, message, sure: breadth.sure }]
}
