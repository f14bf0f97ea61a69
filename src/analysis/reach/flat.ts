import type { Columns } from './columns.ts'
import type { Engine } from './connections-between.ts'
import type { Cell, Side } from './directions.ts'
import type { PodClass } from './pod-class.ts'
import type { Row } from './rows.ts'
import { ALL, NONE } from './set-table.ts'
import { spotAt } from './spots.ts'

/**
 * Rows and columns of both matrices by workload, so that going through all pairs is a walk over numbers. Pairs with a
 * workload that `isMixed` are worked out one by one, as its pods differ.
 */
export interface Flat {
  readonly isMixed: Uint8Array
  readonly isOnHost: Uint8Array
  readonly egress: FlatSide
  readonly ingress: FlatSide
  /** Whether some answer may not be certain. */
  readonly hasDoubts: boolean
}

/** One matrix: the rows of each workload, and in which column others find it. */
export interface FlatSide {
  /** Undefined for those that no policy is about: everything passes. */
  readonly rows: readonly (Row | undefined)[]
  readonly columns: Int32Array
  readonly all: Columns
}

/** Works all rows out. O(workloads + rows). */
export function flatten({ workloads, classes, egress, ingress, profile }: Engine): Flat {
  const isMixed = new Uint8Array(workloads.length)
  const isOnHost = new Uint8Array(workloads.length)
  const first = workloads.map(({ pods, index }) => {
    const own = [...new Set(pods.map(classes.of))]
    const [only = classes.controller] = own
    isMixed[index] = own.length === 1 ? 0 : 1
    isOnHost[index] = only.isOnHost ? 1 : 0
    return only
  })
  const isIdle = profile.enforces === false
  const [out, into] = [flatSide(egress, first, isIdle), flatSide(ingress, first, isIdle)]
  const isDoubted = ({ rows }: FlatSide): boolean =>
    rows.some((row) => row !== undefined && row.sure !== row.possible)
  return {
    isMixed,
    isOnHost,
    egress: out,
    ingress: into,
    hasDoubts: isMixed.includes(1) || isOnHost.includes(1) || [out, into].some(isDoubted),
  }
}

function flatSide({ rowAt, columns }: Side, own: readonly PodClass[], isIdle: boolean): FlatSide {
  return {
    rows: own.map((one) => (isIdle ? undefined : rowAt(one))),
    columns: Int32Array.from(own, columns.ofPods),
    all: columns,
  }
}

/** What a row lets pass towards a column. */
export function cellIn(row: Row | undefined, column: number, { all }: FlatSide): Cell {
  if (row === undefined) return OPEN
  const spot = spotAt(row.columns, column, all)
  return { sure: row.sure[spot] ?? NONE, possible: row.possible[spot] ?? NONE }
}

const OPEN: Cell = { sure: ALL, possible: ALL }
