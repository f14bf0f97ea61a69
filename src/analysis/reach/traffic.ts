import { groupBy } from '../../base/group.ts'
import type { Cell } from './directions.ts'
import { cellIn, type Flat, type FlatSide } from './flat.ts'
import type { Row } from './rows.ts'
import { ALL, NONE, type SetId, type SetTable } from './set-table.ts'
import { spotAt } from './spots.ts'

/** How many pairs of peers there are between two groups: with a connection for sure, and with one perhaps. */
interface Count {
  readonly from: number
  readonly to: number
  readonly open: number
  readonly unclear: number
}

/** The groups that are counted, by number below `count`. */
export interface Groups {
  readonly count: number
  /** The group of each workload. */
  readonly ofWorkloads: Int32Array
  /** The group of all addresses outside. */
  readonly outside: number
  /** The columns of the addresses that connections come from, and of those that they go to. */
  readonly sources: readonly number[]
  readonly destinations: readonly number[]
}

/** How many peers each group has, by its number. */
type Sizes = ReadonlyMap<number, number>

/** A count that is still growing. */
export interface Tally {
  readonly add: (from: number, to: number, cell: Cell, pairs?: number) => void
  /** Adds every pair of two sorts of peers, given how many of them each group has. */
  readonly addAll: (froms: Sizes, tos: Sizes, cell: Cell) => void
  /** By group of the source, then of the destination; those that are not nought. */
  readonly counts: () => readonly Count[]
}

/** Starts a count of pairs between groups, by their numbers below `count`. */
export function startTally(count: number, table: SetTable): Tally {
  const open = new Float64Array(count * count)
  const unclear = new Float64Array(count * count)
  const isCounted = countedIn(table)
  const countsFor = ({ sure, possible }: Cell): Float64Array | undefined => {
    if (isCounted(sure)) return open
    return isCounted(possible) ? unclear : undefined
  }
  return {
    add(from, to, cell, pairs = 1) {
      const counts = countsFor(cell)
      const at = from * count + to
      if (counts !== undefined) counts[at] = (counts[at] ?? 0) + pairs
    },
    addAll(froms, tos, cell) {
      const counts = countsFor(cell)
      if (counts === undefined) return
      for (const [from, size] of froms) {
        for (const [to, other] of tos) {
          const at = from * count + to
          counts[at] = (counts[at] ?? 0) + size * other
        }
      }
    },
    counts: () => cellsOf(open, unclear, count),
  }
}

/**
 * Counts the pairs between groups of workloads, and of addresses. First all ends are taken for what their zone is, and
 * those that are alike are counted at once; then pairs of which a rule says more are set right. O(groups² × sorts of
 * ends + pairs that rules name). Left out are workloads whose pods differ. Protocols that policies cannot name are no
 * connection.
 */
export function countTraffic(flat: Flat, groups: Groups, tally: Tally, table: SetTable): void {
  const { egress, ingress, isMixed } = flat
  const senders = [
    ...endsOf(flat, groups, [egress, ingress]),
    ...outsideEnds(groups.sources, groups, ingress),
  ]
  const receivers = [
    ...endsOf(flat, groups, [ingress, egress]),
    ...outsideEnds(groups.destinations, groups, egress),
  ]
  const judge: Judge = { flat, table }
  const receiving = alike(receivers, ingress)
  for (const out of alike(senders, egress)) {
    for (const into of receiving) {
      if (out.end.isOutside && into.end.isOutside) continue
      tally.addAll(out.sizes, into.sizes, zoneCell(out.end, into.end, judge))
    }
  }
  correct({ senders, receivers }, tally, judge)
  // A workload and itself are no pair.
  for (const [workload, group] of groups.ofWorkloads.entries()) {
    if (isMixed[workload] === 1) continue
    const out = endOf(workload, group, flat, [egress, ingress])
    const into = endOf(workload, group, flat, [ingress, egress])
    tally.add(group, group, exactCell(out, into, judge), -1)
  }
}

/** Workloads of a group, or addresses, that send, or that receive, in the same way. */
interface End {
  readonly group: number
  readonly row: Row | undefined
  /** Where rows of the other side have them. */
  readonly column: number
  readonly zone: number
  readonly isOnHost: boolean
  readonly isOutside: boolean
  readonly size: number
}

interface Judge {
  readonly flat: Flat
  readonly table: SetTable
}

/** The side that has the rows of some ends, and the one in whose rows they are columns. */
type Way = readonly [FlatSide, FlatSide]

function endsOf(flat: Flat, { ofWorkloads }: Groups, way: Way): readonly End[] {
  const numbers = new Map<Row | undefined, number>()
  const ends = new Map<string, End>()
  for (const [workload, group] of ofWorkloads.entries()) {
    if (flat.isMixed[workload] === 1) continue
    const end = endOf(workload, group, flat, way)
    const row = numbers.get(end.row) ?? numbers.size
    numbers.set(end.row, row)
    const key = `${group}/${row}/${end.column}`
    ends.set(key, { ...end, size: (ends.get(key)?.size ?? 0) + 1 })
  }
  return [...ends.values()]
}

