import { allOf, isOneOf, not } from '../../../analysis/terraform/answers.ts'
import { defineRule } from '../../rule.ts'
import { complain } from '../complain.ts'
import { gkePage, googleResource, holdsPersonalData, isAutopilot } from '../gke.ts'

const SETTING = 'in_transit_encryption_config'
const ENCRYPTED = 'IN_TRANSIT_ENCRYPTION_INTER_NODE_TRANSPARENT'

export const gkeTransit = defineRule({
  id: 'gke-transit',
  title: 'Encrypt personal data between nodes of GKE by keys of the cluster',
  topic: 'managed-settings',
  severity: 'low',
  references: [
    gkePage(
      'Encrypt data in-transit with user-managed keys',
      'how-to/enable-inter-node-transparent-encryption',
    ),
    googleResource('cluster'),
    {
      title: 'General Data Protection Regulation, article 32',
      url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj',
    },
  ],

  subject: ['google_container_cluster'],
  check(cluster, scene) {
    // Autopilot has no such encryption to switch on.
    const isClear = allOf(
      not(isAutopilot(cluster)),
      not(isOneOf(cluster.get(SETTING), [ENCRYPTED], '')),
    )
    return complain(allOf(holdsPersonalData(cluster, scene), isClear), cluster.at(SETTING), {
      wrong: `Personal data go between nodes of cluster "${cluster.name}" with Google's own encryption alone.`,
      unclear: `Whether personal data go between nodes of cluster "${cluster.name}" with Google's own encryption alone cannot be told.`,
    })
  },
})
