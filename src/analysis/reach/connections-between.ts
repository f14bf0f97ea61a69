import type { Scene } from '../../model/scene.ts'
import { minus } from './connection-set.ts'
import type { Cell, Side } from './directions.ts'
import { cellIn, flatten, type Flat } from './flat.ts'
import { trafficBetween } from './group-traffic.ts'
import { ingressRoutesIn } from './ingress-routes.ts'
import { CONTROLLER, type Peer, type Workload } from './peer.ts'
import type { PodClass, PodClasses } from './pod-class.ts'
import type { PluginProfile } from './profile.ts'
import type { Connection, Pair, Reach } from './reach.ts'
import { ALL, NONE, type SetId, type SetTable } from './set-table.ts'
import { countedIn } from './traffic.ts'

/** What answers are made from. */
export interface Engine {
  readonly workloads: readonly Workload[]
  readonly classes: PodClasses
  readonly ingress: Side
  readonly egress: Side
  readonly table: SetTable
  readonly scene: Scene
  readonly profile: PluginProfile
}

/** The answers of an engine: for one pair of peers, for all of them, and counted by groups. */
export function connectionsBetween(
  engine: Engine,
): Pick<Reach, 'between' | 'pairs' | 'hasDoubts' | 'traffic'> {
  const { table } = engine
  const cellOf = cellsOf(engine)
  const connectionOf = connectionsIn(table)
  let made: Flat | undefined
  const flat = (): Flat => (made ??= flatten(engine))
  return {
    between: (from, to) => connectionOf(cellOf(from, to)),
    pairs: () =>
      allPairs({ engine, flat: flat(), cellOf, connectionOf, isCounted: countedIn(table) }),
    hasDoubts: () => flat().hasDoubts,
    traffic: (groupOf) => trafficBetween(groupOf, { engine, flat: flat(), cellOf }),
  }
}

function connectionsIn({ setOf }: SetTable): (cell: Cell) => Connection {
  const connections = new Map<number, Connection>()
  return ({ sure, possible }) => {
    // Both ids have twenty bits at most.
    const key = sure * 2 ** 20 + possible
    const known = connections.get(key)
    if (known !== undefined) return known
    const open = setOf(sure)
    const made = { open, maybe: minus(setOf(possible), open) }
    connections.set(key, made)
    return made
  }
}

interface Answers {
  readonly engine: Engine
  readonly flat: Flat
  readonly cellOf: (from: Peer, to: Peer) => Cell
  readonly connectionOf: (cell: Cell) => Connection
  readonly isCounted: (id: SetId) => boolean
}

function* allPairs(answers: Answers): Generator<Pair> {
  const { workloads, ingress, egress, scene } = answers.engine
  const controller = ingressRoutesIn(scene).size > 0 ? [CONTROLLER] : []
  const froms = [...ingress.columns.ranges, ...workloads, ...controller].toSorted(byId)
  const tos = [...egress.columns.ranges, ...workloads].toSorted(byId)
  for (const from of froms) yield* pairsFrom(from, tos, answers)
}

function* pairsFrom(from: Peer, tos: readonly Peer[], answers: Answers): Generator<Pair> {
  const { connectionOf, isCounted } = answers
  for (const to of tos) {
    if (from === to || (from.kind !== 'workload' && to.kind !== 'workload')) continue
    const cell = cellBetween(from, to, answers)
    if (!isCounted(cell.possible)) continue
    const { open, maybe } = connectionOf(cell)
    yield { from, to, open, maybe }
  }
}

