import type { Engine } from './connections-between.ts'
import type { Cell } from './directions.ts'
import type { Flat } from './flat.ts'
import { ingressRoutesIn } from './ingress-routes.ts'
import { CONTROLLER, type Peer, type Workload } from './peer.ts'
import type { Traffic } from './reach.ts'
import { countTraffic, startTally, type Groups, type Tally } from './traffic.ts'

/** The group that all addresses are counted in. */
const OUTSIDE = 'outside'

/** What counts are made from. */
interface Counting {
  readonly engine: Engine
  readonly flat: Flat
  readonly cellOf: (from: Peer, to: Peer) => Cell
}

/** Counts all pairs of peers by groups of workloads, sorted by name; see `Reach.traffic`. */
export function trafficBetween(
  groupOf: (workload: Workload) => string,
  counting: Counting,
): readonly Traffic[] {
  const { workloads, table, ingress, egress } = counting.engine
  const names = [...new Set([...workloads.map(groupOf), OUTSIDE, CONTROLLER.id])].toSorted()
  const numbers = new Map(names.map((name, at) => [name, at]))
  const numberOf = (name: string): number => numbers.get(name) ?? 0
  const groups: Groups = {
    count: names.length,
    ofWorkloads: Int32Array.from(workloads, (one) => numberOf(groupOf(one))),
    outside: numberOf(OUTSIDE),
    sources: ingress.columns.ranges.map(ingress.columns.ofRange),
    destinations: egress.columns.ranges.map(egress.columns.ofRange),
  }
  const tally = startTally(names.length, table)
  countTraffic(counting.flat, groups, tally, table)
  countMixed(groups, tally, counting)
  countController(numberOf(CONTROLLER.id), { groups, tally }, counting)
  return tally
    .counts()
    .map(({ from, to, ...counts }) => ({ from: names[from] ?? '', to: names[to] ?? '', ...counts }))
}

// Few workloads have pods that differ, so their pairs are asked for one by one.
function countMixed(groups: Groups, tally: Tally, { engine, flat, cellOf }: Counting): void {
  const { workloads, ingress, egress } = engine
  const groupAt = (peer: Peer): number =>
    peer.kind === 'workload' ? (groups.ofWorkloads[peer.index] ?? 0) : groups.outside
  const enter = (from: Peer, to: Peer): void =>
    tally.add(groupAt(from), groupAt(to), cellOf(from, to))
  for (const mixed of workloads.filter(({ index }) => flat.isMixed[index] === 1)) {
    for (const to of [...workloads, ...egress.columns.ranges]) if (to !== mixed) enter(mixed, to)
    for (const from of ingress.columns.ranges) enter(from, mixed)
    // Those that are mixed as well come to this pair themselves.
    for (const from of workloads) if (flat.isMixed[from.index] === 0) enter(from, mixed)
  }
}

function countController(
  group: number,
  { groups, tally }: { readonly groups: Groups; readonly tally: Tally },
  { engine, cellOf }: Counting,
): void {
  const byId = new Map(engine.workloads.map((workload) => [workload.id, workload]))
  for (const id of ingressRoutesIn(engine.scene).keys()) {
    const to = byId.get(id)
    if (to !== undefined)
      tally.add(group, groups.ofWorkloads[to.index] ?? 0, cellOf(CONTROLLER, to))
  }
}
