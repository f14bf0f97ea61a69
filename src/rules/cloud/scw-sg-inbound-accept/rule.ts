import { allOf, isOneOf } from '../../../analysis/terraform/answers.ts'
import { isLinkedAnywhere } from '../../../analysis/terraform/unread-modules.ts'
import { defineRule } from '../../rule.ts'
import { complain, scalewayResource } from '../complain.ts'

export const scwSgInboundAccept = defineRule({
  id: 'scw-sg-inbound-accept',
  title: 'Drop what nobody allowed into the security group of nodes',
  topic: 'node-network',
  severity: 'high',
  references: [
    scalewayResource('scaleway_instance_security_group'),
    {
      title: 'Scaleway: Kapsule and Kosmos security group management',
      url: 'https://www.scaleway.com/en/docs/kubernetes/reference-content/security-group-management/',
    },
  ],

  subject: ['scaleway_instance_security_group'],
  check(group, scene) {
    const policy = group.get('inbound_default_policy')
    const link = { type: 'scaleway_k8s_pool', path: ['security_group_id'] }
    const isUsed = isLinkedAnywhere(group, link, scene)
    const isOpen = allOf(isOneOf(policy, ['accept'], 'accept'), isUsed)
    return complain(isOpen, group.at('inbound_default_policy'), {
      wrong: `Security group "${group.name}" of a node pool lets everything in that no rule refuses.`,
      unclear: `Whether security group "${group.name}" lets everything reach a node pool cannot be told.`,
    })
  },
})
