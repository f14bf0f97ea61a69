import { blocksOf } from '../../../analysis/terraform/arguments.ts'
import type { Reader } from '../../../model/part.ts'
import type { Resource } from '../../../model/resource.ts'
import { defineRule, type Complaint } from '../../rule.ts'
import { makesNodes } from '../node-templates.ts'

export const eksImds = defineRule({
  id: 'eks-imds',
  title: 'Keep pods from the credentials of their EKS node',
  topic: 'node-machines',
  severity: 'high',
  references: [
    {
      title: 'Amazon EKS best practices: restrict access to the instance profile',
      url: 'https://docs.aws.amazon.com/eks/latest/best-practices/identity-and-access-management.html',
    },
    {
      title: 'Amazon EC2: Configure the Instance Metadata Service options',
      url: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-options.html',
    },
  ],
  controls: { 'ms-threat-matrix': ['MS-TA9033'], 'mitre-containers': ['T1552'] },

  subject: ['aws_launch_template'],
  check(template, scene) {
    if (!makesNodes(template, scene)) return []
    const blocks = blocksOf(template, 'metadata_options')
    const [options = template] = blocks ?? []
    if (options.get('http_endpoint')?.value === 'disabled') return []
    return [...tokenComplaints(template, options), ...hopComplaints(template, options)]
  },
})

function tokenComplaints(template: Resource, options: Reader): readonly Complaint[] {
  const tokens = options.get('http_tokens')
  if (tokens?.value === 'required') return []
  // Where nothing is written, the image and the account decide: Amazon Linux 2023 requires tokens, its elder did not.
  const sure = tokens?.resolved ?? false
  return [
    {
      place: tokens?.place ?? placeOf(template, options, 'http_tokens'),
      message: sure
        ? `The nodes of "${template.name}" give their credentials to any pod that asks, without a token.`
        : `Whether the nodes of "${template.name}" ask for a token before they give credentials away cannot be told.`,
      sure,
    },
  ]
}

function hopComplaints(template: Resource, options: Reader): readonly Complaint[] {
  const limit = options.get('http_put_response_hop_limit')
  if (limit === undefined || (limit.resolved && !(Number(limit.value) > 1))) return []
  return [
    {
      place: limit.place,
      message: limit.resolved
        ? `Pods of "${template.name}" reach the credentials of their node: the answer may take ${String(limit.value)} hops.`
        : `Whether pods of "${template.name}" reach the credentials of their node cannot be told.`,
      sure: limit.resolved,
    },
  ]
}

function placeOf(template: Resource, options: Reader, argument: string): Complaint['place'] {
  return options === template ? template.at('metadata_options') : options.at(argument)
}
