import { allOf, isOneOf, isSet, not } from '../../../analysis/terraform/answers.ts'
import { defineRule } from '../../rule.ts'
import { complain, scalewayResource } from '../complain.ts'

export const scwPoolSgShared = defineRule({
  id: 'scw-pool-sg-shared',
  title: 'Give node pools a security group of their own',
  topic: 'node-network',
  severity: 'low',
  references: [
    {
      title: 'Scaleway: Kapsule and Kosmos security group management',
      url: 'https://www.scaleway.com/en/docs/kubernetes/reference-content/security-group-management/',
    },
    scalewayResource('scaleway_k8s_pool'),
  ],

  subject: ['scaleway_k8s_pool'],
  check(pool) {
    const isExternal = isOneOf(pool.get('node_type'), ['external'], '')
    const isShared = allOf(not(isSet(pool.get('security_group_id'))), not(isExternal))
    return complain(isShared, pool.at('security_group_id'), {
      wrong: `Pool "${pool.name}" uses the security group that all pools of the zone share.`,
      unclear: `Whether pool "${pool.name}" has a security group of its own cannot be told.`,
    })
  },
})
