import type { Stop } from '../model/itinerary.ts'
import type { Survey } from '../model/survey.ts'
import { unspokenWorkloads } from '../rules/network/namespace-isolation.ts'
import type { Rule } from '../rules/rule.ts'
import { stopOf } from '../rules/topics.ts'
import type { StopReach } from './stops.ts'

/**
 * What of each stop could be looked at. A stop without rules examines nothing. With rules, what could not be read could
 * have belonged to any of them.
 */
export function reachOf(
  { scene, coverage }: Survey,
  rules: readonly Rule[],
): Readonly<Record<Stop, StopReach>> {
  const judged = new Set(rules.map(stopOf))
  const all = scene.resources.length
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
