import { answerOf, textOf } from '../../analysis/terraform/answers.ts'
import { targetOf, type Answer } from '../../analysis/terraform/joins.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import { parseVersion, type KubernetesVersion } from '../../model/version.ts'

/** The cluster that a pool or an access list belongs to, where it was read. */
export function clusterOf(resource: Resource, scene: Scene): Resource | undefined {
  return targetOf(resource, { type: 'scaleway_k8s_cluster', path: ['cluster_id'] }, scene)
}

/** Whether a cluster is Kosmos, whose nodes may stand anywhere, rather than Kapsule. */
export function isKosmos(cluster: Resource | undefined): Answer {
  return hasType(cluster, (type) => type.startsWith('multicloud'))
}

/** Whether a cluster has a control plane of its own, of either family or of Kapsule alone. */
export function isDedicated(cluster: Resource, family: '' | 'kapsule' = ''): Answer {
  return hasType(cluster, (type) => type.startsWith(family) && type.includes('-dedicated-'))
}

/** The minor version that `version` asks for: `newest` when it follows Scaleway's list; undefined when nobody can tell. */
export function versionOf(
  resource: Resource,
  scene: Scene,
): KubernetesVersion | 'newest' | undefined {
  const written = resource.get('version')
  const link = { type: 'data.scaleway_k8s_version', path: ['version'] }
  const field = written?.resolved === false ? targetOf(resource, link, scene)?.get('name') : written
  if (field?.resolved !== true) return undefined
  return field.value === 'latest' ? 'newest' : parseVersion(String(field.value))
}

function hasType(cluster: Resource | undefined, isWanted: (type: string) => boolean): Answer {
  const type = cluster?.get('type')
  if (cluster === undefined || type?.resolved === false) return 'cannot tell'
  // The API makes a mutualized Kapsule cluster of one that does not say.
  return answerOf(isWanted(textOf(type, 'kapsule')))
}
