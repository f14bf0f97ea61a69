import { DIRECTIONS } from '../../analysis/isolation/closing.ts'
import type { Scene } from '../../model/scene.ts'
import type { Draft } from './draft.ts'
import type { Tier } from './network/admin-tier.ts'
import { draftNetwork } from './network/draft-network.ts'

/** Denies both directions where nothing else does, and lets through what is meant, for each workload alone. */
export function draftIsolation(scene: Scene, tier?: Tier): Draft {
  return draftNetwork(scene, DIRECTIONS, tier)
}

/** Denies the way out where nothing else does, and lets out what is meant, for each workload alone. */
export function draftEgress(scene: Scene, tier?: Tier): Draft {
  return draftNetwork(scene, ['egress'], tier)
}
