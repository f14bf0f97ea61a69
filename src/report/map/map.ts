import type { EstateMap } from '../../verdict/map/map.ts'
import type { StopState } from '../../verdict/stops.ts'
import { circumstances, openWords, overallState } from '../headline.ts'
import type { Run } from '../report.ts'
import type { Verdict } from '../told.ts'

/** A map with what its head says. */
export interface ToldMap extends EstateMap {
  readonly targets: readonly string[]
  /** By what it was judged, and when: the parts of one line. */
  readonly circumstances: readonly string[]
  /** How the whole stands. */
  readonly state: StopState
  /** The open findings in words, and what is counted apart. */
  readonly open: readonly string[]
  /** Name and version for people. */
  readonly tool: string
}

/** Puts the head to a map. */
export function toldMap(map: EstateMap, verdict: Verdict, run: Run): ToldMap {
  return {
    ...map,
    targets: run.targets,
    circumstances: [...circumstances(verdict, run), verdict.scene.today],
    state: overallState(verdict.stops),
    open: openWords(verdict),
    tool: run.tool,
  }
}
