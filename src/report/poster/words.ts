import type { Severity } from '../../model/itinerary.ts'
import type { StopState } from '../../verdict/stops.ts'
import { SEVERITY_SHAPES, SHAPES } from '../headline.ts'
import { text } from '../html/escape.ts'

/** The class of each state: its colour, which only repeats what shape and word say. */
export const STATE_CLASSES: Readonly<Record<StopState, string>> = {
  Clear: 'clear',
  Attention: 'medium',
  Exposed: 'high',
  Urgent: 'urgent',
  'Not examined': 'unseen',
}

/** What the state words say. */
export const STATE_MEANINGS: readonly (readonly [StopState, string])[] = [
  ['Urgent', 'something critical is open'],
  ['Exposed', 'something of severity high is open'],
  ['Attention', 'something medium is open, or not all was seen'],
  ['Clear', 'all was examined, nothing of that is open'],
  ['Not examined', 'nothing is known, which is no good news'],
]

const SEVERITY_CLASSES: Readonly<Record<Severity, string>> = {
  critical: 'urgent',
  high: 'high',
  medium: 'medium',
  low: 'low',
}

/** A state as shape and word. */
export function stateMark(state: StopState): string {
  return `<span class="mark ${STATE_CLASSES[state]}">${shape(SHAPES[state])} ${state}</span>`
}

/** A severity as shape and word; `words` follow it. */
export function severityMark(severity: Severity, words = ''): string {
  return `<span class="mark ${SEVERITY_CLASSES[severity]}">${shape(SEVERITY_SHAPES[severity])} ${severity}${words}</span>`
}

// A screen reader is told the word; the shape's name would only delay it.
function shape(sign: string): string {
  return `<span aria-hidden="true">${sign}</span>`
}

/** One sentence of a page or guide, its code as code. */
export function sentence(markdown: string): string {
  return markdown
    .split('`')
    .map((piece, at) => (at % 2 === 0 ? text(piece) : `<code>${text(piece)}</code>`))
    .join('')
}
