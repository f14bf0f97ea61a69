import { allOf, isOn, not } from '../../../analysis/terraform/answers.ts'
import { linkedTo, type Answer } from '../../../analysis/terraform/joins.ts'
import type { Resource } from '../../../model/resource.ts'
import type { Scene } from '../../../model/scene.ts'
import { defineRule } from '../../rule.ts'
import { complain } from '../complain.ts'
import { gkePage, googleResource } from '../gke.ts'

const OF_CLUSTER = ['private_cluster_config', 0, 'enable_private_nodes'] as const
const OF_POOL = ['network_config', 0, 'enable_private_nodes'] as const
const POOLS = { type: 'google_container_node_pool', path: ['cluster'], names: ['name'] }

export const gkePrivateNodes = defineRule({
  id: 'gke-private-nodes',
  title: 'Give the nodes of GKE private addresses only',
  topic: 'node-network',
  severity: 'high',
  references: [
    gkePage('Customize your network isolation', 'how-to/latest/network-isolation'),
    googleResource('cluster'),
    googleResource('node_pool'),
  ],

  subject: ['google_container_cluster', 'google_container_node_pool'],
  check(resource, scene) {
    const isPool = resource.type === POOLS.type
    const path = isPool ? OF_POOL : OF_CLUSTER
    const isPublic = isPool ? isPublicPool(resource) : isPublicCluster(resource, scene)
    return complain(isPublic, resource.at(...path), {
      wrong: `Nodes of "${resource.name}" have public addresses: enable_private_nodes is not on.`,
      unclear: `Whether nodes of "${resource.name}" have public addresses cannot be told.`,
    })
  },
})

// What a pool does not say it takes from its cluster, which then is asked itself.
function isPublicPool(pool: Resource): Answer {
  return not(isOn(pool.get(...OF_POOL), true))
}

function isPublicCluster(cluster: Resource, scene: Scene): Answer {
  const isPublic = not(isOn(cluster.get(...OF_CLUSTER), false))
  return allOf(isPublic, not(saysEachPool(cluster, scene)))
}

// Where the first pool is taken away and each other one says it for itself, the cluster's word holds for no node.
function saysEachPool(cluster: Resource, scene: Scene): Answer {
  const { sure, unclear } = linkedTo(cluster, POOLS, scene)
  if (!sure.every(speaks) || ![...sure, ...unclear].some(speaks)) return 'no'
  const isDefaultGone = isOn(cluster.get('remove_default_node_pool'), false)
  return allOf(isDefaultGone, unclear.length > 0 ? 'cannot tell' : 'yes')
}

function speaks(pool: Resource): boolean {
  return pool.get(...OF_POOL) !== undefined
}
