import { SEVERITIES } from '../../model/itinerary.ts'
import { OFFERING_TITLES } from '../../model/offering.ts'
import type { EstateMap, MapComponent } from '../../verdict/map/map.ts'
import type { StopState } from '../../verdict/stops.ts'

/** What is pinned to a component, or why nothing is: a shape, a word for it and how many. */
export interface Mark {
  /** The state whose shape and colour it has, if any. */
  readonly sign: StopState | 'low' | 'waived' | undefined
  readonly words: string
}

const SIGNS = { critical: 'Urgent', high: 'Exposed', medium: 'Attention', low: 'low' } as const

/** The marks of a component, worst first; none for what lies outside of the estate. */
export function marksOf({ standing }: MapComponent): readonly Mark[] {
  if (standing === undefined) return []
  const { state, counts, waived, cannotTell } = standing
  const open = SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) => ({
    sign: SIGNS[severity],
    words: `${counts[severity]} ${severity}`,
  }))
  const apart: readonly Mark[] = [
    ...(cannotTell > 0
      ? [{ sign: 'Not examined', words: `${cannotTell} cannot tell` } as const]
      : []),
    ...(waived > 0 ? [{ sign: 'waived', words: `${waived} waived` } as const] : []),
  ]
  if (open.length > 0) return [...open, ...apart]
  const words = state === 'Attention' ? 'not all examined' : state.toLowerCase()
  return apart.length > 0 ? apart : [{ sign: state, words }]
}

/** Who runs a component, where the customer does not. */
export function runnerOf({ isProviderRun }: MapComponent, { offering }: EstateMap): string {
  return isProviderRun ? `run by ${OFFERING_TITLES[offering]}` : ''
}
