import { DIRECTIONS } from '../../analysis/isolation/closing.ts'
import type { Scene } from '../../model/scene.ts'
import type { Draft } from './draft.ts'
import { draftNetwork } from './network/draft-network.ts'

/** Denies both directions where nothing else does, and lets through what is meant, for each workload alone. */
export function draftIsolation(scene: Scene): Draft {
  return draftNetwork(scene, DIRECTIONS)
}

/** Denies the way out where nothing else does, and lets out what is meant, for each workload alone. */
export function draftEgress(scene: Scene): Draft {
  return draftNetwork(scene, ['egress'])
}
