import { fitTo, TYPES, widthOf } from '../../map/measure.ts'
import { streamWords, type ToldPicture } from './picture.ts'
import { HEAD } from './sheet.ts'

/** A group as a box: its name, its workloads, what passes within. */
export interface Island {
  readonly name: string
  readonly lines: readonly { readonly words: string; readonly isIdle: boolean }[]
  readonly isSea: boolean
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A point of the sheet. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** All islands, and the sheet that holds them. */
export interface Chart {
  readonly islands: readonly Island[]
  readonly centre: Point
  readonly width: number
  readonly height: number
}

const LINE = 17
const MOST_LINES = 9
const [WIDEST, NARROWEST] = [260, 110]
const MARGIN = 40

/** Lays the groups out on a ring, what is outside at the top. Nothing overlaps: the ring is as large as they need. */
export function layIslands(picture: ToldPicture): Chart {
  const boxes = picture.groups.map((_, at) => boxOf(at, picture))
  const order = boxes.toSorted((one, two) => Number(two.isSea) - Number(one.isSea))
  const [widest, highest] = [
    Math.max(...boxes.map(({ width }) => width)),
    Math.max(...boxes.map(({ height }) => height)),
  ]
  const around = (order.length * (widest + 40)) / (2 * Math.PI)
  const [across, down] = [Math.max(300, around * 1.25), Math.max(230, around, highest * 1.3)]
  const placed = new Map(
    order.map((box, at) => {
      const angle = (2 * Math.PI * at) / order.length - Math.PI / 2
      const x = across * Math.cos(angle) - box.width / 2
      const y = down * Math.sin(angle) - box.height / 2
      return [box, { ...box, x, y }]
    }),
  )
  return moved(boxes.flatMap((box) => placed.get(box) ?? []))
}

// The ring is laid around nought; the sheet begins at its own corner.
function moved(islands: readonly Island[]): Chart {
  const [left, top] = [
    Math.min(...islands.map(({ x }) => x)),
    Math.min(...islands.map(({ y }) => y)),
  ]
  const centre = { x: MARGIN - left, y: HEAD + 24 - top }
  return {
    islands: islands.map((island) => ({
      ...island,
      x: island.x + centre.x,
      y: island.y + centre.y,
    })),
    centre,
    width: centre.x + Math.max(...islands.map(({ x, width }) => x + width)) + MARGIN,
    height: centre.y + Math.max(...islands.map(({ y, height }) => y + height)),
  }
}

type Box = Omit<Island, 'x' | 'y'>

function boxOf(at: number, { groups, nodes, streams, cells }: ToldPicture): Box {
  const { name = '', kind = 'namespace', nodes: members = [] } = groups[at] ?? {}
  const own = streams.find(({ from, to }) => from === at && to === at)
  const within = own === undefined ? 'within: closed' : `within: ${streamWords(own)}`
  const told = cells === undefined ? [] : members.slice(0, MOST_LINES)
  const rest = members.length - told.length
  const lines =
    kind === 'namespace'
      ? [
          ...told.map((node) => ({
            words: nodes[node]?.label ?? '',
            isIdle: nodes[node]?.isActive === false,
          })),
          ...(rest > 0 ? [plain(told.length > 0 ? `and ${rest} more` : `${rest} workloads`)] : []),
          ...(members.length > 1 ? [plain(within)] : []),
        ]
      : []
  const needs = Math.max(
    widthOf(name, TYPES.title),
    ...lines.map(({ words }) => widthOf(words, TYPES.plain)),
  )
  const width = Math.min(WIDEST, Math.max(NARROWEST, needs + 28))
  return {
    name: fitTo(name, width - 24, TYPES.title),
    lines: lines.map((line) => ({ ...line, words: fitTo(line.words, width - 24, TYPES.plain) })),
    isSea: kind !== 'namespace',
    width,
    height: 38 + lines.length * LINE,
  }
}

function plain(words: string): Island['lines'][number] {
  return { words, isIdle: false }
}

/** How far apart the lines of an island stand. */
export const ISLAND_LINE = LINE

/** Where the way from `from` to the middle of an island meets its edge. */
export function edgeOf({ x, y, width, height }: Island, from: Point): Point {
  const middle = { x: x + width / 2, y: y + height / 2 }
  const [across, down] = [from.x - middle.x, from.y - middle.y]
  const reach = Math.max(Math.abs(across) / (width / 2 + 3), Math.abs(down) / (height / 2 + 3))
  if (reach === 0) return middle
  return { x: middle.x + across / reach, y: middle.y + down / reach }
}
