import { allOf, isOn, not } from '../../../analysis/terraform/answers.ts'
import { defineRule } from '../../rule.ts'
import { complain } from '../complain.ts'
import { GKE_NODE_KINDS, gkePage, googleResource, nodePoolsIn } from '../gke.ts'

const SWITCH = ['node_config', 0, 'metadata', 'disable-legacy-endpoints'] as const

export const gkeLegacyMetadata = defineRule({
  id: 'gke-legacy-metadata',
  title: 'Keep the old metadata endpoints of GKE nodes closed',
  topic: 'node-machines',
  severity: 'high',
  references: [
    gkePage('Protect cluster metadata', 'how-to/protecting-cluster-metadata'),
    googleResource('node_pool'),
  ],
  controls: { 'ms-threat-matrix': ['MS-TA9033'] },

  subject: GKE_NODE_KINDS,
  check(resource) {
    return nodePoolsIn(resource).flatMap(({ part, told, exists }) =>
      complain(allOf(exists, not(isOn(part.get(...SWITCH), true))), part.at(...SWITCH), {
        wrong: `${told} answers questions for its credentials at the old endpoints, without a header that proves a program asks.`,
        unclear: `${told} may answer at the old metadata endpoints: disable-legacy-endpoints cannot be told.`,
      }),
    )
  },
})
