import { allOf, answerOf, isOneOf } from '../../../analysis/terraform/answers.ts'
import type { Answer } from '../../../analysis/terraform/joins.ts'
import type { Field } from '../../../model/part.ts'
import type { Resource } from '../../../model/resource.ts'
import { defineRule, type Complaint } from '../../rule.ts'
import { complain } from '../complain.ts'
import { GKE_DEFAULTS } from '../gke-defaults.data.ts'
import {
  clusterOfPool,
  GKE_NODE_KINDS,
  gkePage,
  googleResource,
  minorOf,
  nodePoolsIn,
} from '../gke.ts'

const SWITCH = 'insecure_kubelet_readonly_port_enabled'
const OF_POOL = ['node_config', 0, 'kubelet_config', 0, SWITCH] as const
const DEFAULT = ['node_pool_defaults', 0, 'node_config_defaults', 0, SWITCH] as const
const OF_AUTOPILOT = ['node_pool_auto_config', 0, 'node_kubelet_config', 0, SWITCH] as const

export const gkeReadonlyPort = defineRule({
  id: 'gke-readonly-port',
  title: 'Close the read-only port of the kubelets of GKE',
  topic: 'node-machines',
  severity: 'high',
  references: [
    gkePage('Disable the kubelet read-only port', 'how-to/disable-kubelet-readonly-port'),
    googleResource('cluster'),
    googleResource('node_pool'),
  ],
  controls: { 'ms-threat-matrix': ['MS-TA9030'], 'cis-1.12': ['4.2.4'] },

  subject: GKE_NODE_KINDS,
  check(resource, scene) {
    const unsaid = defaultOf(clusterOfPool(resource, scene))
    const ofPools = nodePoolsIn(resource).flatMap(({ part, told, exists }) => {
      const field = part.get(...OF_POOL)
      const isBad = allOf(exists, field === undefined ? unsaid : isOpen(field))
      return complain(isBad, part.at(...OF_POOL), {
        wrong: `${told} tells about its pods on port 10255 to whoever asks.`,
        unclear: `${told} may tell about its pods on port 10255: ${SWITCH} cannot be told.`,
      })
    })
    return [...ofPools, ...[DEFAULT, OF_AUTOPILOT].flatMap((path) => forAll(resource, path))]
  },
})

function isOpen(field: Field | undefined): Answer {
  return isOneOf(field, ['TRUE'], 'FALSE')
}

// Told where it is set for all pools, and at each pool only where age alone decides.
function defaultOf(cluster: Resource | undefined): Answer {
  const minor = minorOf(cluster)
  if (minor === undefined || cluster?.get(...DEFAULT) !== undefined) return 'no'
  return answerOf(minor < GKE_DEFAULTS.closedReadOnlyPort.minor)
}

function forAll(
  resource: Resource,
  path: typeof DEFAULT | typeof OF_AUTOPILOT,
): readonly Complaint[] {
  return complain(isOpen(resource.get(...path)), resource.at(...path), {
    wrong: `New nodes of cluster "${resource.name}" tell about their pods on port 10255 to whoever asks.`,
    unclear: `Whether new nodes of cluster "${resource.name}" tell about their pods on port 10255 cannot be told.`,
  })
}
