import { duplicateKey, type Trouble } from './yaml-fault.ts'

/** A mapping as a plain object. */
export type Members = Record<string, unknown>

// A file of nothing but repeated keys must not become a report of a million lines.
const MOST_DUPLICATES = 20

/** Gives a mapping a member of any name: a plain assignment of `__proto__` would change what the object inherits. */
export function assign(members: Members, key: string, value: unknown): void {
  if (key === '__proto__') {
    Object.defineProperty(members, key, {
      value,
      writable: true,
      enumerable: true,
      configurable: true,
    })
  } else members[key] = value
}

/** Whether a mapping has a member of this name already. Names such as `constructor` are inherited, so only own ones count. */
export function isRepeated(members: Members, key: string): boolean {
  return members[key] !== undefined && Object.hasOwn(members, key)
}

/** How many members a mapping has. Told by the shape that it shares with its like, so it costs less than one look-up. */
export function countMembers(members: Members): number {
  let count = 0
  for (const _ in members) count++
  return count
}

/** Whether a value is a mapping. */
export function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Notes that a mapping gives `key` again at `offset`; after a few in one document the rest are not worth a line each. */
export function noteDuplicate(troubles: Trouble[], key: string, offset: number): void {
  if (troubles.length < MOST_DUPLICATES) troubles.push(duplicateKey(offset, key))
}
