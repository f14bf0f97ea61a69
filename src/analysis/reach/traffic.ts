import type { Cell } from './directions.ts'
import type { Flat, FlatSide } from './flat.ts'
import { ALL, NONE, type SetId, type SetTable } from './set-table.ts'

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

/** A count that is still growing. */
export interface Tally {
  readonly add: (from: number, to: number, cell: Cell, pairs?: number) => void
  /** By group of the source, then of the destination; those that are not nought. */
  readonly counts: () => readonly Count[]
}

/** Starts a count of pairs between groups, by their numbers below `count`. */
export function startTally(count: number, table: SetTable): Tally {
  const open = new Float64Array(count * count)
  const unclear = new Float64Array(count * count)
  const isCounted = countedIn(table)
  return {
    add(from, to, { sure, possible }, pairs = 1) {
      if (!isCounted(possible)) return
      const counts = isCounted(sure) ? open : unclear
      const at = from * count + to
      counts[at] = (counts[at] ?? 0) + pairs
    },
    counts: () => cellsOf(open, unclear, count),
  }
}

/**
 * Counts the pairs between groups of workloads, and of addresses. Workloads that send alike, and those that receive
 * alike, are counted once for all: O(senders × receivers) of a few steps each. Left out are those whose pods differ.
 * Protocols that policies cannot name are no connection.
 */
export function countTraffic(flat: Flat, groups: Groups, tally: Tally, table: SetTable): void {
  const { egress, ingress, isMixed } = flat
  const meet = meetsIn(table)
  const enter = (out: End, into: End, pairs: number): void => {
    if (out.isOutside && into.isOutside) return
    tally.add(out.group, into.group, cellOf(out, into, meet), pairs)
  }
  const senders = sendersOf(flat, groups)
  const receivers = receiversOf(flat, groups)
  for (const out of senders) for (const into of receivers) enter(out, into, out.size * into.size)
  // A workload and itself are no pair.
  for (const [workload, group] of groups.ofWorkloads.entries()) {
    if (isMixed[workload] === 1) continue
    const out = endOf(workload, group, { flat, rows: egress, found: ingress })
    enter(out, endOf(workload, group, { flat, rows: ingress, found: egress }), -1)
  }
}

/** Workloads of a group, or addresses, that send, or that receive, in the same way. */
interface End {
  readonly group: number
  readonly sure: Uint32Array
  readonly possible: Uint32Array
  /** Where rows of the other side have them. */
  readonly column: number
  readonly isOnHost: boolean
  readonly isOutside: boolean
  readonly size: number
}

function sendersOf(flat: Flat, groups: Groups): readonly End[] {
  const { egress, ingress } = flat
  const way = { flat, rows: egress, found: ingress }
  return [...endsOf(groups, way), ...outsideEnds(groups.sources, groups, egress)]
}

function receiversOf(flat: Flat, groups: Groups): readonly End[] {
  const { egress, ingress } = flat
  const way = { flat, rows: ingress, found: egress }
  return [...endsOf(groups, way), ...outsideEnds(groups.destinations, groups, ingress)]
}

interface Way {
  readonly flat: Flat
  readonly rows: FlatSide
  readonly found: FlatSide
}

function endsOf({ ofWorkloads }: Groups, way: Way): readonly End[] {
  const numbers = new Map<Uint32Array, number>()
  const ends = new Map<string, End>()
  for (const [workload, group] of ofWorkloads.entries()) {
    if (way.flat.isMixed[workload] === 1) continue
    const end = endOf(workload, group, way)
    const row = numbers.get(end.possible) ?? numbers.size
    numbers.set(end.possible, row)
    const key = `${group}/${row}/${end.column}/${end.isOnHost}`
    ends.set(key, { ...end, size: (ends.get(key)?.size ?? 0) + 1 })
  }
  return [...ends.values()]
}

function endOf(workload: number, group: number, { flat, rows, found }: Way): End {
  return {
    group,
    sure: rows.sure[workload] ?? rows.open,
    possible: rows.possible[workload] ?? rows.open,
    column: found.columns[workload] ?? 0,
    isOnHost: flat.isOnHost[workload] === 1,
    isOutside: false,
    size: 1,
  }
}

function outsideEnds(
  columns: readonly number[],
  { outside }: Groups,
  { open }: FlatSide,
): readonly End[] {
  const end = { group: outside, sure: open, possible: open, isOnHost: false, isOutside: true }
  return columns.map((column) => ({ ...end, column, size: 1 }))
}

function cellOf(out: End, into: End, meet: SetTable['meet']): Cell {
  const sure = meet(out.sure[into.column] ?? NONE, into.sure[out.column] ?? NONE)
  // A pod and its own node always reach each other, and nobody knows which node it is on.
  const isLocal = !out.isOutside && !into.isOutside && (out.isOnHost || into.isOnHost)
  if (isLocal) return { sure, possible: ALL }
  return {
    sure,
    possible: meet(out.possible[into.column] ?? NONE, into.possible[out.column] ?? NONE),
  }
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

// What sets share, remembered in a table of numbers: it is asked for every pair of ends.
function meetsIn({ meet }: SetTable): SetTable['meet'] {
  const known = new Int32Array(MOST_REMEMBERED * MOST_REMEMBERED).fill(UNKNOWN)
  return (one, two) => {
    if (one >= MOST_REMEMBERED || two >= MOST_REMEMBERED) return meet(one, two)
    const at = one * MOST_REMEMBERED + two
    const found = known[at] ?? UNKNOWN
    return found === UNKNOWN ? (known[at] = meet(one, two)) : found
  }
}

const MOST_REMEMBERED = 1024
const UNKNOWN = -1

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
