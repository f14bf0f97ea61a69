import type { Fault } from '../base/fault.ts'
import type { Style, Write } from '../report/report.ts'

/** An answer of `portolan reach`, ready to be written. */
export interface Answer {
  readonly faults: readonly Fault[]
  readonly exitCode: number
  readonly write: (style: Style, out: Write) => void
}
