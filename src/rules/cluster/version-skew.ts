import { statedVersions, type StatedVersion } from '../../analysis/cluster/stated-versions.ts'
import type { ComponentName } from '../../model/component.ts'
import type { Scene } from '../../model/scene.ts'

/**
 * By how many minor releases a program may be older than the API server it talks to. None may be newer. Source:
 * https://kubernetes.io/releases/version-skew-policy/, read 2026-11-25: kubelets before 1.25 may be two older only.
 */
const OLDEST: Readonly<Partial<Record<ComponentName, number>>> = {
  kubelet: 3,
  'kube-proxy': 3,
  'kube-controller-manager': 1,
  'kube-scheduler': 1,
  'kube-apiserver': 1,
}

/** What is wrong between a version and those of the API servers of its cluster; the words follow a comma. */
export function skewOf(stated: StatedVersion, scene: Scene): string | undefined {
  const minor = stated.release?.minor
  const allowed = OLDEST[stated.program]
  const servers = apiServersOf(stated, scene)
  if (minor === undefined || allowed === undefined || servers.length === 0) return undefined
  const newest = Math.max(...servers)
  if (newest - minor > allowed)
    return `more than ${allowed} minor ${allowed === 1 ? 'release' : 'releases'} behind its API server 1.${newest}`
  const oldest = Math.min(...servers)
  // Among API servers the older one is told.
  if (stated.program === 'kube-apiserver' || minor <= oldest) return undefined
  return `newer than its API server 1.${oldest}`
}

// Files of several clusters in one folder tell nothing of any of them.
function apiServersOf({ cluster }: StatedVersion, scene: Scene): readonly number[] {
  const servers = statedVersions(scene).filter(
    (stated) => stated.cluster === cluster && stated.program === 'kube-apiserver',
  )
  const owners = new Set(
    servers.filter(({ owner }) => isWholeCluster(owner.type)).map(({ owner }) => owner),
  )
  return owners.size > 1 ? [] : servers.flatMap(({ release }) => release?.minor ?? [])
}

function isWholeCluster(type: string): boolean {
  return type === 'ClusterConfiguration' || type === 'Cluster'
}
