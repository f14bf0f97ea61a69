import { oncePerScene } from '../../model/once-per-scene.ts'
import type { Pod } from '../../model/pod.ts'
import type { Workload } from '../reach/peer.ts'
import { workloadsOf } from '../reach/workloads.ts'

/** The workload that each pod of a scene belongs to. Looked up once for a scene. */
export const ownersIn = oncePerScene(
  (scene): ReadonlyMap<Pod, Workload> =>
    new Map(
      workloadsOf(scene).flatMap((workload) =>
        workload.pods.map((pod) => [pod, workload] as const),
      ),
    ),
)
