import { allOf, answerOf, isOn, not } from '../../../analysis/terraform/answers.ts'
import type { Answer } from '../../../analysis/terraform/joins.ts'
import type { Resource } from '../../../model/resource.ts'
import type { Scene } from '../../../model/scene.ts'
import { defineRule } from '../../rule.ts'
import { complain, scalewayResource } from '../complain.ts'
import { clusterOf, versionOf } from '../kapsule.ts'

const LAG = 2

export const scwPoolVersionLag = defineRule({
  id: 'scw-pool-version-lag',
  title: 'Keep the version of node pools close to that of their cluster',
  topic: 'offer-and-upgrades',
  severity: 'medium',
  references: [
    scalewayResource('scaleway_k8s_pool'),
    {
      title: 'Kubernetes: Version Skew Policy',
      url: 'https://kubernetes.io/releases/version-skew-policy/',
    },
  ],

  subject: ['scaleway_k8s_pool'],
  check(pool, scene) {
    const own = pool.get('version')
    if (own === undefined) return []
    const cluster = clusterOf(pool, scene)
    // As long as the cluster takes its pools along, the version of a pool is not heard.
    const isApart =
      cluster === undefined ? 'cannot tell' : not(isOn(cluster.get('upgrade_pools'), true))
    return complain(allOf(isApart, isBehind(pool, cluster, scene)), own.place, {
      wrong: `Pool "${pool.name}" is two or more minor versions of Kubernetes behind its cluster.`,
      unclear: `Whether pool "${pool.name}" is behind the version of its cluster cannot be told.`,
    })
  },
})

function isBehind(pool: Resource, cluster: Resource | undefined, scene: Scene): Answer {
  if (cluster === undefined) return 'cannot tell'
  // The same expression is the same version, whatever it will be.
  if (cluster.get('version')?.value === pool.get('version')?.value) return 'no'
  const [own, whole] = [versionOf(pool, scene), versionOf(cluster, scene)]
  if (own === 'newest') return 'no'
  if (own === undefined || whole === undefined || whole === 'newest') return 'cannot tell'
  return answerOf(whole.minor - own.minor >= LAG)
}
