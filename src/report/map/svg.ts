import { markup, text } from '../html/escape.ts'
import { compassRose } from '../html/rose.ts'
import { marksWidth, SHEET } from './box.ts'
import { card, label, markLine, round, spokenWords } from './card.ts'
import { grouped } from './grouped.ts'
import { layBands, type Band } from './layout.ts'
import { legend } from './legend.ts'
import type { ToldMap } from './map.ts'
import { marksOf } from './marks.ts'
import { fitTo, TYPES } from './measure.ts'
import type { RoomBox } from './room.ts'
import { routes } from './routes.ts'
import { SIGN_CLASSES, SIGN_SHAPES } from './signs.data.ts'
import { ALONE_STYLE } from './style.ts'

/** A map as a drawing that stands alone: it needs no script and loads nothing. */
export function mapSvg(map: ToldMap): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${drawing(map, `<style>${ALONE_STYLE}</style>\n`)}\n`
}

const TOP = 168
const FOOT = 56

/** The drawing as an element of a page whose style has `DRAWING_STYLE`. */
export function drawing(whole: ToldMap, style = ''): string {
  const map = { ...whole, ...grouped(whole) }
  const bands = layBands(map, TOP)
  const last = bands.at(-1)
  const end = last === undefined ? TOP : last.y + last.height
  const key = legend(map, end + 30)
  const height = Math.ceil(end + 30 + key.height + FOOT)
  const { width } = SHEET
  return `<svg xmlns="http://www.w3.org/2000/svg" class="map" role="img" aria-labelledby="map-title map-desc" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
<title id="map-title">${text(`Map of ${map.targets.join(' ')}`)}</title>
<desc id="map-desc">${text(description(map))}</desc>
${style}${DEFINITIONS}
<rect class="sheet" width="${width}" height="${height}"/>
${compass(height)}
${head(map)}
${bands.map((band) => bandFrame(band)).join('\n')}
${bands.map((band) => bandCards(band, map)).join('\n')}
${routes(bands, map.links)}
${key.drawn}
${foot(map, height)}
</svg>`
}

function description({ state, open, components }: ToldMap): string {
  return (
    `${state}: ${open.join(', ')}. ${components.length} components from the internet to the data, ` +
    'each with the findings that are pinned to it; portolan map without -f lists them.'
  )
}

const DEFINITIONS = `<defs>
<pattern id="map-hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="hatching" d="M0 0V7"/></pattern>
<marker id="map-tip" viewBox="0 0 8 8" refX="2" refY="4" markerWidth="7" markerHeight="7" markerUnits="userSpaceOnUse" orient="auto"><path class="tip" d="M0 0L8 4L0 8Z"/></marker>
</defs>`

const ROSE = { x: 1330, y: 88 } as const

function compass(height: number): string {
  const { lines, star } = compassRose(ROSE, { size: 0.62, reach: SHEET.width + height })
  return `<g class="rhumbs">${lines}</g><g class="star" fill="currentColor">${star}</g>`
}

function head(map: ToldMap): string {
  const { margin } = SHEET
  const facts = [...map.circumstances].join(' · ')
  const state = `${SIGN_SHAPES[map.state]} ${map.state}`
  return `${label('house', margin, 48, 'Map of a Kubernetes estate')}
${label('name', margin, 86, fitTo(map.targets.join(' '), 1080, { size: 34, stretch: 1.05 }))}
<text class="state ${SIGN_CLASSES[map.state]}" x="${margin}" y="118">${markup(state)}</text>
${label('b', margin + 150, 117, map.open.join(' · '))}
${label('n', margin, 140, fitTo(facts, 1150, TYPES.plain))}`
}

function bandFrame({ area, words, y }: Band): string {
  const { margin, width, line } = SHEET
  return `<path class="rule" d="M${margin} ${y - 17}H${width - margin}"/>
${label('area', margin, y + 17, area.title)}
${words.map((words_, at) => label('n', margin, y + 38 + at * line, words_)).join('\n')}`
}

function bandCards({ boxes, rooms }: Band, map: ToldMap): string {
  return [...boxes.map((box) => card(box, map)), ...rooms.map((room) => roomCards(room, map))].join(
    '\n',
  )
}

function roomCards({ frame, boxes, headings }: RoomBox, map: ToldMap): string {
  const { component, x, y, width, height } = frame
  const { padding } = SHEET
  const left = x + padding + 3
  const marks = marksWidth(component)
  const name = fitTo(component.title, width - marks - 60, { size: 17, stretch: 1.05 })
  const isUnseen = component.standing?.state === 'Not examined'
  return `<g class="namespace">
<rect class="frame${isUnseen ? ' dashed' : ''}" x="${round(x)}" y="${y}" width="${round(width)}" height="${height}" rx="8"/>
<g>${spokenWords(component, '')}
${label('room', left, y + 27, name)}
${markLine(marksOf(component), x + width - padding - marks, y + 26)}</g>
${headings.map((heading) => label('lane', heading.x, heading.y, heading.title)).join('\n')}
${boxes.map((box) => card(box, map)).join('\n')}
</g>`
}

function foot({ tool }: ToldMap, height: number): string {
  return label('n', SHEET.margin, height - 24, `${tool} · read-only, nothing left this machine`)
}
