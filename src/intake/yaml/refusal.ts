import type { Trouble } from './yaml-fault.ts'

// One error for all refusals: a stack trace costs more than reading a small document, and a file may hold many.
const REFUSED = new Error('the document is refused')
let lastTrouble: Trouble | undefined

/** Gives the document up; where it began, `refusalIn` finds the trouble again. */
export function refuse(trouble: Trouble): never {
  lastTrouble = trouble
  throw REFUSED
}

/** The trouble for which a document was given up, or undefined when the error is another one. */
export function refusalIn(error: unknown): Trouble | undefined {
  return error === REFUSED ? lastTrouble : undefined
}
