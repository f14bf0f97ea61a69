import type { FaultCode } from '../../../base/fault-codes.data.ts'
import type { Fault } from '../../../base/fault.ts'

/** The fault for which a chart is given up; thrown inside of this folder only, and caught where a chart is rendered. */
export class ChartRefusal extends Error {
  override readonly name = 'ChartRefusal'
  readonly fault: Fault

  constructor(fault: Fault) {
    super(fault.message)
    this.fault = fault
  }
}

/** Gives a chart up. */
export function refuseChart(code: FaultCode, at: string, message: string, remedy: string): never {
  throw new ChartRefusal({ code, at, message, remedy })
}
