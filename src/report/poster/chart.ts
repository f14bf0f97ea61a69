import { SHAPES } from '../headline.ts'
import { markup } from '../html/escape.ts'
import { STATE_CLASSES, stateMark } from '../html/words.ts'
import type { Leg } from './poster.ts'

const NEARNESS_WORDS = ['not yours', 'keep an eye on', 'then', 'first of all'] as const

/** The itinerary as a chart, and below it as the list that says the same in words. */
export function chart(legs: readonly Leg[]): string {
  return `<section class="chart" aria-labelledby="chart-title">
<h2 id="chart-title" class="spoken">The itinerary</h2>
${drawing(legs)}
<ol class="legs">
${legs.map(legText).join('\n')}
</ol>
</section>
`
}

function legText({ number, title, affinity, standing, sounding }: Leg): string {
  const words =
    standing === undefined
      ? `<span class="near">${affinity === undefined ? 'no guide yet' : NEARNESS_WORDS[affinity]}</span>`
      : stateMark(standing.state)
  const count = sounding === undefined ? '' : ` <span class="count">${markup(sounding)}</span>`
  const near = affinity === 3 ? ' class="nearest"' : ''
  return `<li${near}><b><span class="number">${number}</span> ${title}</b> ${words}${count}</li>`
}

// The drawing is as wide as the sheet, its stops above the eight columns of the list.
const WIDTH = 1600
const HEIGHT = 104
const STEP = 200
// A course that sways, as one between harbours does.
const COURSE = [70, 38, 60, 32, 66, 40, 68, 36] as const
const ROSE = { x: 1000, y: 52 } as const
const WINDS = 32

function drawing(legs: readonly Leg[]): string {
  return `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true" focusable="false">
<g class="rhumbs">${rhumbs()}</g>
<path class="rose" d="${rose()}"/>
<path class="course" d="${course(legs.length)}"/>
${legs.map(harbour).join('\n')}
</svg>`
}

// One line for each wind, long enough to leave the chart on every side.
function rhumbs(): string {
  return Array.from({ length: WINDS }, (_, wind) => {
    const angle = (2 * Math.PI * wind) / WINDS
    const [x, y] = [ROSE.x + WIDTH * Math.cos(angle), ROSE.y + WIDTH * Math.sin(angle)]
    return `<path d="M${ROSE.x} ${ROSE.y}L${Math.round(x)} ${Math.round(y)}"/>`
  }).join('')
}

// A star of sixteen corners: every other one lies near the middle.
function rose(): string {
  const corners = Array.from({ length: 16 }, (_, at) => {
    const reach = at % 2 === 1 ? 9 : at % 4 === 0 ? 46 : 30
    const angle = (2 * Math.PI * at) / 16
    return `${(ROSE.x + reach * Math.sin(angle)).toFixed(1)} ${(ROSE.y - reach * Math.cos(angle)).toFixed(1)}`
  })
  return `M${corners.join('L')}Z`
}

function course(count: number): string {
  const points = Array.from({ length: count }, (_, at) => pointOf(at))
  const curves = points.slice(1).map(({ x, y }, at) => {
    const from = points[at] ?? { x, y }
    const middle = (from.x + x) / 2
    return `C${middle} ${from.y} ${middle} ${y} ${x} ${y}`
  })
  return `M${points[0]?.x ?? 0} ${points[0]?.y ?? 0}${curves.join('')}`
}

function harbour({ number, affinity, standing }: Leg, at: number): string {
  const { x, y } = pointOf(at)
  const sign = standing === undefined ? `${number}` : SHAPES[standing.state]
  const tone = standing === undefined ? '' : ` ${STATE_CLASSES[standing.state]}`
  const near = affinity === 3 ? ' nearest' : ''
  return (
    `<g class="harbour${tone}${near}"><circle cx="${x}" cy="${y}" r="27"/>` +
    `<text x="${x}" y="${y}" dy=".36em">${sign}</text></g>`
  )
}

function pointOf(at: number): { readonly x: number; readonly y: number } {
  return { x: STEP / 2 + STEP * at, y: COURSE[at % COURSE.length] ?? 0 }
}
