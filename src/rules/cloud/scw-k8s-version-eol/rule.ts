import type { Place } from '../../../model/place.ts'
import { formatVersion, type KubernetesVersion } from '../../../model/version.ts'
import { daysBetween } from '../../data/certificate-texts.ts'
import { defineRule, type Complaint } from '../../rule.ts'
import { scalewayResource } from '../complain.ts'
import { versionOf } from '../kapsule.ts'
import { SCALEWAY_VERSIONS } from '../scaleway-versions.data.ts'

// An upgrade takes a plan: two months are what Scaleway itself gives between deprecation and end.
const SOON_DAYS = 60

const ENDS: ReadonlyMap<string, string> = new Map(Object.entries(SCALEWAY_VERSIONS.ends))
const OLDEST_MINOR = Math.min(...[...ENDS.keys()].map((version) => Number(version.split('.')[1])))

export const scwK8sVersionEol = defineRule({
  id: 'scw-k8s-version-eol',
  title: 'Leave versions of Kubernetes before Scaleway ends their support',
  topic: 'offer-and-upgrades',
  severity: 'high',
  references: [
    {
      title: 'Scaleway: Kubernetes version support policy',
      url: SCALEWAY_VERSIONS.source,
    },
    scalewayResource('scaleway_k8s_cluster'),
  ],
  facts: [SCALEWAY_VERSIONS],

  subject: ['scaleway_k8s_cluster'],
  check(cluster, scene) {
    const written = cluster.get('version')
    if (written === undefined) return []
    const version = versionOf(cluster, scene)
    if (version === 'newest') return []
    if (version !== undefined) return judge(version, written.place, cluster.name, scene.today)
    if (written.resolved) return []
    const message = `Whether Scaleway still supports the version of cluster "${cluster.name}" cannot be told.`
    return [{ place: written.place, message, sure: false }]
  },
})

function judge(
  version: KubernetesVersion,
  place: Place,
  cluster: string,
  today: string,
): readonly Complaint[] {
  const said = `Cluster "${cluster}" runs Kubernetes ${formatVersion(version)}`
  const end = ENDS.get(formatVersion(version))
  if (end === undefined) {
    if (version.major > 1 || version.minor >= OLDEST_MINOR) return []
    return [{ place, message: `${said}, which Scaleway supports no more.`, sure: true }]
  }
  const days = daysBetween(today, end)
  if (days > SOON_DAYS) return []
  const verb = days < 0 ? 'ended' : 'ends'
  return [{ place, message: `${said}: its support by Scaleway ${verb} on ${end}.`, sure: true }]
}
