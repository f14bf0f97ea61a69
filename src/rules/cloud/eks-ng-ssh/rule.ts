import { blocksOf } from '../../../analysis/terraform/arguments.ts'
import type { Answer } from '../../../analysis/terraform/joins.ts'
import type { Field } from '../../../model/part.ts'
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
      blocks === undefined ? 'cannot tell' : isGiven(group.get('remote_access', 0, 'ec2_ssh_key'))
    const isBounded = isGiven(group.get('remote_access', 0, 'source_security_group_ids'))
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

// Whether an argument has a value in the end: a variable may be null, an attribute of a resource is not.
function isGiven(field: Field | undefined): Answer {
  if (field === undefined) return 'no'
  const { value, resolved } = field
  if (resolved) return isEmpty(value) ? 'no' : 'yes'
  if (typeof value !== 'string' || !value.startsWith('${')) return 'cannot tell'
  return ATTRIBUTE.test(value) && !MAY_BE_NULL.test(value) ? 'yes' : 'cannot tell'
}

function isEmpty(value: unknown): boolean {
  return value === '' || (Array.isArray(value) && value.length === 0)
}

const ATTRIBUTE = /^\$\{[\w.[\]"*-]+\}$/
const MAY_BE_NULL = /^\$\{(?:module\.[^.]+\.)*(?:var|local|each|module)\./
