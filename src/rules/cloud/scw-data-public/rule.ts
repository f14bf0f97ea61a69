import { hasBlock, not } from '../../../analysis/terraform/answers.ts'
import { defineRule } from '../../rule.ts'
import { complain, scalewayResource } from '../complain.ts'

export const scwDataPublic = defineRule({
  id: 'scw-data-public',
  title: 'Attach search and analytics services to a private network',
  topic: 'cloud-data',
  severity: 'high',
  references: [
    scalewayResource('scaleway_opensearch_deployment'),
    scalewayResource('scaleway_datawarehouse_deployment'),
  ],

  // A Kafka cluster has no public endpoint: Scaleway's API makes none.
  subject: ['scaleway_opensearch_deployment', 'scaleway_datawarehouse_deployment'],
  check(service) {
    const isPublic = not(hasBlock(service, 'private_network'))
    return complain(isPublic, service.at('private_network'), {
      wrong: `"${service.name}" is reached over a public address alone: it has no private_network.`,
      unclear: `Whether "${service.name}" is attached to a private network cannot be told.`,
    })
  },
})
