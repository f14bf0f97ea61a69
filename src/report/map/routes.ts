import type { MapLink } from '../../verdict/map/links.ts'
import { SHEET, type Box } from './box.ts'
import { round } from './card.ts'
import type { Band } from './layout.ts'
import type { RoomBox } from './room.ts'

const CORNER = 8
// Two ways run down between the labels and the cards, one from the internet and one from those who sign in.
const TRUNKS = { internet: SHEET.content.x - 20, users: SHEET.content.x - 11 } as const
// Room for the tip of an arrow.
const TIP = 7

/** The ways that are drawn: from the internet to the doors, from people to the control plane, between neighbours. */
export function routes(bands: readonly Band[], links: readonly MapLink[]): string {
  const rooms = bands.flatMap((band) => band.rooms)
  const boxes = bands.flatMap((band) => band.boxes)
  const lines = [
    ...waysIn(boxes, rooms, links),
    ...waysOfUsers(bands),
    ...rooms.flatMap((room) => waysInside(room, links)),
    ...bands.flatMap((band) => ways(band, links)),
  ]
  return lines.join('\n')
}

function waysIn(
  boxes: readonly Box[],
  rooms: readonly RoomBox[],
  links: readonly MapLink[],
): readonly string[] {
  const internet = boxes.find(({ component }) => component.kind === 'internet')
  if (internet === undefined) return []
  const open = new Set(links.filter(({ from }) => from === 'internet').map(({ to }) => to))
  const start = `M${round(internet.x)} ${round(internet.y + internet.height / 2)}`
  const trunk = TRUNKS.internet
  const edge = `${start}H${trunk + CORNER}Q${trunk} ${yOf(internet)} ${trunk} ${yOf(internet) + CORNER}`
  const outer = boxes
    .filter(({ component, x }) => open.has(component.id) && x === SHEET.content.x)
    .map(({ x, y, height }) => {
      // Above the middle, where the way of those who sign in may end.
      return `<path class="way sea" d="${edge}${corner(trunk, y + height / 4)}H${round(x - TIP)}"/>`
    })
  const inner = rooms.flatMap(({ frame, boxes: cards }) =>
    cards
      // A line to a door behind others would cross them.
      .filter(({ component, x }) => open.has(component.id) && x - frame.x < SHEET.laneGap)
      .map((door) => {
        const y = door.y + door.height / 2
        const isAtTrunk = frame.x - trunk < SHEET.laneGap
        const gutter = frame.x - SHEET.gap + 1
        const way = isAtTrunk
          ? [corner(trunk, y), `H${round(door.x - TIP)}`]
          : [
              corner(trunk, frame.y - 13),
              turnDown(gutter, frame.y - 13),
              corner(gutter, y),
              `H${round(door.x - TIP)}`,
            ]
        return `<path class="way sea" d="${edge}${way.join('')}"/>`
      }),
  )
  return [...outer, ...inner]
}

function yOf({ y, height }: Box): number {
  return round(y + height / 2)
}

// Down a vertical and off to the right.
function corner(x: number, y: number): string {
  return `V${round(y - CORNER)}Q${x} ${round(y)} ${x + CORNER} ${round(y)}`
}

// Along a horizontal and down.
function turnDown(x: number, y: number): string {
  return `H${round(x - CORNER)}Q${round(x)} ${round(y)} ${round(x)} ${round(y + CORNER)}`
}

function waysOfUsers(bands: readonly Band[]): readonly string[] {
  const users = bands
    .flatMap(({ boxes }) => boxes)
    .find(({ component }) => component.kind === 'users')
  const first = bands.find(({ area }) => area.id === 'control-plane')?.boxes[0]
  if (users === undefined || first === undefined) return []
  const x = TRUNKS.users
  const below = round(users.y + users.height + SHEET.gap)
  const from = round(users.x + 26)
  return [
    `<path class="way" d="M${from} ${round(users.y + users.height)}V${below - CORNER}Q${from} ${below} ${from - CORNER} ${below}` +
      `H${x + CORNER}Q${x} ${below} ${x} ${below + CORNER}${corner(x, yOf(first))}H${round(first.x - TIP)}"/>`,
  ]
}

// From a door to what stands beside it; what is further away is told by the list.
function waysInside({ boxes }: RoomBox, links: readonly MapLink[]): readonly string[] {
  const byId = new Map(boxes.map((box) => [box.component.id, box]))
  return links.flatMap(({ from, to }) => {
    const [door, end] = [byId.get(from), byId.get(to)]
    if (door?.component.kind !== 'door' || end === undefined) return []
    const x = door.x + door.width
    const gap = end.x - x
    if (gap < 0 || gap > SHEET.laneGap + 1) return []
    const middle = round(x + gap / 2)
    return [
      `<path class="way" d="M${round(x)} ${yOf(door)}C${middle} ${yOf(door)} ${middle} ${yOf(end)} ${round(end.x - TIP)} ${yOf(end)}"/>`,
    ]
  })
}

const RISE = 9

// What the API server works with stands in its row: one line above the cards leads to each.
function ways({ area, boxes }: Band, links: readonly MapLink[]): readonly string[] {
  if (area.id !== 'control-plane') return []
  const server = boxes.find(({ component }) => component.kind === 'api-server')
  if (server === undefined) return []
  const own = links.filter(({ from, to }) => from === 'api-server' || to === 'api-server')
  const ends = boxes.filter(
    ({ component, y }) =>
      y === server.y &&
      component !== server.component &&
      own.some(({ from, to }) => from === component.id || to === component.id),
  )
  const hub = round(server.x + server.width / 2)
  const top = round(server.y - RISE)
  return ends.map(({ component, x, width, y }) => {
    const middle = round(x + width / 2)
    const isAsked = own.some(({ to }) => to === component.id)
    const [from, to] = isAsked ? [hub, middle] : [middle, hub]
    const bend = from < to ? CORNER : -CORNER
    return `<path class="way" d="M${from} ${y}V${top + CORNER / 2}Q${from} ${top} ${from + bend} ${top}H${to - bend}Q${to} ${top} ${to} ${top + CORNER / 2}V${round(y - TIP + 4)}"/>`
  })
}
