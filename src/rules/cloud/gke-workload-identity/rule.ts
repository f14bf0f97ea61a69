import { allOf, isOneOf, isSet, not } from '../../../analysis/terraform/answers.ts'
import type { Answer } from '../../../analysis/terraform/joins.ts'
import type { Field } from '../../../model/part.ts'
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

const CONFIG = ['workload_identity_config', 0] as const
const METADATA = ['node_config', 0, 'workload_metadata_config', 0] as const

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
  return allOf(not(isAutopilot(cluster)), not(isSet(poolOf(cluster))))
}

// Version 3 of the provider called it by another name, and its values too.
function poolOf(cluster: Resource): Field | undefined {
  return cluster.get(...CONFIG, 'workload_pool') ?? cluster.get(...CONFIG, 'identity_namespace')
}

function ofCluster(cluster: Resource, lacks: Answer): readonly Complaint[] {
  return complain(lacks, cluster.at(...CONFIG, 'workload_pool'), {
    wrong: `Pods of cluster "${cluster.name}" act in the cloud as their node: it has no workload_pool.`,
    unclear: `Whether pods of cluster "${cluster.name}" have identities of their own cannot be told.`,
  })
}

// New pools of a cluster with identities hide the node's own from pods unless they say otherwise.
function ofPool({ part, told, exists }: NodePool): readonly Complaint[] {
  const mode = part.get(...METADATA, 'mode') ?? part.get(...METADATA, 'node_metadata')
  const isHidden = isOneOf(mode, ['GKE_METADATA', 'GKE_METADATA_SERVER'], 'GKE_METADATA')
  return complain(allOf(exists, not(isHidden)), mode?.place ?? part.at(...METADATA, 'mode'), {
    wrong: `${told} shows the node's own credentials to its pods.`,
    unclear: `${told} may show the node's own credentials to its pods: its mode cannot be told.`,
  })
}
