import { claimOn } from './columns.ts'
import { ALL_CONNECTIONS } from './connection-set.ts'
import type { Engine } from './connections-between.ts'
import { NO_DECLARED_PORTS } from './declared-ports.ts'
import type { Side } from './directions.ts'
import type { Peer } from './peer.ts'
import type { PodClass } from './pod-class.ts'
import { meaningsIn, type MeaningOf } from './port-meaning.ts'
import type { Reason } from './reach.ts'
import type { Applied } from './rows.ts'

type Direction = Reason['direction']

/** Prepares the question which rules are behind an answer: it goes through the policies of the two peers again. */
export function reasonsIn(engine: Engine): (from: Peer, to: Peer) => readonly Reason[] {
  const meaningOf = meaningsIn(engine.table)
  return (from, to) => [
    ...reasonsOf('egress', from, to, { engine, meaningOf }),
    ...reasonsOf('ingress', to, from, { engine, meaningOf }),
  ]
}

interface Desk {
  readonly engine: Engine
  readonly meaningOf: MeaningOf
}

function reasonsOf(
  direction: Direction,
  own: Peer,
  other: Peer,
  { engine, meaningOf }: Desk,
): readonly Reason[] {
  if (own.kind !== 'workload' || own === other) return []
  const side = engine[direction]
  const reasons = distinctClasses(own, engine).flatMap((pods) => {
    const applied = side.appliedTo(pods)
    if (applied.length === 0) return [openTo(direction)]
    return distinctColumns(other, side, engine).flatMap((column) =>
      applied.flatMap((one) => [
        ...isolating(one),
        ...ruling(one, { column, side, pods, engine, meaningOf }),
      ]),
    )
  })
  return dropRepeats(reasons)
}

function openTo(direction: Direction): Reason {
  return {
    direction,
    verdict: 'open',
    isSure: true,
    policy: undefined,
    place: undefined,
    connections: ALL_CONNECTIONS,
    narrowed: [],
  }
}

function isolating({ side, claim }: Applied): readonly Reason[] {
  if (side.isolates === false) return []
  return [
    {
      direction: side.direction,
      verdict: 'isolate',
      isSure: side.isolates === true && claim === true,
      policy: side.policy,
      place: side.place,
      connections: ALL_CONNECTIONS,
      narrowed: [],
    },
  ]
}

interface Cell extends Desk {
  readonly column: number
  readonly side: Side
  readonly pods: PodClass
}

function ruling({ side, claim }: Applied, cell: Cell): readonly Reason[] {
  const { columns } = cell.side
  const zone = columns.zones[columns.zoneOf[cell.column] ?? 0]
  const ports = side.direction === 'ingress' ? cell.pods.ports : (zone?.ports ?? NO_DECLARED_PORTS)
  return side.rules.flatMap((rule) => {
    const hit = claimOn(rule, cell.column, columns)
    const { sure, possible } = cell.meaningOf(rule, ports)
    if (hit === false || possible === 0) return []
    return [
      {
        direction: side.direction,
        verdict: rule.action,
        isSure: claim === true && hit === true && sure === possible,
        policy: side.policy,
        place: rule.place,
        connections: cell.engine.table.setOf(possible),
        narrowed: rule.narrowed,
      },
    ]
  })
}

function distinctClasses(peer: Peer, { classes }: Engine): readonly PodClass[] {
  if (peer.kind === 'ingressController') return [classes.controller]
  return peer.kind === 'workload' ? [...new Set(peer.pods.map(classes.of))] : []
}

function distinctColumns(peer: Peer, { columns }: Side, engine: Engine): readonly number[] {
  if (peer.kind === 'addresses') return [columns.ofRange(peer)]
  return [...new Set(distinctClasses(peer, engine).map(columns.ofPods))]
}

// Pods of one workload that differ in some label still meet mostly the same rules.
function dropRepeats(reasons: readonly Reason[]): readonly Reason[] {
  const isSame = (one: Reason, two: Reason) =>
    one.place === two.place && one.verdict === two.verdict && one.isSure === two.isSure
  return reasons.filter((reason, at) => reasons.findIndex((other) => isSame(reason, other)) === at)
}
