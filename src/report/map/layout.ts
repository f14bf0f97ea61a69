import type { MapLink } from '../../verdict/map/links.ts'
import type { EstateMap } from '../../verdict/map/map.ts'
import { areasOf, type Room, type ToldArea } from './areas.ts'
import { gridOf, SHEET, type Box } from './box.ts'
import { TYPES, wrapTo } from './measure.ts'
import { COLUMNS, isWide, layRoom, withOpenStores, type RoomBox } from './room.ts'

/** An area with its place on the sheet: a band from edge to edge. */
export interface Band {
  readonly area: ToldArea
  /** Its sentence, line by line. */
  readonly words: readonly string[]
  readonly y: number
  readonly height: number
  readonly boxes: readonly Box[]
  readonly rooms: readonly RoomBox[]
}

const BAND_GAP = 34
const ROOM_GAP = 26
const LABEL_HEAD = 30

/** Lays the bands of a map out below one another from `top` on. Same map, same places. */
export function layBands(map: EstateMap, top: number): readonly Band[] {
  const bands: Band[] = []
  let y = top
  for (const area of areasOf(map)) {
    const band = layBand(area, y, map.links)
    bands.push(band)
    y += band.height + BAND_GAP
  }
  return bands
}

function layBand(area: ToldArea, y: number, links: readonly MapLink[]): Band {
  const words = wrapTo(area.sentence, SHEET.labels, TYPES.plain)
  const { x, width } = SHEET.content
  const grouped = area.rooms.filter(isBare).map(({ namespace }) => namespace)
  const cards = [...area.components, ...grouped]
  const grid = gridOf(cards, { x, y, width, columns: COLUMNS.whole })
  const inhabited = area.rooms.filter((room) => !isBare(room))
  const rooms = layRooms(
    inhabited.map((room) => withOpenStores(room, links)),
    y,
    links,
  )
  const under = Math.max(0, ...rooms.map(({ frame }) => frame.y + frame.height - y))
  const shift = rooms.length === 0 ? 0 : under + ROOM_GAP
  const boxes = grid.boxes.map((box) => ({ ...box, y: box.y + shift }))
  const bottom = Math.max(under, grid.boxes.length === 0 ? 0 : shift + grid.height)
  const label = LABEL_HEAD + words.length * SHEET.line
  return { area, words, y, height: Math.max(label, bottom), boxes, rooms }
}

function isBare({ lanes }: Room): boolean {
  return lanes.doors.length + lanes.workloads.length + lanes.data.length === 0
}

// Wide rooms take a row; two others share one, and the last of an odd number has it for itself.
function layRooms(
  rooms: readonly Room[],
  top: number,
  links: readonly MapLink[],
): readonly RoomBox[] {
  const { x, width } = SHEET.content
  const half = (width - ROOM_GAP) / 2
  const laid: RoomBox[] = []
  let y = top
  for (const row of rowsOf(rooms)) {
    const seats = row.map((room, at) =>
      layRoom(
        room,
        { x: x + at * (half + ROOM_GAP), y, width: row.length === 1 ? width : half },
        links,
      ),
    )
    const height = Math.max(...seats.map(({ frame }) => frame.height))
    laid.push(...seats.map((seat) => ({ ...seat, frame: { ...seat.frame, height } })))
    y += height + ROOM_GAP
  }
  return laid
}

function rowsOf(rooms: readonly Room[]): readonly (readonly Room[])[] {
  const wide = rooms.filter(isWide)
  const narrow = rooms.filter((room) => !isWide(room))
  const pairs = Array.from({ length: Math.ceil(narrow.length / 2) }, (_, at) =>
    narrow.slice(2 * at, 2 * at + 2),
  )
  return [...wide.map((room) => [room]), ...pairs]
}
