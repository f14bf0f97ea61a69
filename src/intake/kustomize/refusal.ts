import type { FaultCode } from '../../base/fault-codes.data.ts'
import type { Fault } from '../../base/fault.ts'
import type { Mark } from '../../model/making.ts'
import { faultAt } from '../yaml/yaml-fault.ts'

// Merging is deep, and what is wrong there ends the whole build: a result at every step would hide what it does.
const REFUSED = new Error('the build is refused')
let lastFault: Fault | undefined

/** What is wrong, in words. */
export interface Complaint {
  readonly code?: FaultCode
  readonly message: string
  readonly remedy: string
}

/** Ends the build for what stands at `mark`; where it began, `refusalIn` finds the fault again. */
export function refuse(mark: Mark, complaint: Complaint): never {
  throw refusalFor(faultFor(mark, complaint))
}

/** The error that ends a build for `fault`. */
export function refusalFor(fault: Fault): Error {
  lastFault = fault
  return REFUSED
}

/** The fault for which a build was ended, or undefined when the error is another one. */
export function refusalIn(error: unknown): Fault | undefined {
  return error === REFUSED ? lastFault : undefined
}

/** The fault of what stands at `mark`. */
export function faultFor({ source, start }: Mark, { code, message, remedy }: Complaint): Fault {
  return faultAt(source, { code: code ?? 'INTAKE_KUSTOMIZE', offset: start, message, remedy })
}
