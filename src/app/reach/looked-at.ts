import { doorsOf } from '../../analysis/doors/doors.ts'
import { passagesOf, type Passage } from '../../analysis/doors/passages.ts'
import {
  ALL_CONNECTIONS,
  connectionText,
  includes,
  intersection,
  isEmpty,
  minus,
  NO_CONNECTIONS,
  union,
  type ConnectionSet,
} from '../../analysis/reach/connection-set.ts'
import type { Peer, Workload } from '../../analysis/reach/peer.ts'
import type { Connection, Reach } from '../../analysis/reach/reach.ts'
import type { Scene } from '../../model/scene.ts'
import type { Standing, ToldEvidence } from '../../report/reach/check/check.ts'
import type { Expectation } from '../config/load-config.ts'
import { endNamed, isHostName } from './ends.ts'
import { outsideWord } from './outside-word.ts'
import { portsMeant } from './port-word.ts'
import { placeText, resourceText, toldReasons } from './told-reasons.ts'

/** What decides how an expectation stands: what breaks it or is unclear, told when it is shown. */
export interface Looked {
  /** How many connections were looked at. */
  readonly looked: number
  readonly evidence: readonly Evidence[]
}

interface Evidence {
  readonly standing: Exclude<Standing, 'held'>
  readonly tell: () => ToldEvidence
}

/** Where it is looked. */
export interface Ground {
  readonly reach: Reach
  readonly scene: Scene
}

/** Looks at all connections that an expectation speaks of. One that speaks of nothing that was read is unclear. */
export function lookAt(expectation: Expectation, ground: Ground): Looked {
  const { from, to } = expectation
  const { reach } = ground
  const tos = endNamed(isHostName(to) ? 'internet' : to, reach.destinations, reach)
  if (!tos.ok) return unread(expectation, `nothing that was read is named ${to}`)
  const doors =
    from === 'internet' || from === 'outside' ? throughDoors(expectation, tos.value, ground) : []
  if (from === 'outside') return atOnce(doors, expectation)
  // What is to be let in from the internet comes by a way in, or not at all.
  if (from === 'internet' && expectation.verb === 'allow') return atOnce(doors, expectation)
  const froms = endNamed(from, reach.sources, reach)
  if (!froms.ok) return unread(expectation, `nothing that was read is named ${from}`)
  const pairs = isHostName(to)
    ? froms.value.flatMap((one) => towardsHost(one, to, { tos: tos.value, ground }))
    : pairsBetween(froms.value, tos.value, ground)
  const found = atOnce([...doors, ...pairs], expectation)
  if (found.looked > 0) return found
  return unread(expectation, 'there is no connection between these two to be looked at')
}

/** One connection that is looked at. */
interface Candidate extends Connection {
  readonly from: string
  readonly to: string
  readonly note: string | undefined
  readonly because: () => ToldEvidence['because']
}

function atOnce(candidates: readonly Candidate[], expectation: Expectation): Looked {
  const judge = expectation.verb === 'deny' ? againstDeny : againstAllow
  return {
    looked: candidates.length,
    evidence: candidates.flatMap((candidate) => judge(candidate, expectation)),
  }
}

function againstDeny(candidate: Candidate, { port }: Expectation): readonly Evidence[] {
  const wanted = portsMeant(port, 'deny') ?? ALL_CONNECTIONS
  const open = intersection(candidate.open, wanted)
  if (!isEmpty(open)) return [evidenceOf(candidate, 'broken', open)]
  const maybe = intersection(candidate.maybe, wanted)
  return isEmpty(maybe) ? [] : [evidenceOf(candidate, 'unclear', maybe)]
}

function againstAllow(candidate: Candidate, { port }: Expectation): readonly Evidence[] {
  const wanted = portsMeant(port, 'allow')
  const { open, maybe } = candidate
  if (wanted === undefined) {
    if (!isEmpty(open)) return []
    return [
      evidenceOf(
        candidate,
        isEmpty(maybe) ? 'broken' : 'unclear',
        isEmpty(maybe) ? ALL_CONNECTIONS : maybe,
      ),
    ]
  }
  if (includes(open, wanted)) return []
  const isPossible = includes(union(open, maybe), wanted)
  return [evidenceOf(candidate, isPossible ? 'unclear' : 'broken', minus(wanted, open))]
}

