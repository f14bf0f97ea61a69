import { EXHAUSTED, spend, type Budget } from './scope.ts'
import { isMap, isTuple, type Value } from './value.ts'

// Values share their parts: sixty lines that each double a list make more than any memory holds.
const MAX_SIZE = 1_000_000

const sizes = new WeakMap<object, number>()

/** Pays for going through all of a value, and gives up where it is larger than any real one. */
export function payFor(value: Value, budget: Budget): void {
  const size = sizeOf(value)
  if (size > MAX_SIZE) throw EXHAUSTED
  if (size > 1) spend(budget, size)
}

// Each shared part is counted once and remembered, and again wherever it stands.
function sizeOf(value: Value): number {
  if (!isTuple(value) && !isMap(value)) return 1
  const known = sizes.get(value)
  if (known !== undefined) return known
  let size = 1
  for (const member of value.values()) size = Math.min(size + sizeOf(member), MAX_SIZE + 1)
  sizes.set(value, size)
  return size
}
