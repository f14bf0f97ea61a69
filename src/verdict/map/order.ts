import { groupBy } from '../../base/group.ts'
import type { StopState } from '../stops.ts'
import { AREAS, COMPONENT_KINDS, kindFacts } from './components.data.ts'
import type { MapComponent } from './map.ts'

const AREA_ORDER: readonly string[] = Object.keys(AREAS)
const KIND_ORDER: readonly string[] = Object.keys(COMPONENT_KINDS)
const STATE_ORDER: readonly (StopState | undefined)[] = [
  'Urgent',
  'Exposed',
  'Attention',
  'Clear',
  'Not examined',
  undefined,
]

/** Components as they are drawn: by area and kind, the worst first; namespaces by the worst that is in them. */
export function inOrder(components: readonly MapComponent[]): readonly MapComponent[] {
  const rooms = groupBy(components, roomOf)
  const worst = new Map(
    [...rooms].map(([room, members]) => [room, Math.min(...members.map(badness))]),
  )
  // Compared one after the other: ranks of a component, from its area to its name.
  const keys = components.map((component) => ({
    component,
    ranks: [
      AREA_ORDER.indexOf(kindFacts(component.kind).area),
      roomOf(component) === undefined ? 0 : (worst.get(roomOf(component)) ?? 0),
      roomOf(component) ?? '',
      KIND_ORDER.indexOf(component.kind),
      badness(component),
      component.id,
    ],
  }))
  return keys.toSorted((a, b) => compare(a.ranks, b.ranks)).map(({ component }) => component)
}

function roomOf({ id, kind, parent }: MapComponent): string | undefined {
  return kind === 'namespace' ? id : parent
}

// How many of each severity tell two of the same state apart.
function badness({ standing }: MapComponent): number {
  const state = STATE_ORDER.indexOf(standing?.state)
  const { critical = 0, high = 0, medium = 0 } = standing?.counts ?? {}
  return (
    state - [critical, high, medium].reduce((sum, count) => sum + Math.min(count, 99), 0) / 1000
  )
}

function compare(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  for (const [at, left] of a.entries()) {
    const right = b[at] ?? left
    if (left !== right) return left < right ? -1 : 1
  }
  return 0
}
