import { allOf, answerOf, isOneOf } from '../../../analysis/terraform/answers.ts'
import { isProduction } from '../../../analysis/terraform/arguments.ts'
import { targetOf } from '../../../analysis/terraform/joins.ts'
import { defineRule } from '../../rule.ts'
import { complain, scalewayResource } from '../complain.ts'

export const scwVpcAclAccept = defineRule({
  id: 'scw-vpc-acl-accept',
  title: 'Drop what no rule of a production VPC allows',
  topic: 'node-network',
  severity: 'low',
  references: [
    scalewayResource('scaleway_vpc_acl'),
    {
      title: 'Scaleway: VPC, understanding Network ACLs',
      url: 'https://www.scaleway.com/en/docs/vpc/reference-content/understanding-nacls/',
    },
  ],

  subject: ['scaleway_vpc_acl'],
  check(list, scene) {
    const vpc = targetOf(list, { type: 'scaleway_vpc', path: ['vpc_id'] }, scene)
    const isHere = vpc === undefined ? 'cannot tell' : answerOf(isProduction(vpc))
    const policy = list.get('default_policy')
    const isOpen = allOf(isOneOf(policy, ['accept'], 'accept'), isHere)
    return complain(isOpen, list.at('default_policy'), {
      wrong: `Access list "${list.name}" of a production VPC lets through what none of its rules names.`,
      unclear: `Whether access list "${list.name}" lets what it does not name through a production VPC cannot be told.`,
    })
  },
})
