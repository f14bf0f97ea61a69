import { runInThisContext } from 'node:vm'

const SLOT = Symbol.for('portolan.work')
const INTERRUPTED = 'ERR_SCRIPT_EXECUTION_INTERRUPTED'

/**
 * Does `work`, which Ctrl-C ends in its midst: undefined is then all that is left of it. Node hears signals between two
 * turns of its event loop only, and a scan is one turn; but it ends a script at once that was started with
 * `breakOnSigint`. A script finds its work in a global slot.
 */
export function interruptible<T>(work: () => T): { readonly value: T } | undefined {
  let outcome: { readonly value: T } | undefined
  Reflect.set(globalThis, SLOT, () => {
    outcome = { value: work() }
  })
  try {
    runInThisContext(`globalThis[Symbol.for('${SLOT.description}')]()`, { breakOnSigint: true })
  } catch (error) {
    const isInterrupted = error instanceof Error && 'code' in error && error.code === INTERRUPTED
    if (!isInterrupted) throw error
  } finally {
    Reflect.deleteProperty(globalThis, SLOT)
  }
  return outcome
}
