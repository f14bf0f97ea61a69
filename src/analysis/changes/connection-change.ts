import {
  isEmpty,
  keyOf,
  minus,
  NO_CONNECTIONS,
  union,
  type ConnectionSet,
} from '../reach/connection-set.ts'
import type { Connection } from '../reach/reach.ts'

/** What became of what passes between two ends. */
export interface ConnectionChange {
  /** What passes now and did not for sure. */
  readonly opened: ConnectionSet
  /** What passed, or may have, and does not any more. */
  readonly closed: ConnectionSet
  /** What nobody can tell any more. */
  readonly unknown: ConnectionSet
}

/** Nothing passes and nothing may. */
export const NO_CONNECTION: Connection = { open: NO_CONNECTIONS, maybe: NO_CONNECTIONS }

/** What changed from one answer to another; undefined when nothing did. */
export function changeOf(old: Connection, now: Connection): ConnectionChange | undefined {
  if (old === now) return undefined
  const change = {
    opened: minus(now.open, old.open),
    closed: minus(union(old.open, old.maybe), union(now.open, now.maybe)),
    unknown: minus(now.maybe, old.maybe),
  }
  return Object.values(change).every(isEmpty) ? undefined : change
}

/** A text that is the same for equal changes alone. */
export function changeKey({ opened, closed, unknown }: ConnectionChange): string {
  return [opened, closed, unknown].map(keyOf).join('|')
}
