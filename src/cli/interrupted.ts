import { EXIT } from '../app/outcome.ts'
import type { Host } from './host.ts'

/** Tells that Ctrl-C ended a command, and what came of it: nothing. */
export function interrupted(host: Host, what: 'known' | 'changed' | 'written'): number {
  host.err(`Interrupted: nothing ${what === 'known' ? 'is' : 'was'} ${what}.\n`)
  return EXIT.interrupted
}
