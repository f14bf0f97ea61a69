import type { Step } from '../../model/document.ts'
import { isList, isMapping, memberOf } from '../../model/part.ts'

/** The keys that a valibot schema knows at `path`; none where it is no object. */
export function knownKeys(schema: unknown, path: readonly Step[]): readonly string[] {
  let inner = unwrapped(schema)
  for (const step of path) {
    const next =
      typeof step === 'number'
        ? memberOf(inner, 'item')
        : memberOf(memberOf(inner, 'entries'), step)
    inner = unwrapped(next)
  }
  const entries = memberOf(inner, 'entries')
  return isMapping(entries) ? Object.keys(entries) : []
}

// What may be missing stands around what it may be; what is checked further is a pipe that begins with it.
function unwrapped(schema: unknown): unknown {
  const wrapped = memberOf(schema, 'wrapped')
  if (wrapped !== undefined) return unwrapped(wrapped)
  const pipe = memberOf(schema, 'pipe')
  return isList(pipe) && pipe[0] !== schema ? unwrapped(pipe[0]) : schema
}
