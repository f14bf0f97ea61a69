import { allOf, answerOf, isOn, isOneOf, not } from '../../analysis/terraform/answers.ts'
import { blocksOf } from '../../analysis/terraform/arguments.ts'
import { targetOf, type Answer } from '../../analysis/terraform/joins.ts'
import type { Reader } from '../../model/part.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import { parseVersion } from '../../model/version.ts'
import { declaresPersonal } from '../data/data-class.ts'
import type { Reference } from '../rule.ts'

const CLUSTER = 'google_container_cluster'

/** What describes nodes of GKE: a pool of its own, or what a cluster says of pools inside its block. */
export const GKE_NODE_KINDS = [CLUSTER, 'google_container_node_pool'] as const

/** Nodes that are made alike, with the blocks that describe them: `node_config`, `management`, `network_config`. */
export interface NodePool {
  readonly part: Reader
  /** For people, as a sentence begins. */
  readonly told: string
  /** Whether there are such nodes in the end, and it is the customer who describes them. */
  readonly exists: Answer
}

/** The page of a resource in the documentation of Google's provider. */
export function googleResource(type: 'cluster' | 'node_pool'): Reference {
  return {
    title: `Terraform provider google: google_container_${type}`,
    url: `https://github.com/hashicorp/terraform-provider-google/blob/main/website/docs/r/container_${type}.html.markdown`,
  }
}

/** A page of GKE's documentation. */
export function gkePage(title: string, page: string): Reference {
  return { title: `GKE: ${title}`, url: `https://cloud.google.com/kubernetes-engine/docs/${page}` }
}

/** Whether Google makes and runs the nodes of a cluster. */
export function isAutopilot(cluster: Resource): Answer {
  return isOn(cluster.get('enable_autopilot'), false)
}

/** The pools that a resource describes: none for a cluster in Autopilot, where the nodes are Google's. */
export function nodePoolsIn(resource: Resource): readonly NodePool[] {
  if (resource.type !== CLUSTER) {
    return [{ part: resource, told: `Node pool "${resource.name}"`, exists: 'yes' }]
  }
  const isOwn = not(isAutopilot(resource))
  if (isOwn === 'no') return []
  const blocks = blocksOf(resource, 'node_pool')
  if (blocks === undefined || blocks.length === 0) return defaultPool(resource, isOwn)
  return blocks.map((part) => ({
    part,
    told: `A pool of cluster "${resource.name}"`,
    exists: allOf(isOwn, not(isTakenAway(part, resource))),
  }))
}

// The first pool has this name, also where it is written out.
function isTakenAway(pool: Reader, cluster: Resource): Answer {
  return allOf(
    isOn(cluster.get('remove_default_node_pool'), false),
    isOneOf(pool.get('name'), ['default-pool'], ''),
  )
}

// A cluster that takes its first pool away describes nodes that are gone in the end.
function defaultPool(cluster: Resource, isOwn: Answer): readonly NodePool[] {
  const remains = not(isOn(cluster.get('remove_default_node_pool'), false))
  const isAlone = cluster.get('node_pool')?.resolved === false ? 'cannot tell' : 'yes'
  const exists = allOf(isOwn, remains, isAlone)
  if (exists === 'no') return []
  return [{ part: cluster, told: `The default pool of cluster "${cluster.name}"`, exists }]
}

/** The cluster that a pool belongs to, where it was read; a cluster belongs to itself. */
export function clusterOfPool(resource: Resource, scene: Scene): Resource | undefined {
  if (resource.type === CLUSTER) return resource
  return targetOf(resource, { type: CLUSTER, path: ['cluster'], names: ['name'] }, scene)
}

/** The minor version 1.x that a cluster starts with, where it is written. */
export function minorOf(cluster: Resource | undefined): number | undefined {
  const version = cluster?.get('min_master_version')
  if (typeof version?.value !== 'string' || !version.resolved) return undefined
  return parseVersion(version.value)?.minor
}

/**
 * Whether data about people come to a cluster: its label `data-class` says so, or manifests do, and then they come to
 * the only cluster there is. To which of several cannot be told.
 */
export function holdsPersonalData(cluster: Resource | undefined, scene: Scene): Answer {
  const label = cluster?.get('resource_labels', 'data-class')
  if (label !== undefined)
    return label.resolved ? answerOf(IS_PERSONAL.test(String(label.value))) : 'cannot tell'
  if (!declaresPersonal(scene)) return 'no'
  return cluster !== undefined && scene.ofKind(CLUSTER).length === 1 ? 'yes' : 'cannot tell'
}

const IS_PERSONAL = /^(?:personal|pii|special|sensitive|health|medical|payment|pci)$/i