function cellBetween(from: Peer, to: Peer, { engine, flat, cellOf }: Answers): Cell {
  const { egress, ingress } = flat
  if (from.kind === 'workload' && to.kind === 'addresses' && isPlain(from, flat))
    return cellIn(egress.rows[from.index], egress.all.ofRange(to), egress)
  if (from.kind === 'addresses' && to.kind === 'workload' && isPlain(to, flat))
    return cellIn(ingress.rows[to.index], ingress.all.ofRange(from), ingress)
  if (from.kind !== 'workload' || to.kind !== 'workload') return cellOf(from, to)
  if (!isPlain(from, flat) || !isPlain(to, flat)) return cellOf(from, to)
  const out = cellIn(egress.rows[from.index], egress.columns[to.index] ?? 0, egress)
  if (out.possible === NONE) return NOTHING
  const into = cellIn(ingress.rows[to.index], ingress.columns[from.index] ?? 0, ingress)
  const { meet } = engine.table
  return { sure: meet(out.sure, into.sure), possible: meet(out.possible, into.possible) }
}

function isPlain({ index }: Workload, { isMixed, isOnHost }: Flat): boolean {
  return isMixed[index] === 0 && isOnHost[index] === 0
}

function byId(one: Peer, two: Peer): number {
  if (one.id === two.id) return 0
  return one.id < two.id ? -1 : 1
}

function cellsOf(engine: Engine): (from: Peer, to: Peer) => Cell {
  const { classes, table } = engine
  const own = new Map(
    engine.workloads.map(({ pods, index }) => [
      index,
      [...new Set(pods.map((pod) => classes.of(pod)))],
    ]),
  )
  const classesAt = ({ index }: Workload): readonly PodClass[] => own.get(index) ?? []
  return (from, to) => {
    if (engine.profile.enforces === false) return OPEN
    if (from.kind === 'workload' && to.kind === 'workload')
      return from === to ? OPEN : betweenWorkloads(classesAt(from), classesAt(to), engine)
    if (from.kind === 'workload' && to.kind === 'addresses')
      return every(classesAt(from), (one) => engine.egress.withRange(one, to), table)
    if (from.kind === 'addresses' && to.kind === 'workload')
      return every(classesAt(to), (one) => engine.ingress.withRange(one, from), table)
    if (from.kind === 'ingressController' && to.kind === 'workload')
      return fromController(to, classesAt(to), engine)
    return NOTHING
  }
}

const OPEN: Cell = { sure: ALL, possible: ALL }
const NOTHING: Cell = { sure: NONE, possible: NONE }

function betweenWorkloads(
  from: readonly PodClass[],
  to: readonly PodClass[],
  engine: Engine,
): Cell {
  const { table } = engine
  return every(from, (one) => every(to, (other) => betweenPods(one, other, engine), table), table)
}

function betweenPods(from: PodClass, to: PodClass, { egress, ingress, table }: Engine): Cell {
  const [out, into] = [egress.withPods(from, to), ingress.withPods(to, from)]
  const sure = table.meet(out.sure, into.sure)
  // A pod and its own node always reach each other, and nobody knows which node it is on.
  if (from.isOnHost || to.isOnHost) return { sure, possible: ALL }
  return { sure, possible: table.meet(out.possible, into.possible) }
}

// Pods of one workload may differ: what holds for all of them is sure, what holds for one is possible.
function every(of: readonly PodClass[], cellOf: (one: PodClass) => Cell, table: SetTable): Cell {
  const [first, ...rest] = of
  if (first === undefined) return NOTHING
  let { sure, possible } = cellOf(first)
  for (const one of rest) {
    const cell = cellOf(one)
    sure = table.meet(sure, cell.sure)
    possible = table.unite(possible, cell.possible)
  }
  return { sure, possible }
}

function fromController(to: Workload, own: readonly PodClass[], engine: Engine): Cell {
  const { classes, ingress, table, scene } = engine
  const route = ingressRoutesIn(scene).get(to.id)
  if (route === undefined) return NOTHING
  const [sure, possible] = [table.idOf(route.sure), table.idOf(route.possible)]
  const cell = every(own, (one) => ingress.withPods(one, classes.controller), table)
  return { sure: table.meet(cell.sure, sure), possible: table.meet(cell.possible, possible) }
}
