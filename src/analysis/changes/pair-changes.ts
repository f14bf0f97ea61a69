import { FAMILIES, wholeOf, type Family } from '../reach/address-set.ts'
import { rangeOf } from '../reach/address-text.ts'
import { ALL_CONNECTIONS, isEmpty, NO_CONNECTIONS } from '../reach/connection-set.ts'
import type { AddressRange, Peer, Workload } from '../reach/peer.ts'
import type { Connection, Reach } from '../reach/reach.ts'
import { changeOf, NO_CONNECTION, type ConnectionChange } from './connection-change.ts'
import { compareCovers, type Cover } from './covers.ts'

/** What changed between two ends. */
export interface PairChange {
  readonly from: string
  readonly to: string
  readonly change: ConnectionChange
  /** Whether an end is a workload that only one of both sides has. */
  readonly isOfOneSide: boolean
  /** The ends as each side knows them, to ask it for reasons; undefined where it does not. */
  readonly old: Ends | undefined
  readonly now: Ends | undefined
}

/** Two peers of one side. */
export interface Ends {
  readonly from: Peer
  readonly to: Peer
}

/**
 * What changed in who can reach whom, by id of `from`, then of `to`. Workloads are the same when their ids are. Pairs
 * are compared one by one: O(workloads²), some 100 ns for each.
 */
export function* pairChanges(old: Reach, now: Reach): Generator<PairChange> {
  const ids = [...new Set([...old.workloads, ...now.workloads].map(({ id }) => id))].toSorted()
  const members = ids.map((id) => ({ id, old: old.workload(id), now: now.workload(id) }))
  const sides = { old, now }
  for (const to of members) yield* rangeChanges(to, 'in', sides)
  for (const from of members) {
    yield* rangeChanges(from, 'out', sides)
    for (const to of members) {
      const found = from === to ? undefined : betweenMembers(from, to, sides)
      if (found !== undefined) yield found
    }
  }
  for (const to of members) yield* controllerChanges(to, sides)
}

interface Sides {
  readonly old: Reach
  readonly now: Reach
}

interface Member {
  readonly id: string
  readonly old: Workload | undefined
  readonly now: Workload | undefined
}

function betweenMembers(from: Member, to: Member, sides: Sides): PairChange | undefined {
  const old = endsOf(from.old, to.old)
  const now = endsOf(from.now, to.now)
  const change = changeOf(askOf(old, sides.old), askOf(now, sides.now))
  if (change === undefined) return undefined
  const isOfOneSide = old === undefined || now === undefined
  return { from: from.id, to: to.id, change, isOfOneSide, old, now }
}

function endsOf(from: Peer | undefined, to: Peer | undefined): Ends | undefined {
  return from === undefined || to === undefined ? undefined : { from, to }
}

function askOf(ends: Ends | undefined, reach: Reach): Connection {
  return ends === undefined ? NO_CONNECTION : reach.between(ends.from, ends.to)
}

function controllerChanges(to: Member, { old, now }: Sides): readonly PairChange[] {
  const [before, after] = [
    endsOf(old.ingressController, to.old),
    endsOf(now.ingressController, to.now),
  ]
  const change = changeOf(askOf(before, old), askOf(after, now))
  if (change === undefined) return []
  const isOfOneSide = to.old === undefined || to.now === undefined
  const from = '{ingress-controller}'
  return [{ from, to: to.id, change, isOfOneSide, old: before, now: after }]
}

type Way = 'in' | 'out'

function rangeChanges(member: Member, way: Way, sides: Sides): readonly PairChange[] {
  const covers = (workload: Workload | undefined, reach: Reach): readonly Cover[] =>
    workload === undefined ? [] : coversOf(workload, way, { reach, other: otherOf(reach, sides) })
  const changes = compareCovers(covers(member.old, sides.old), covers(member.now, sides.now))
  return changes.map(({ range, change }) => {
    const ends = (workload: Workload | undefined, reach: Reach): Ends | undefined => {
      const whole = rangesOf(reach, way).find((one) => holds(one, range))
      return way === 'in' ? endsOf(whole, workload) : endsOf(workload, whole)
    }
    const [from, to] = way === 'in' ? [range.id, member.id] : [member.id, range.id]
    return {
      from,
      to,
      change,
      isOfOneSide: member.old === undefined || member.now === undefined,
      old: ends(member.old, sides.old),
      now: ends(member.now, sides.now),
    }
  })
}

function otherOf(reach: Reach, { old, now }: Sides): Reach {
  return reach === old ? now : old
}

function rangesOf({ sources, destinations }: Reach, way: Way): readonly AddressRange[] {
  return way === 'in' ? sources : destinations
}

function holds(whole: AddressRange, part: AddressRange): boolean {
  return whole.family === part.family && whole.first <= part.first && part.first <= whole.last
}

interface Both {
  readonly reach: Reach
  readonly other: Reach
}

function coversOf(workload: Workload, way: Way, { reach, other }: Both): readonly Cover[] {
  const ranges = rangesOf(reach, way)
  const ask = (range: AddressRange): Connection =>
    way === 'in' ? reach.between(range, workload) : reach.between(workload, range)
  const own = ranges.map((range) => ({ range, connection: ask(range) }))
  const missing = FAMILIES.filter(
    (family) =>
      !ranges.some((range) => range.family === family) &&
      rangesOf(other, way).some((range) => range.family === family),
  )
  return [...own, ...missing.map((family) => unspoken(family, workload, { own, way, reach }))]
}

interface Spoken {
  readonly own: readonly Cover[]
  readonly way: Way
  readonly reach: Reach
}

// No rule of this side names an address of the family. What no policy selects is open and what is closed to all is
// closed; else a rule for everybody, which means the family, looks like one for all addresses of the other, which does not.
function unspoken(family: Family, workload: Workload, { own, way, reach }: Spoken): Cover {
  const range = rangeOf(family, wholeOf(family))
  const isClosed = own.every(
    ({ connection }) => isEmpty(connection.open) && isEmpty(connection.maybe),
  )
  if (isClosed) return { range, connection: NO_CONNECTION }
  const reasons = own.flatMap((cover) =>
    way === 'in' ? reach.reasons(cover.range, workload) : reach.reasons(workload, cover.range),
  )
  const isOpen = reasons.every(({ verdict }) => verdict === 'open')
  return { range, connection: isOpen ? ALL_OPEN : ALL_UNCLEAR }
}

const ALL_OPEN: Connection = { open: ALL_CONNECTIONS, maybe: NO_CONNECTIONS }
const ALL_UNCLEAR: Connection = { open: NO_CONNECTIONS, maybe: ALL_CONNECTIONS }
