import type { MapLink } from '../../verdict/map/links.ts'
import type { MapComponent } from '../../verdict/map/map.ts'
import { LANES, type Lane, type Room } from './areas.ts'
import { heightOf, SHEET, type Box } from './box.ts'

/** A namespace with its place on the sheet, and the cards in it. */
export interface RoomBox {
  readonly frame: Box
  readonly boxes: readonly Box[]
  readonly headings: readonly { readonly title: string; readonly x: number; readonly y: number }[]
}

/** How many columns of cards fit into a room of half the sheet and of all of it. */
export const COLUMNS = { half: 3, whole: 6 } as const

// With more rows than these a room is better wide than high.
const MOST_ROWS_IN_HALF = 3

/**
 * A room whose data stores stand among the workloads where a door leads to them: next to the doors, so that nobody
 * overlooks the way.
 */
export function withOpenStores(room: Room, links: readonly MapLink[]): Room {
  const { doors, workloads, data } = room.lanes
  const behind = behindDoors(room, links)
  const isOpen = ({ id }: MapComponent): boolean => behind.has(id)
  return {
    ...room,
    lanes: {
      doors,
      workloads: [...workloads, ...data.filter(isOpen)],
      data: data.filter((component) => !isOpen(component)),
    },
  }
}

function behindDoors({ lanes }: Room, links: readonly MapLink[]): ReadonlySet<string> {
  const doors = new Set(lanes.doors.map(({ id }) => id))
  return new Set(links.filter(({ from }) => doors.has(from)).map(({ to }) => to))
}

/** Whether a room takes the whole width of the sheet. */
export function isWide(room: Room): boolean {
  return rowsIn(room, columnsOf(room, COLUMNS.half)) > MOST_ROWS_IN_HALF
}

interface Seat {
  readonly x: number
  readonly y: number
  readonly width: number
}

const WIDEST_CARD = 250
const HEAD = 44
const HEADING = 22

/** Lays a room out: doors on the left, where the way from the internet comes in, data on the right. */
export function layRoom(room: Room, { x, y, width }: Seat, links: readonly MapLink[]): RoomBox {
  const { padding, gap, laneGap } = SHEET
  const seats = seatsOf(
    room,
    columnsOf(room, width < SHEET.content.width ? COLUMNS.half : COLUMNS.whole),
    links,
  )
  const columns = columnsTaken(seats)
  const lanes = LANE_IDS.filter((id) => columns[id] > 0)
  const count = lanes.reduce((sum, id) => sum + columns[id], 0)
  const inner = width - 2 * (padding + 3) - laneGap * (lanes.length - 1)
  const space = (inner - gap * (count - lanes.length)) / Math.max(1, count)
  const own = Math.min(WIDEST_CARD, space)
  const tops = rowTops(seats, own, y + HEAD + HEADING)
  const boxes: Box[] = []
  const headings: { title: string; x: number; y: number }[] = []
  let left = x + padding + 3
  for (const id of lanes) {
    headings.push({ title: LANES[id].title, x: left, y: y + HEAD + 8 })
    for (const { component, column, row } of seats.filter((seat) => seat.lane === id)) {
      const { top, height } = tops[row] ?? { top: y, height: 0 }
      boxes.push({ component, x: left + column * (own + gap), y: top, width: own, height })
    }
    left += columns[id] * (own + gap) - gap + laneGap
  }
  const last = tops.at(-1)
  const end = last === undefined ? y + HEAD : last.top + last.height + padding + 3
  return { frame: { component: room.namespace, x, y, width, height: end - y }, boxes, headings }
}

const LANE_IDS: readonly Lane[] = ['doors', 'workloads', 'data']

type Columns = Readonly<Record<Lane, number>>

// One for each lane that has something in it, and those that are left to the lanes that are highest. Doors stand one
// above the other as long as they can: the way in ends at their left.
function columnsOf({ lanes }: Room, all: number): Columns {
  const first = ({ length }: readonly MapComponent[]): number => Math.min(1, length)
  const columns = {
    doors: Math.min(all - 2, Math.ceil(lanes.doors.length / MOST_DOORS)),
    workloads: first(lanes.workloads),
    data: first(lanes.data),
  }
  const rows = (id: 'workloads' | 'data'): number =>
    Math.ceil(lanes[id].length / Math.max(1, columns[id]))
  for (let left = all - columns.doors - columns.workloads - columns.data; left > 0; left--) {
    const highest = rows('data') > rows('workloads') ? 'data' : 'workloads'
    if (rows(highest) <= 1) break
    columns[highest]++
  }
  return columns
}

const MOST_DOORS = 12

function rowsIn({ lanes }: Room, columns: Columns): number {
  return Math.max(...LANE_IDS.map((id) => Math.ceil(lanes[id].length / Math.max(1, columns[id]))))
}

interface Placed {
  readonly component: MapComponent
  readonly lane: Lane
  readonly column: number
  readonly row: number
}

function seatsOf(room: Room, columns: Columns, links: readonly MapLink[]): readonly Placed[] {
  const { lanes } = room
  const behind = behindDoors(room, links)
  // What a door leads to stands next to the doors, so that no line crosses a card.
  const exposed = lanes.workloads.filter(({ id }) => behind.has(id))
  const others = lanes.workloads.filter(({ id }) => !behind.has(id))
  const beside = Math.min(exposed.length, rowsIn(room, columns) + 1)
  return [
    ...inColumns(lanes.doors, 'doors', columns.doors),
    ...inColumns([...exposed, ...others], 'workloads', columns.workloads, beside),
    ...inColumns(lanes.data, 'data', columns.data),
  ]
}

function columnsTaken(seats: readonly Placed[]): Columns {
  const taken = (id: Lane): number =>
    Math.max(0, ...seats.filter(({ lane }) => lane === id).map(({ column }) => column + 1))
  return { doors: taken('doors'), workloads: taken('workloads'), data: taken('data') }
}

// Down one column and on to the next.
function inColumns(
  components: readonly MapComponent[],
  lane: Lane,
  columns: number,
  fewestRows = 0,
): readonly Placed[] {
  const rows = Math.max(1, fewestRows, Math.ceil(components.length / Math.max(1, columns)))
  return components.map((component, at) => ({
    component,
    lane,
    column: Math.floor(at / rows),
    row: at % rows,
  }))
}

function rowTops(
  seats: readonly Placed[],
  width: number,
  from: number,
): readonly { readonly top: number; readonly height: number }[] {
  const rows = Math.max(0, ...seats.map(({ row }) => row + 1))
  let top = from
  return Array.from({ length: rows }, (_, row) => {
    const members = seats.filter((seat) => seat.row === row)
    const height = Math.max(...members.map(({ component }) => heightOf(component, width)))
    const here = { top, height }
    top += height + SHEET.gap
    return here
  })
}
