import { SEVERITIES } from '../../model/itinerary.ts'
import { kindFacts } from '../../verdict/map/components.data.ts'
import type { EstateMap } from '../../verdict/map/map.ts'
import { kindsOn } from './areas.ts'
import { SHEET } from './box.ts'
import { label, markLine, round } from './card.ts'
import type { Mark } from './marks.ts'
import { TYPES, wrapTo } from './measure.ts'

/** What the signs mean and what the parts are, from `top` on; with how high it is. */
export function legend(
  map: EstateMap,
  top: number,
): { readonly drawn: string; readonly height: number } {
  const { margin, width } = SHEET
  const columns = 4
  const gap = 28
  const own = (width - 2 * margin - gap * (columns - 1)) / columns
  const entries = kindsOn(map).map((kind) => {
    const { title, sentence } = kindFacts(kind)
    return { title, lines: wrapTo(sentence, own, TYPES.plain) }
  })
  const heads = top + 26
  const first = heads + 90
  const perColumn = Math.ceil(entries.length / columns)
  const parts: string[] = []
  let lowest = first
  for (let column = 0; column < columns; column++) {
    const x = margin + column * (own + gap)
    let y = first
    for (const { title, lines } of entries.slice(column * perColumn, (column + 1) * perColumn)) {
      parts.push(label('b', x, y, title))
      for (const line of lines) parts.push(label('n', x, (y += 16), line))
      y += 24
    }
    lowest = Math.max(lowest, y)
  }
  const drawn = `<path class="rule" d="M${margin} ${top}H${width - margin}"/>
${label('area', margin, heads, 'What the signs and the parts are')}
${signs(margin, heads + 26)}
${parts.join('\n')}`
  return { drawn, height: lowest - top }
}

const SEVERITY_SIGNS = {
  critical: 'Urgent',
  high: 'Exposed',
  medium: 'Attention',
  low: 'low',
} as const

const MARKS: readonly Mark[] = [
  ...SEVERITIES.map((severity) => ({ sign: SEVERITY_SIGNS[severity], words: severity })),
  { sign: 'Clear', words: 'clear: all of it examined' },
  { sign: 'waived', words: 'waived' },
  { sign: 'Not examined', words: 'not examined, or cannot tell' },
]

// Each swatch looks as it does on the chart.
function signs(x: number, y: number): string {
  const after = x
  const below = y + 28
  const swatch = (at: number, classes: string, words: string, inner = ''): string =>
    `<g class="card ${classes}"><rect class="ground" x="${round(at)}" y="${below - 12}" width="26" height="16" rx="3"/>${inner}</g>${label('n', at + 36, below, words)}`
  const hatch = `<rect class="hatch" x="${after}" y="${below - 12}" width="26" height="16" rx="3"/>`
  return `${markLine(MARKS, x, y)}
${swatch(after, 'theirs', 'run by the provider', hatch)}
${swatch(after + 190, 'dashed', 'not examined')}
${swatch(after + 330, 'door', 'a door to the outside')}
<path class="way sea" d="M${after + 520} ${below - 4}h40"/>${label('n', after + 578, below, 'a way in from the internet')}
<path class="way" d="M${after + 770} ${below - 4}h40"/>${label('n', after + 828, below, 'leads to, or asks')}`
}
