import type { JudgingTerms } from '../app/asked-rules.ts'
import { printable } from '../report/printable.ts'
import type { Host } from './host.ts'

/** Tells which stops the configuration switched off, where the result itself does not: their silence is no good news. */
export function tellOffStops({ offStops = new Map() }: JudgingTerms, host: Host): void {
  for (const [stop, reason] of offStops) {
    host.err(`note: the stop ${stop} is off: ${printable(reason)}\n`)
  }
}
