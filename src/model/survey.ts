import type { Fault } from '../base/fault.ts'
import type { Coverage } from './coverage.ts'
import type { Scene } from './scene.ts'

/** What was read of the estate, and what was not: what every judgement starts from. */
export interface Survey {
  readonly scene: Scene
  readonly coverage: readonly Coverage[]
  readonly faults: readonly Fault[]
}
