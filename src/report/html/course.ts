import { SEVERITIES, STOP_TITLES, STOPS, type Stop } from '../../model/itinerary.ts'
import type { StopVerdict } from '../../verdict/stops.ts'
import { stopsFor } from '../order.ts'
import type { Run } from '../report.ts'
import { worstOf } from '../text/stops.ts'
import type { Verdict } from '../told.ts'
import { text } from './escape.ts'
import { stateMark, stateShape } from './words.ts'

/** The itinerary as a course from stop to stop. `linkTo` gives where the findings of a stop are listed, if they are. */
export function course(
  verdict: Verdict,
  run: Run,
  linkTo: (stop: Stop) => string | undefined,
): string {
  const stops = stopsFor(verdict, run).map((stop) => stopHtml(stop, verdict, run, linkTo))
  return (
    '<section class="course" aria-labelledby="itinerary"><h2 id="itinerary">The itinerary</h2>' +
    `${COURSE_LINE}<ol class="route">${stops.join('')}</ol></section>`
  )
}

/** How far down each mark of the course stands, in pixels. */
export const COURSE_DEPTHS = [20, 48, 30, 58, 26, 52, 34, 16] as const

const COURSE_POINTS = COURSE_DEPTHS.map((depth, index) => `${index * 100 + 50},${depth}`).join(' ')

// Stretched to the width of the route, so that it runs through the marks however wide the page is.
const COURSE_LINE =
  '<svg class="line" viewBox="0 0 800 76" preserveAspectRatio="none" aria-hidden="true" focusable="false">' +
  `<polyline points="${COURSE_POINTS}" vector-effect="non-scaling-stroke"/></svg>`

function stopHtml(
  verdict: StopVerdict,
  whole: Verdict,
  run: Run,
  linkTo: (stop: Stop) => string | undefined,
): string {
  const { stop, state, asked, examined } = verdict
  const name = `<span class="number">${STOPS.indexOf(stop) + 1}</span> ${STOP_TITLES[stop]}`
  const target = linkTo(stop)
  const title = target === undefined ? name : `<a href="#${target}">${name}</a>`
  return (
    `<li>${stateShape(state)}<h3>${title}</h3><p>${stateMark(state)}</p>` +
    `<p class="worst">${text(worstOf(verdict, whole, run))}</p>` +
    soundings(verdict) +
    `<p class="muted">${examined}/${asked} examined</p></li>`
  )
}

function soundings({ state, counts, waived, cannotTell }: StopVerdict): string {
  if (state === 'Not examined') return ''
  const depths = [
    ...SEVERITIES.map((severity) => ({ count: counts[severity], word: severity })),
    { count: waived, word: 'waived' },
    { count: cannotTell, word: 'cannot tell' },
  ].filter(({ count }) => count > 0)
  const words = depths.map(({ count, word }) => `<span><b>${count}</b> ${word}</span>`)
  return words.length === 0 ? '' : `<p class="soundings">${words.join(' ')}</p>`
}
