import { groupBy } from '../../base/group.ts'
import { kindFacts } from '../../verdict/map/components.data.ts'
import type { MapComponent } from '../../verdict/map/map.ts'
import { SEVERITY_SHAPES } from '../headline.ts'
import type { Style } from '../report.ts'
import { columnsOf, fit, flow, padEnd, wrap } from '../text/columns.ts'
import { createPen, type Pen } from '../text/pen.ts'
import { areasOf, kindsOn, LANES, type Lane, type Room, type ToldArea } from './areas.ts'
import type { ToldMap } from './map.ts'
import { marksOf, runnerOf, type Mark } from './marks.ts'

/** A map as a list: every component with what is pinned to it, what it is, and what it leads to. */
export function mapText(map: ToldMap, style: Style): string {
  const pen = createPen(style)
  const atlas = { map, pen, titles: titlesOf(map), arrow: style.ascii ? '-> ' : '→ ' }
  const lines = [
    ...head(map, pen),
    ...areasOf(map).flatMap((area) => ['', ...areaLines(area, atlas)]),
  ]
  return `${lines.join('\n')}\n`
}

interface Atlas {
  readonly map: ToldMap
  readonly pen: Pen
  /** What components are called in links. */
  readonly titles: ReadonlyMap<string, { readonly title: string; readonly parent?: string }>
  readonly arrow: string
}

function titlesOf({ components }: ToldMap): Atlas['titles'] {
  return new Map(
    components.map(({ id, title, parent }) => [
      id,
      { title, ...(parent !== undefined && { parent }) },
    ]),
  )
}

function head(map: ToldMap, pen: Pen): readonly string[] {
  const { width } = pen
  const title = pen.say(`Map of ${map.targets.join(' ')}`)
  const facts = [...map.circumstances, ...map.open].map((part) => pen.say(part))
  return [
    `${pen.paint('strong', fit(title, width - 18, pen.mark))}  ${pen.paint(map.state, `${pen.shape(map.state)} ${map.state}`)}`,
    ...flow(facts, pen.joint, width),
  ]
}

function areaLines(area: ToldArea, atlas: Atlas): readonly string[] {
  const { pen } = atlas
  return [
    pen.paint('strong', area.title),
    ...indented(area.sentence, 2, pen),
    ...area.components.flatMap((component) => [
      ...componentLines(component, atlas, 2),
      ...indented(component.sentence, 6, pen),
      ...linkLines(component, atlas, 6),
    ]),
    ...(area.rooms.length === 0 ? [] : roomWords(atlas)),
    ...area.rooms.flatMap((room) => ['', ...roomLines(room, atlas)]),
  ]
}

// What is there many times is explained once.
function roomWords({ map, pen }: Atlas): readonly string[] {
  const kinds = kindsOn(map).filter((kind) => kindFacts(kind).area === 'namespaces')
  return kinds.flatMap((kind) => {
    const { title, sentence } = kindFacts(kind)
    return indented(`${title}: ${sentence}`, 2, pen)
  })
}

function roomLines({ namespace, lanes }: Room, atlas: Atlas): readonly string[] {
  const told = { ...namespace, title: `Namespace ${namespace.title}` }
  return [
    ...componentLines(told, atlas, 0),
    ...LANE_IDS.flatMap((id) => laneLines(id, lanes[id], atlas)),
  ]
}

const LANE_IDS: readonly Lane[] = ['doors', 'workloads', 'data']

function laneLines(id: Lane, members: readonly MapComponent[], atlas: Atlas): readonly string[] {
  if (members.length === 0) return []
  return [
    atlas.pen.paint('quiet', `  ${LANES[id].title}`),
    ...members.flatMap((member) => [
      ...componentLines(member, atlas, 4),
      ...linkLines(member, atlas, 8),
    ]),
  ]
}

const TITLE_WIDTH = 28

function componentLines(
  component: MapComponent,
  { map, pen }: Atlas,
  margin: number,
): readonly string[] {
  const { standing, note } = component
  const sign = standing === undefined ? '' : pen.shape(standing.state)
  const before = ' '.repeat(margin) + padEnd(sign, SIGN_WIDTH)
  const room = pen.width - columnsOf(before)
  const title = pen.say(component.title)
  const marks = [...marksOf(component), ...runner(component, map)]
  const aside = flow(
    marks.map((mark) => markText(mark, pen)),
    ', ',
    room - TITLE_WIDTH - 2,
  )
  const isLong = columnsOf(title) > TITLE_WIDTH
  const first = isLong ? fit(title, room, pen.mark) : padEnd(title, TITLE_WIDTH)
  const [beside = '', ...below] = isLong ? ['', ...aside] : aside
  const column = ' '.repeat(columnsOf(before) + TITLE_WIDTH + 2)
  return [
    `${before}${pen.paint('strong', first)}  ${beside}`.trimEnd(),
    ...below.map((line) => column + line),
    ...(note === '' ? [] : indented(pen.say(note), margin + 4, pen)),
  ]
}

const SIGN_WIDTH = 4

function runner(component: MapComponent, map: ToldMap): readonly Mark[] {
  const words = runnerOf(component, map)
  return words === '' ? [] : [{ sign: undefined, words }]
}

// The sign of the state stands before the title already: only others are repeated with their word.
function markText({ sign, words }: Mark, pen: Pen): string {
  if (sign === undefined) return words
  if (sign === 'low') return `${pen.joint.trim() === '-' ? '.' : SEVERITY_SHAPES.low} ${words}`
  return `${pen.shape(sign)} ${words}`
}

function linkLines(
  { id, parent }: MapComponent,
  { map, pen, titles, arrow }: Atlas,
  margin: number,
): readonly string[] {
  const own = map.links.filter(({ from }) => from === id)
  return [...groupBy(own, ({ what }) => what)].flatMap(([what, links]) => {
    const ends = links.map(({ to }) => {
      const end = titles.get(to)
      const away =
        end?.parent === undefined || end.parent === parent ? '' : ` (${end.parent.slice(10)})`
      return pen.say(`${end?.title ?? to}${away}`)
    })
    return indented(`${arrow}${what} ${ends.join(', ')}`, margin, pen)
  })
}

function indented(prose: string, margin: number, { width, mark }: Pen): readonly string[] {
  const before = ' '.repeat(margin)
  return wrap(prose, width - margin).map((line) => before + fit(line, width - margin, mark))
}