function endOf(workload: number, group: number, { isOnHost }: Flat, [own, other]: Way): End {
  const column = other.columns[workload] ?? 0
  return {
    group,
    row: own.rows[workload],
    column,
    zone: other.all.zoneOf[column] ?? 0,
    isOnHost: isOnHost[workload] === 1,
    isOutside: false,
    size: 1,
  }
}

function outsideEnds(
  columns: readonly number[],
  { outside }: Groups,
  { all }: FlatSide,
): readonly End[] {
  const end = { group: outside, row: undefined, isOnHost: false, isOutside: true, size: 1 }
  return columns.map((column) => ({ ...end, column, zone: all.zoneOf[column] ?? 0 }))
}

/** Ends that are alike as long as only zones are looked at, and how many each group has of them. */
interface Sort {
  readonly end: End
  readonly sizes: Map<number, number>
}

function alike(ends: readonly End[], { all }: FlatSide): readonly Sort[] {
  const sorts = new Map<string, Sort>()
  const zoneTexts = new Map<Row | undefined, string>()
  for (const end of ends) {
    const text = zoneTexts.get(end.row) ?? zoneText(end.row, all.zones.length)
    zoneTexts.set(end.row, text)
    const key = `${end.zone}/${end.isOnHost}/${end.isOutside}/${text}`
    const { sizes } = sorts.get(key) ?? { sizes: new Map<number, number>() }
    sizes.set(end.group, (sizes.get(end.group) ?? 0) + end.size)
    sorts.set(key, { end, sizes })
  }
  return [...sorts.values()]
}

function zoneText(row: Row | undefined, zones: number): string {
  if (row === undefined) return ''
  return `${row.sure.slice(0, zones).join()};${row.possible.slice(0, zones).join()}`
}

interface Ends {
  readonly senders: readonly End[]
  readonly receivers: readonly End[]
}

// Each pair once: those that the sender's row names, then those that only the receiver's does.
function correct({ senders, receivers }: Ends, tally: Tally, judge: Judge): void {
  const { egress } = judge.flat
  const repair = (out: End, into: End): void => {
    const [was, is] = [zoneCell(out, into, judge), exactCell(out, into, judge)]
    if (was.sure === is.sure && was.possible === is.possible) return
    enter(tally, [out, into], was, -1)
    enter(tally, [out, into], is, 1)
  }
  eachNamed(senders, receivers, repair)
  eachNamed(receivers, senders, (into, out) => {
    if (!hasSpot(out.row, into.column, egress)) repair(out, into)
  })
}

function eachNamed(
  owners: readonly End[],
  others: readonly End[],
  visit: (owner: End, other: End) => void,
): void {
  const byColumn = groupBy(others, ({ column }) => column)
  for (const [row, own] of groupBy(owners, ({ row: of }) => of)) {
    for (const column of row?.columns ?? [])
      for (const other of byColumn.get(column) ?? []) for (const owner of own) visit(owner, other)
  }
}

function hasSpot(row: Row | undefined, column: number, { all }: FlatSide): boolean {
  return row !== undefined && spotAt(row.columns, column, all) >= all.zones.length
}

function enter(tally: Tally, [out, into]: readonly [End, End], cell: Cell, sign: 1 | -1): void {
  if (out.isOutside && into.isOutside) return
  tally.add(out.group, into.group, cell, sign * out.size * into.size)
}

function zoneCell(out: End, into: End, { table }: Judge): Cell {
  return both(out, into, table, [atZone(out.row, into.zone), atZone(into.row, out.zone)])
}

function atZone(row: Row | undefined, zone: number): Cell {
  if (row === undefined) return OPEN
  return { sure: row.sure[zone] ?? NONE, possible: row.possible[zone] ?? NONE }
}

const OPEN: Cell = { sure: ALL, possible: ALL }

function exactCell(out: End, into: End, { flat, table }: Judge): Cell {
  const cells = [
    cellIn(out.row, into.column, flat.egress),
    cellIn(into.row, out.column, flat.ingress),
  ] as const
  return both(out, into, table, cells)
}

function both(out: End, into: End, { meet }: SetTable, [one, other]: readonly [Cell, Cell]): Cell {
  const sure = meet(one.sure, other.sure)
  // A pod and its own node always reach each other, and nobody knows which node it is on.
  const isLocal = !out.isOutside && !into.isOutside && (out.isOnHost || into.isOnHost)
  return { sure, possible: isLocal ? ALL : meet(one.possible, other.possible) }
}

function cellsOf(open: Float64Array, unclear: Float64Array, count: number): readonly Count[] {
  const counts: Count[] = []
  for (let at = 0; at < open.length; at++) {
    const [sure, perhaps] = [open[at] ?? 0, unclear[at] ?? 0]
    if (sure + perhaps > 0)
      counts.push({ from: Math.floor(at / count), to: at % count, open: sure, unclear: perhaps })
  }
  return counts
}

/** Tells whether a set has a port of some protocol, by its id. */
export function countedIn({ setOf }: SetTable): (id: SetId) => boolean {
  const known: boolean[] = []
  return (id) => {
    const found = known[id]
    if (found !== undefined) return found
    const { SCTP, TCP, UDP } = setOf(id)
    return (known[id] = SCTP.length + TCP.length + UDP.length > 0)
  }
}
