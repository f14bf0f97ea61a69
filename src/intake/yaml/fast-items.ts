import type { Maker } from './fast-shapes.ts'
import type { Members } from './members.ts'

// Members of lists wait here until their list ends, so that each list is made in its final size: one that grows by
// itself has room for seventeen members from the first on, and most lists of manifests have one to three.
let waiting: unknown[] = []
let count = 0

/** Begins a list; what it gives is handed to `takeItems` when the list ends. */
export function beginItems(): number {
  return count
}

/** Adds a member to the innermost list. */
export function addItem(value: unknown): void {
  waiting[count++] = value
}

/** Ends the list that began at `from`. */
export function takeItems(from: number): unknown[] {
  const items = waiting.slice(from, count)
  count = from
  return items
}

/** Ends the mapping that began at `from`. */
export function makeOfItems(make: Maker, from: number): Members {
  count = from
  return make(waiting, from)
}

/** Forgets members of lists that were given up. */
export function forgetItems(): void {
  count = 0
}

/** Lets go of all members, which would stay in memory until others take their places. */
export function dropItems(): void {
  waiting = []
  count = 0
}
