import { oncePerScene } from '../../model/once-per-scene.ts'
import { WAYS, type Door } from './door.ts'
import { nodeDoors } from './node-doors.ts'
import { routeDoors } from './route-doors.ts'
import { serviceDoors } from './service-doors.ts'

/**
 * All ways from outside of the cluster to workloads, by id of the workload, then by kind of way. Doors that are written
 * the same in two places are both there. Looked up once for a scene: O(Services + routes + pods behind them).
 */
export const doorsOf = oncePerScene((scene): readonly Door[] =>
  [...routeDoors(scene), ...serviceDoors(scene), ...nodeDoors(scene)].toSorted(
    (one, two) => one.to.index - two.to.index || WAYS.indexOf(one.way) - WAYS.indexOf(two.way),
  ),
)
