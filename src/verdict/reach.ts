import type { Stop } from '../model/itinerary.ts'
import type { Scene } from '../model/scene.ts'
import type { Survey } from '../model/survey.ts'
import { unspokenWorkloads } from '../rules/network/namespace-isolation.ts'
import type { Rule } from '../rules/rule.ts'
import { stopOf } from '../rules/topics.ts'
import type { StopReach } from './stops.ts'

/**
 * What of each stop could be looked at. A stop without rules examines nothing; with rules, what they are asked about.
 * What could not be read could have belonged to any of them, and an object of a kind that no rule of any stop knows is
 * not examined by being read.
 */
export function reachOf(
  { scene, coverage }: Survey,
  rules: readonly Rule[],
): Readonly<Record<Stop, StopReach>> {
  const judged = new Set(rules.map(stopOf))
  const all = countKnown(scene, rules)
  const missed = coverage.reduce((sum, c) => sum + c.asked - c.examined, 0)
  const reach = (stop: Stop, unseen = 0): StopReach => ({
    asked: all + missed,
    examined: judged.has(stop) ? Math.max(0, all - unseen) : 0,
  })
  return {
    cloud: reach('cloud'),
    cluster: reach('cluster'),
    identity: reach('identity'),
    workloads: reach('workloads'),
    // A workload without its namespace and its neighbours is not judged, so it must not look isolated.
    network: reach('network', judged.has('network') ? unspokenWorkloads(scene) : 0),
    'third-parties': reach('third-parties'),
    data: reach('data'),
    code: reach('code'),
  }
}

// Kubernetes' own kinds are known even where no rule has a word for them: their silence was meant.
function countKnown({ resources, pods }: Scene, rules: readonly Rule[]): number {
  const owners = new Set(pods.map(({ owner }) => owner))
  const types = new Set(
    rules.flatMap(({ subject }) => (typeof subject === 'string' ? [] : subject)),
  )
  return resources.filter(
    (resource) => !resource.type.includes('/') || types.has(resource.type) || owners.has(resource),
  ).length
}
