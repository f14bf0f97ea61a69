import { groupBy } from '../../base/group.ts'
import type { Scene } from '../../model/scene.ts'
import { parseBlock } from '../addresses/cidr.ts'
import type { Door } from '../doors/door.ts'
import { doorsOf } from '../doors/doors.ts'
import { passagesOf, type Passage } from '../doors/passages.ts'
import { FAMILIES, spanOfBlock, wholeOf, type Family } from '../reach/address-set.ts'
import { rangeOf } from '../reach/address-text.ts'
import { minus, union } from '../reach/connection-set.ts'
import type { AddressRange } from '../reach/peer.ts'
import type { Connection, Reach } from '../reach/reach.ts'
import { changeOf, NO_CONNECTION, type ConnectionChange } from './connection-change.ts'
import { compareCovers, flatten, type Cover } from './covers.ts'

/** One side of a comparison. */
export interface ReachedScene {
  readonly scene: Scene
  readonly reach: Reach
}

/** What changed at one way in from outside. */
export interface DoorChange {
  /** The door as it is now, or was. */
  readonly door: Door
  /** For whom: a range of addresses, or what else stands before the door. */
  readonly from: AddressRange | 'node' | 'network' | 'unclear'
  readonly change: ConnectionChange
}

/** What changed at the ways in from outside: a way is the same when its workload, kind and object are. */
export function doorChanges(old: ReachedScene, now: ReachedScene): readonly DoorChange[] {
  const [before, after] = [passagesByDoor(old), passagesByDoor(now)]
  const sources = [old, now].flatMap(({ reach }) => reach.sources)
  const families = FAMILIES.filter((family) => sources.some((range) => range.family === family))
  const keys = [...new Set([...before.keys(), ...after.keys()])].toSorted()
  return keys.flatMap((key) => {
    const [was, is] = [before.get(key) ?? [], after.get(key) ?? []]
    const door = (is[0] ?? was[0])?.door
    if (door === undefined) return []
    const covers = (passages: readonly Passage[]): readonly Cover[] =>
      flatten(passages.flatMap((passage) => coversOf(passage, families)))
    const ranges = compareCovers(covers(was), covers(is))
    return [
      ...ranges.map(({ range, change }) => ({ door, from: range, change })),
      ...OTHERS.flatMap((from) => {
        const change = changeOf(throughFor(from, was), throughFor(from, is))
        return change === undefined ? [] : [{ door, from, change }]
      }),
    ]
  })
}

const OTHERS = ['node', 'network', 'unclear'] as const

function passagesByDoor({ scene, reach }: ReachedScene) {
  const passages = doorsOf(scene).flatMap((door) => passagesOf(door, reach, scene))
  return groupBy(passages, ({ door: { to, way, resource } }) =>
    [to.id, way, resource.kind, resource.namespace ?? '', resource.name].join('\0'),
  )
}

function coversOf(
  { outside, open, maybe }: Passage,
  families: readonly Family[],
): readonly Cover[] {
  const connection = { open, maybe }
  switch (outside.kind) {
    case 'ranges':
      return outside.ranges.map((range) => ({ range, connection }))
    case 'blocks':
      return outside.blocks.flatMap((text) => {
        const block = parseBlock(text)
        return block === undefined
          ? []
          : [{ range: rangeOf(block.family, spanOfBlock(block)), connection }]
      })
    case 'internet':
      return families.map((family) => ({ range: rangeOf(family, wholeOf(family)), connection }))
    default:
      return []
  }
}

// An object that is written twice opens what either of both opens.
function throughFor(kind: (typeof OTHERS)[number], passages: readonly Passage[]): Connection {
  return passages
    .filter(({ outside }) => outside.kind === kind)
    .reduce<Connection>(together, NO_CONNECTION)
}

function together(one: Connection, two: Connection): Connection {
  const open = union(one.open, two.open)
  return { open, maybe: minus(union(one.maybe, two.maybe), open) }
}
