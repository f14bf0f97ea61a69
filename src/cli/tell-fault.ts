import { EXIT } from '../app/outcome.ts'
import type { Fault } from '../base/fault.ts'
import { printable } from '../report/printable.ts'
import type { Host } from './host.ts'

/**
 * Tells a wrong use, what was not understood and what to do instead, and gives its exit code. What a file says is told
 * with its place; a word of the command line is in the message.
 */
export function refuse({ code, at, message, remedy }: Fault, host: Host): number {
  const place = code === 'USAGE' || message.includes(at) ? '' : `${at}: `
  host.err(`error: ${printable(place + message)}\n  ${printable(remedy)}\n`)
  return EXIT.wrongUse
}

/** Tells some faults in full and counts the others. */
export function tellFaults(faults: readonly Fault[], most: number, host: Host): void {
  for (const { at, message, remedy, code } of faults.slice(0, most)) {
    host.err(`${printable(at)}: ${printable(message)} (${code})\n  ${printable(remedy)}\n`)
  }
  if (faults.length > most) host.err(`${faults.length - most} more, -v lists all\n`)
}
