import type { Command } from '../../analysis/dockerfiles/commands.ts'
import type { Setting } from '../../analysis/dockerfiles/dockerfile.ts'
import { TLS_OFF } from './tls-off.data.ts'

const VARIABLES: ReadonlyMap<string, RegExp> = new Map(Object.entries(TLS_OFF.variables))

/** Whether a variable tells a program to trust any certificate. */
export function isTlsOff({ key, value }: Pick<Setting, 'key' | 'value'>): boolean {
  return typeof value?.value === 'string' && VARIABLES.get(key)?.test(value.value) === true
}

/** Which word of a command tells its program to trust any certificate; undefined when none does. */
export function tlsOffWord({ program, args, assignments }: Command): number | undefined {
  // Whom a program on the same machine is, needs no proof.
  if (args.some((arg) => /\/\/(?:localhost|127\.0\.0\.1|\[::1\])/.test(arg))) return undefined
  const at = args.findIndex((arg, index) => isOff(program, arg, args[index + 1] ?? ''))
  if (at !== -1) return at
  return assignments.some(setsOff) ? 0 : undefined
}

function isOff(program: string, word: string, next: string): boolean {
  if (program === 'curl' && isInsecure(word)) return true
  if (program === 'export' && setsOff(word)) return true
  if (TLS_OFF.words.some((pattern) => pattern.test(word))) return true
  return TLS_OFF.pairs.some(([first, second]) => first.test(word) && second.test(next))
}

// A letter that wants a value takes all that stands behind it.
function isInsecure(word: string): boolean {
  return word === '--insecure' || /^-[^-AbcCdDeEFHKmoPQrtTuUwxXyYz]*k/.test(word)
}

function setsOff(assignment: string): boolean {
  const sign = assignment.indexOf('=')
  const pattern = VARIABLES.get(assignment.slice(0, sign))
  return sign !== -1 && pattern?.test(assignment.slice(sign + 1)) === true
}
