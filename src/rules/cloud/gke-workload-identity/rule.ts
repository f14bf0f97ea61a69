import { allOf, isOneOf, isSet, not } from '../../../analysis/terraform/answers.ts'
import type { Answer } from '../../../analysis/terraform/joins.ts'
import type { Resource } from '../../../model/resource.ts'
import { defineRule, type Complaint } from '../../rule.ts'
import { complain } from '../complain.ts'
import {
  clusterOfPool,
  GKE_NODE_KINDS,
  gkePage,
  googleResource,
  isAutopilot,
  nodePoolsIn,
  type NodePool,
} from '../gke.ts'

const POOL = ['workload_identity_config', 0, 'workload_pool'] as const
const MODE = ['node_config', 0, 'workload_metadata_config', 0, 'mode'] as const

export const gkeWorkloadIdentity = defineRule({
  id: 'gke-workload-identity',
  title: 'Give the pods of GKE identities of their own',
  topic: 'managed-settings',
  severity: 'high',
  references: [
    gkePage('Authenticate to Google Cloud APIs from workloads', 'how-to/workload-identity'),
    googleResource('cluster'),
    googleResource('node_pool'),
  ],
  controls: { 'ms-threat-matrix': ['MS-TA9020'] },

  subject: GKE_NODE_KINDS,
  check(resource, scene) {
    const cluster = clusterOfPool(resource, scene)
    const lacks = cluster === undefined ? 'no' : lacksIdentities(cluster)
    // What the whole cluster lacks is told once, at the cluster.
    if (lacks !== 'no') return cluster === resource ? ofCluster(cluster, lacks) : []
    return nodePoolsIn(resource).flatMap(ofPool)
  },
})

function lacksIdentities(cluster: Resource): Answer {
  return allOf(not(isAutopilot(cluster)), not(isSet(cluster.get(...POOL))))
}

function ofCluster(cluster: Resource, lacks: Answer): readonly Complaint[] {
  return complain(lacks, cluster.at(...POOL), {
    wrong: `Pods of cluster "${cluster.name}" act in the cloud as their node: it has no workload_pool.`,
    unclear: `Whether pods of cluster "${cluster.name}" have identities of their own cannot be told.`,
  })
}

// New pools of a cluster with identities hide the node's own from pods unless they say otherwise.
function ofPool({ part, told, exists }: NodePool): readonly Complaint[] {
  const isHidden = isOneOf(part.get(...MODE), ['GKE_METADATA'], 'GKE_METADATA')
  return complain(allOf(exists, not(isHidden)), part.at(...MODE), {
    wrong: `${told} shows the node's own credentials to its pods.`,
    unclear: `${told} may show the node's own credentials to its pods: its mode cannot be told.`,
  })
}
