import type { Fault } from '../base/fault.ts'

/** The fault of a command line that was not understood: `at` is the word it stumbled over. */
export function misuse(at: string, message: string, remedy: string): Fault {
  return { code: 'USAGE', at, message, remedy }
}

/** `a, b or c`, for messages. */
export function oneOf(names: readonly string[]): string {
  if (names.length < 2) return names.join('')
  return `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`
}
