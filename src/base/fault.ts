import type { FaultCode } from './fault-codes.data.ts'

/**
 * Something the world got wrong: an unreadable file, a wrong flag. It is a value that joins the result, never a throw.
 * `at` is `file:line:column`, `file` or the name of what was asked; `message` tells what happened there in the user's
 * words; `remedy` what to do next. Neither carries a secret nor a stack.
 */
export interface Fault {
  readonly code: FaultCode
  readonly at: string
  readonly message: string
  readonly remedy: string
}
