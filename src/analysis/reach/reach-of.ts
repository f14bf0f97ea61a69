import { oncePerScene } from '../../model/once-per-scene.ts'
import type { Scene } from '../../model/scene.ts'
import { familiesOf, type Ground } from './columns.ts'
import { connectionsBetween } from './connections-between.ts'
import { sideOf } from './directions.ts'
import { hasIngressRoutes } from './ingress-routes.ts'
import { membersIn } from './members.ts'
import { CONTROLLER, type Workload } from './peer.ts'
import { classesOf } from './pod-class.ts'
import { profileOf } from './profile-of.ts'
import type { PluginProfile } from './profile.ts'
import type { Reach } from './reach.ts'
import { conflictFaults, readPolicies } from './read-policies.ts'
import { reasonsIn } from './reasons.ts'
import { createSetTable } from './set-table.ts'
import { workloadsOf } from './workloads.ts'

/** Who can reach whom in a scene, under the plugin that it shows. Built once for a scene; see `Reach`. */
export const reachOf = oncePerScene((scene: Scene): Reach => reachUnder(scene, profileOf(scene)))

/**
 * Who can reach whom in a scene under a plugin. O(pods × keys of labels + members of all groups of pods in policies);
 * answers are worked out by equivalence classes when they are asked for, never pod by pod.
 */
export function reachUnder(scene: Scene, profile: PluginProfile): Reach {
  const workloads = workloadsOf(scene)
  const { sides, faults } = readPolicies(scene, profile)
  const classes = classesOf(
    workloads.flatMap(({ pods }) => pods),
    sides,
    scene,
  )
  const ground: Ground = {
    classes: classes.all,
    membersOf: membersIn(classes.all),
    families: familiesOf(sides),
  }
  const table = createSetTable()
  const [ingress, egress] = [
    sideOf('ingress', sides, { ground, table }),
    sideOf('egress', sides, { ground, table }),
  ]
  const engine = { workloads, classes, ingress, egress, table, scene, profile }
  return {
    ...connectionsBetween(engine),
    workloads,
    sources: ingress.columns.ranges,
    destinations: egress.columns.ranges,
    ingressController: hasIngressRoutes(scene) ? CONTROLLER : undefined,
    faults: [...faults, ...conflictFaults([...ingress.conflicts(), ...egress.conflicts()])],
    profile,
    workload: lookup(workloads),
    reasons: reasonsIn(engine),
  }
}

function lookup(workloads: readonly Workload[]): (id: string) => Workload | undefined {
  const byId = new Map(workloads.map((workload) => [workload.id, workload]))
  return (id) => byId.get(id)
}
