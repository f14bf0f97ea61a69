import type { Scene } from '../../model/scene.ts'
import { parseBlock } from '../addresses/cidr.ts'
import { controllerPodsOf } from '../intent/entrances.ts'
import { spanOfBlock } from '../reach/address-set.ts'
import { rangeOf } from '../reach/address-text.ts'
import {
  includes,
  intersection,
  isEmpty,
  keyOf,
  minus,
  NO_CONNECTIONS,
  union,
  type ConnectionSet,
} from '../reach/connection-set.ts'
import type { AddressRange, Peer } from '../reach/peer.ts'
import type { Connection, Reach } from '../reach/reach.ts'
import type { Door, Outside } from './door.ts'
import { ownersIn } from './owners.ts'

/**
 * Why nobody can tell whether something passes a door: a placeholder decides; a pod does not declare what it listens on;
 * pods see the node instead of the client, or a controller that was not read; or the policies leave it open.
 */
export type Doubt = 'placeholder' | 'undeclared' | 'node' | 'controller' | 'policy'

/** What the policies make of a door: what passes for sure, and perhaps. Neither means that the door is closed. */
export interface Passage extends Connection {
  readonly door: Door
  /** Who is let through; with a policy that tells clients apart, those addresses alone. */
  readonly outside: Outside | { readonly kind: 'ranges'; readonly ranges: readonly AddressRange[] }
  /** Whom the policies were asked about. */
  readonly seen: readonly Peer[]
  readonly doubt: Doubt | undefined
}

/** What passes a door by the policies: one passage, or several where policies tell clients apart. */
export function passagesOf(door: Door, reach: Reach, scene: Scene): readonly Passage[] {
  if (door.seen === 'controller') return [throughController(door, reach, scene)]
  const ranges = rangesBefore(door, reach)
  const groups = alike(ranges, door, reach)
  if (door.seen === 'client' || groups.length === 1) return groups
  return [throughNode(door, groups)]
}

function throughController(door: Door, reach: Reach, scene: Scene): Passage {
  const owners = ownersIn(scene)
  const read = new Set(
    controllerPodsOf(door.resource, scene).flatMap((pod) => owners.get(pod) ?? []),
  )
  const { ingressController } = reach
  const seen = read.size > 0 || ingressController === undefined ? [...read] : [ingressController]
  const { open, maybe } = towards(
    door,
    seen.map((peer) => reach.between(peer, door.to)),
  )
  const { outside } = door
  if (read.size > 0) return { door, outside, seen, ...doubted(door, open, maybe, 'policy') }
  // Rules name controllers by labels, and nobody has seen those of this one.
  const all = closesToAll(door, seen, reach) ? maybe : union(maybe, minus(door.ports, open))
  return { door, outside, seen, ...doubted(door, open, all, 'controller') }
}

// What no rule lets in at all is closed, whoever the controller is.
function closesToAll({ to }: Door, [from]: readonly Peer[], reach: Reach): boolean {
  const reasons = from === undefined ? [] : reach.reasons(from, to)
  const inward = reasons.filter(({ direction }) => direction === 'ingress')
  return (
    inward.length > 0 &&
    inward.every(
      ({ verdict, isSure, policy }) =>
        verdict === 'isolate' &&
        isSure &&
        policy?.type === 'NetworkPolicy' &&
        policy.list('spec', 'ingress').length === 0,
    )
  )
}

// The node that took the connection stands for the client, and a pod's own node is always let in.
function throughNode(door: Door, groups: readonly Passage[]): Passage {
  const open = groups.map((group) => group.open).reduce(intersection)
  const seen = groups.flatMap((group) => group.seen)
  const rest = minus(union(door.ports, door.hidden), open)
  return { door, outside: door.outside, seen, ...doubted(door, open, rest, 'node') }
}

function rangesBefore({ outside }: Door, { sources }: Reach): readonly AddressRange[] {
  if (outside.kind !== 'blocks') return sources
  const blocks = outside.blocks.map(parseBlock).filter((block) => block !== undefined)
  return blocks.flatMap((block) => {
    const { first, last } = spanOfBlock(block)
    return sources
      .filter(
        (range) => range.family === block.family && first <= range.last && range.first <= last,
      )
      .map((range) =>
        rangeOf(range.family, {
          first: first > range.first ? first : range.first,
          last: last < range.last ? last : range.last,
        }),
      )
  })
}

function alike(ranges: readonly AddressRange[], door: Door, reach: Reach): readonly Passage[] {
  const groups = new Map<string, { ranges: AddressRange[]; connection: Connection }>()
  for (const range of ranges) {
    const connection = towards(door, [reach.between(wholeOf(range, reach), door.to)])
    const key = `${keyOf(connection.open)}|${keyOf(connection.maybe)}`
    const group = groups.get(key) ?? { ranges: [], connection }
    group.ranges.push(range)
    groups.set(key, group)
  }
  return [...groups.values()].map(({ ranges: own, connection }) => ({
    door,
    outside: groups.size === 1 ? door.outside : { kind: 'ranges', ranges: own },
    seen: own.map((range) => wholeOf(range, reach)),
    ...doubted(door, connection.open, connection.maybe, 'policy'),
  }))
}

// All addresses of a range are treated alike, so what is cut out of it is looked up as the whole.
function wholeOf({ family, first }: AddressRange, { sources }: Reach): Peer {
  const whole = sources.find(
    (range) => range.family === family && range.first <= first && first <= range.last,
  )
  if (whole === undefined) throw new Error('The sources of a scene leave out an address.')
  return whole
}

// Whoever serves a door, what passes is what one of them gets.
function towards(door: Door, connections: readonly Connection[]): Connection {
  const open = connections.map((one) => one.open).reduce(union, NO_CONNECTIONS)
  const possible = connections
    .map((one) => union(one.open, one.maybe))
    .reduce(union, NO_CONNECTIONS)
  const sure = intersection(open, door.ports)
  return { open: sure, maybe: minus(intersection(possible, union(door.ports, door.hidden)), sure) }
}

type Doubted = Pick<Passage, 'open' | 'maybe' | 'doubt'>

function doubted(door: Door, open: ConnectionSet, maybe: ConnectionSet, doubt: Doubt): Doubted {
  if (!door.isSure) return { open: NO_CONNECTIONS, maybe: union(open, maybe), doubt: 'placeholder' }
  if (isEmpty(maybe)) return { open, maybe, doubt: undefined }
  if (!includes(door.hidden, maybe)) return { open, maybe, doubt }
  return { open, maybe, doubt: door.way === 'hostNetwork' ? 'undeclared' : 'placeholder' }
}
