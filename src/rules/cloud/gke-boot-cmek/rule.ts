import { allOf, isSet, not } from '../../../analysis/terraform/answers.ts'
import { defineRule } from '../../rule.ts'
import { complain } from '../complain.ts'
import {
  clusterOfPool,
  GKE_NODE_KINDS,
  gkePage,
  googleResource,
  holdsPersonalData,
  nodePoolsIn,
} from '../gke.ts'

const KEY = ['node_config', 0, 'boot_disk_kms_key'] as const

export const gkeBootCmek = defineRule({
  id: 'gke-boot-cmek',
  title: 'Encrypt the disks of nodes with personal data with your own key',
  topic: 'node-machines',
  severity: 'low',
  references: [
    gkePage('Use customer-managed encryption keys', 'how-to/using-cmek'),
    googleResource('node_pool'),
  ],

  subject: GKE_NODE_KINDS,
  check(resource, scene) {
    const isPersonal = holdsPersonalData(clusterOfPool(resource, scene), scene)
    if (isPersonal === 'no') return []
    return nodePoolsIn(resource).flatMap(({ part, told, exists }) =>
      complain(allOf(exists, isPersonal, not(isSet(part.get(...KEY)))), part.at(...KEY), {
        wrong: `${told} keeps personal data on boot disks without a key of yours.`,
        unclear: `${told} may keep personal data on boot disks without a key of yours.`,
      }),
    )
  },
})
