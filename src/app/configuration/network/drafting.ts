import type { Direction } from '../../../analysis/isolation/closing.ts'
import type { Scene } from '../../../model/scene.ts'
import type { Tier } from './admin-tier.ts'
import type { RuleName } from './rule-name.ts'

/** What the policies of a room are drafted with. */
export interface Drafting {
  readonly directions: readonly Direction[]
  readonly tier: Tier
  readonly scene: Scene
  /** A name that no policy of somebody else has. */
  readonly names: (wanted: string) => string
  /** Whether a rule would let through nothing that others do not; rules count from 0. */
  readonly isIdle: (rule: RuleName) => boolean
}

/** The directions as a policy writes them. */
export const POLICY_TYPES: Readonly<Record<Direction, string>> = {
  ingress: 'Ingress',
  egress: 'Egress',
}
