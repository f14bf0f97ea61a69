import { groupBy } from '../../base/group.ts'
import {
  AREAS,
  kindFacts,
  type AreaId,
  type ComponentKind,
} from '../../verdict/map/components.data.ts'
import type { EstateMap, MapComponent } from '../../verdict/map/map.ts'

/** An area of the map with what is in it. Namespaces stand in rooms, all else in one list. */
export interface ToldArea {
  readonly id: AreaId
  readonly title: string
  readonly sentence: string
  readonly components: readonly MapComponent[]
  readonly rooms: readonly Room[]
}

/** A namespace: its doors, what runs in it, what it keeps. */
export interface Room {
  readonly namespace: MapComponent
  readonly lanes: Readonly<Record<Lane, readonly MapComponent[]>>
}

/** What the components of a namespace stand under. */
export const LANES = {
  doors: { title: 'Doors', kinds: ['door'] },
  workloads: { title: 'Workloads', kinds: ['workload'] },
  data: {
    title: 'Data and rights',
    kinds: ['store', 'volumes', 'secrets', 'settings', 'accounts'],
  },
} as const satisfies Readonly<
  Record<string, { readonly title: string; readonly kinds: readonly ComponentKind[] }>
>

/** One of them. */
export type Lane = keyof typeof LANES

/** The areas that have something in them, in the order in which they are drawn. */
export function areasOf({ components }: EstateMap): readonly ToldArea[] {
  const byArea = groupBy(components, ({ kind }) => kindFacts(kind).area)
  return [...byArea].map(([id, members]) => ({
    id,
    ...AREAS[id],
    components: id === 'namespaces' ? [] : members,
    rooms: id === 'namespaces' ? roomsOf(members) : [],
  }))
}

function roomsOf(members: readonly MapComponent[]): readonly Room[] {
  const byParent = groupBy(members, ({ parent }) => parent)
  return members
    .filter(({ kind }) => kind === 'namespace')
    .map((namespace) => {
      const within = byParent.get(namespace.id) ?? []
      const lane = (kinds: readonly ComponentKind[]): readonly MapComponent[] =>
        within.filter(({ kind }) => kinds.includes(kind))
      return {
        namespace,
        lanes: {
          doors: lane(LANES.doors.kinds),
          workloads: lane(LANES.workloads.kinds),
          data: lane(LANES.data.kinds),
        },
      }
    })
}

/** The kinds that a map shows, in order: what its legend explains. */
export function kindsOn({ components }: EstateMap): readonly ComponentKind[] {
  return [...new Set(components.map(({ kind }) => kind))]
}