function evidenceOf(
  { from, to, note, because }: Candidate,
  standing: Evidence['standing'],
  set: ConnectionSet,
): Evidence {
  const connections = connectionText(set)
  return { standing, tell: () => ({ from, to, connections, standing, note, because: because() }) }
}

function unread({ from, to }: Expectation, message: string): Looked {
  const told = {
    from,
    to,
    connections: 'All Connections',
    standing: 'unclear',
    note: message,
  } as const
  return { looked: 0, evidence: [{ standing: 'unclear', tell: () => ({ ...told, because: [] }) }] }
}

function pairsBetween(
  froms: readonly Peer[],
  tos: readonly Peer[],
  { reach }: Ground,
): readonly Candidate[] {
  return froms.flatMap((from) =>
    tos.flatMap((to) => {
      const isApart = from !== to && (from.kind === 'workload' || to.kind === 'workload')
      if (!isApart || to.kind === 'ingressController') return []
      const because = () => toldReasons(reach.reasons(from, to))
      const { open, maybe } = reach.between(from, to)
      return [{ from: from.id, to: to.id, open, maybe, note: undefined, because }]
    }),
  )
}

interface Anywhere {
  readonly tos: readonly Peer[]
  readonly ground: Ground
}

// Which address a host has is known to a resolver alone: what is open to all of them is open to it.
function towardsHost(from: Peer, host: string, { tos, ground }: Anywhere): readonly Candidate[] {
  const all = pairsBetween([from], tos, ground)
  const [first] = all
  if (first === undefined) return []
  const open = all.map((pair) => pair.open).reduce(intersection)
  const possible = all.map((pair) => union(pair.open, pair.maybe)).reduce(union)
  const note = 'no manifest tells which address it has'
  return [{ ...first, to: host, open, maybe: minus(possible, open), note }]
}

// Who comes by a way in is let in by what serves it: all ways to a workload that are meant, or one candidate that says
// that there is none.
function throughDoors(
  { from, verb }: Expectation,
  tos: readonly Peer[],
  { reach, scene }: Ground,
): readonly Candidate[] {
  const isMeant = ({ outside }: Passage): boolean =>
    from === 'outside' || (outside.kind !== 'node' && outside.kind !== 'network')
  const workloads = tos.filter((to): to is Workload => to.kind === 'workload')
  return workloads.flatMap((to) => {
    const passages = doorsOf(scene)
      .filter((door) => door.to === to)
      .flatMap((door) => passagesOf(door, reach, scene))
      .filter(isMeant)
    const ways = passages.map((passage) => wayOf(passage, reach))
    return verb === 'deny' ? ways : [anyOf(ways, { from, to: to.id })]
  })
}

function wayOf(passage: Passage, reach: Reach): Candidate {
  const { door, open, maybe, outside, seen } = passage
  const from =
    outside.kind === 'ranges'
      ? outside.ranges.map(outsideWord).join(', ')
      : outside.kind === 'blocks'
        ? outside.blocks.join(', ')
        : outsideWord(outside.kind)
  return {
    from,
    to: door.to.id,
    open,
    maybe,
    note: `by ${door.way} ${resourceText(door.resource)}  ${placeText(door.place)}`,
    because: () => toldReasons(seen.flatMap((peer) => reach.reasons(peer, door.to))),
  }
}

function anyOf(
  ways: readonly Candidate[],
  { from, to }: { readonly from: string; readonly to: string },
): Candidate {
  const open = ways.map((way) => way.open).reduce(union, NO_CONNECTIONS)
  return {
    from,
    to,
    open,
    maybe: minus(ways.map((way) => way.maybe).reduce(union, NO_CONNECTIONS), open),
    note: ways.length === 0 ? 'no way in leads there' : ways.map(({ note }) => note).join('; '),
    because: () => ways.flatMap((way) => way.because()),
  }
}
