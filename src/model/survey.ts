import type { Fault } from '../base/fault.ts'
import type { Coverage } from './coverage.ts'
import type { Scene } from './scene.ts'

/**
 * What was read of the estate, and what was not: what every judgement starts from. `scene` holds all objects. When some
 * of them are alternatives (a chart with several values files, overlays of one base), `renderings` are the scenes that
 * can be: each has one of the alternatives, and all that is not made.
 */
export interface Survey {
  readonly scene: Scene
  readonly renderings?: readonly Scene[]
  readonly coverage: readonly Coverage[]
  readonly faults: readonly Fault[]
}

/** The files that faults are about, each once, sorted. */
export function faultyFiles(faults: readonly Pick<Fault, 'at'>[]): readonly string[] {
  return [...new Set(faults.map(({ at }) => at.replace(/(?::\d{1,9}){1,2}$/, '')))].toSorted()
}
