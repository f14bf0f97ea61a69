import type { Engine } from './connections-between.ts'
import type { Side } from './directions.ts'
import type { PodClass } from './pod-class.ts'
import { ALL } from './set-table.ts'

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
  readonly sure: readonly Uint32Array[]
  readonly possible: readonly Uint32Array[]
  readonly columns: Int32Array
  /** The row of those that no policy is about: everything passes. */
  readonly open: Uint32Array
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
  const sides = {
    egress: flatSide(egress, first, isIdle),
    ingress: flatSide(ingress, first, isIdle),
  }
  const isDoubted = ({ sure, possible }: FlatSide): boolean =>
    sure.some((row, at) => row !== possible[at])
  return {
    isMixed,
    isOnHost,
    ...sides,
    hasDoubts: isMixed.includes(1) || isOnHost.includes(1) || Object.values(sides).some(isDoubted),
  }
}

function flatSide({ rowAt, columns }: Side, own: readonly PodClass[], isIdle: boolean): FlatSide {
  const open = new Uint32Array(columns.count).fill(ALL)
  const rows = own.map((one) => (isIdle ? undefined : rowAt(one)))
  return {
    sure: rows.map((row) => row?.sure ?? open),
    possible: rows.map((row) => row?.possible ?? open),
    columns: Int32Array.from(own, columns.ofPods),
    open,
  }
}
