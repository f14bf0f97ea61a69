import { SEVERITIES, type Severity } from '../../model/itinerary.ts'
import type { StopState } from '../../verdict/stops.ts'
import { SEVERITY_SHAPES, SHAPES } from '../headline.ts'
import type { Finding } from '../told.ts'
import { WAIVED_SHAPE, waiverWords } from '../waiver.ts'
import { text } from './escape.ts'

/** The class of each state: its colour. */
export const STATE_CLASSES: Readonly<Record<StopState, string>> = {
  Clear: 'clear',
  Attention: 'medium',
  Exposed: 'high',
  Urgent: 'urgent',
  'Not examined': 'unseen',
}

const SEVERITY_CLASSES: Readonly<Record<Severity, string>> = {
  critical: 'urgent',
  high: 'high',
  medium: 'medium',
  low: 'low',
}

// The shapes of the terminal, but for the dot: a page has room for one that shows its colour.
const SIGNS: Readonly<Record<Severity, string>> = { ...SEVERITY_SHAPES, low: '●' }

/** How the style adds the shape of a severity to what `shortMark` gives. */
export const SHORT_MARK_STYLE = SEVERITIES.map(
  (severity) =>
    `b.${SEVERITY_CLASSES[severity]}::before{content:"${SIGNS[severity]} ";content:"${SIGNS[severity]} "/""}`,
).join('\n')

/** A state as word, shape and colour; who hears the page hears the word alone. */
export function stateMark(state: StopState): string {
  return `<strong class="${STATE_CLASSES[state]}">${shape(SHAPES[state])} ${state}</strong>`
}

/** The shape of a state alone, for the mark on the course; its word stands below. */
export function stateShape(state: StopState): string {
  return `<span class="mark ${STATE_CLASSES[state]}" aria-hidden="true">${SHAPES[state]}</span>`
}

/** A severity as word, shape and colour. */
export function severityMark(severity: Severity): string {
  const sign = shape(SIGNS[severity])
  return `<strong class="${SEVERITY_CLASSES[severity]}">${sign} ${severity}</strong>`
}

/** The same in few characters: the style adds the shape. */
export function shortMark(severity: Severity): string {
  return `<b class=${SEVERITY_CLASSES[severity]}>${severity}</b>`
}

/** What is said of a finding that does not count; nothing of an open one. */
export function stateNote(finding: Finding): string | undefined {
  if (finding.state === 'open') return undefined
  if (finding.state === 'cannot-tell') return `<p class=unseen>${shape('○')} cannot tell`
  const words = waiverWords(finding)
  const terms = words === undefined ? '' : ` ${text(words)}`
  return `<p class=waived>${shape(WAIVED_SHAPE)} waived${terms}`
}

/** The mark of what is lifted. */
export function waivedMark(): string {
  return `<strong class="waived">${shape(WAIVED_SHAPE)} waived</strong>`
}

/** Where the findings of a rule, or its explanation, are found within the page. */
export function ruleAnchor(ruleId: string): string {
  return `r-${ruleId}`
}

/** How large a part is, as a bar; the numbers stand beside it in words. */
export function bar(part: number, whole: number): string {
  const width = whole === 0 ? 0 : Math.round((part / whole) * 1000) / 10
  return (
    '<svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" focusable="false">' +
    `<rect class="all" width="100" height="4"/><rect width="${width}" height="4"/></svg>`
  )
}

function shape(sign: string): string {
  return `<span aria-hidden=true>${sign}</span>`
}
