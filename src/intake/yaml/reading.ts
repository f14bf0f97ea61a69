import type { Trouble } from './yaml-fault.ts'

/** What one document gave. */
export interface Reading {
  /** The number of its root in the layout table, or -1 when there is nothing to deliver. */
  readonly node: number
  readonly value: unknown
  /** Where the next document may begin. */
  readonly end: number
  readonly troubles: readonly Trouble[]
}

/** The reading of a stretch without a document. */
export function emptyReading(end: number): Reading {
  return { node: -1, value: undefined, end, troubles: [] }
}

/** The reading of a document that cannot be delivered. */
export function brokenReading(end: number, trouble: Trouble): Reading {
  return { node: -1, value: undefined, end, troubles: [trouble] }
}

/** Whether a reading is that of a document that cannot be delivered. */
export function isBroken(reading: Reading): boolean {
  return reading.node === -1 && reading.troubles.length > 0
}
