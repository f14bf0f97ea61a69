import type { Mark } from '../../../model/making.ts'
import { isDict, isList, type Value } from './value.ts'

// Where the members of maps and lists are written; a scalar alone has no identity to hang a mark on.
const marks = new WeakMap<object, Map<string | number, Mark>>()

/** Notes where the member of a map or list is written. */
export function setMark(holder: object, key: string | number, mark: Mark | undefined): void {
  const known = marks.get(holder)
  if (mark === undefined) known?.delete(key)
  else if (known === undefined) marks.set(holder, new Map([[key, mark]]))
  else known.set(key, mark)
}

/** Where the member of a map or list is written, if somebody noted it. */
export function markOf(holder: object, key: string | number): Mark | undefined {
  return marks.get(holder)?.get(key)
}

/** Copies a value in depth, marks included. O(values). */
export function deepCopy(value: Value): Value {
  if (isDict(value)) {
    const copy = new Map<string, Value>()
    for (const [key, member] of value) copy.set(key, deepCopy(member))
    copyMarks(value, copy)
    return copy
  }
  if (!isList(value)) return value
  const copy = value.map(deepCopy)
  copyMarks(value, copy)
  return copy
}

/** Gives the members of `to` the marks of those of `from`. */
export function copyMarks(from: object, to: object): void {
  const known = marks.get(from)
  if (known !== undefined) marks.set(to, new Map(known))
}
