import { isDeepStrictEqual } from 'node:util'
import type { Path } from '../../src/model/document.ts'
import { isList, isMapping, valueAt } from '../../src/model/part.ts'
import type { Resource } from '../../src/model/resource.ts'

/** What became of the field that was judged, once its line was written otherwise. */
export type Outcome = 'changed' | 'changed with others' | 'gone' | 'same'

/** The part of `path` that the object really has. */
export function writtenPart(value: unknown, path: Path): Path {
  let depth = path.length
  while (depth > 0 && valueAt(value, path.slice(0, depth)) === undefined) depth--
  return path.slice(0, depth)
}

/** Compares an object before and after; `after` is undefined when it is not there any more. */
export function outcomeOf(before: Resource, path: Path, after: Resource | undefined): Outcome {
  if (after === undefined) return 'gone'
  const now = valueAt(after.value, path)
  if (isDeepStrictEqual(valueAt(before.value, path), now)) return 'same'
  // Much follows from who an object is.
  if (isIdentity(path)) return 'changed'
  const seat = now === undefined ? seatOf(path) : path
  const others = differences(before.value, after.value, []).filter((each) => !isBelow(each, seat))
  // What a generator makes is named after its content.
  return others.every(isName) ? 'changed' : 'changed with others'
}

function isIdentity(path: Path): boolean {
  return path[0] === 'kind' || path[0] === 'apiVersion' || isName(path)
}

function isName(path: Path): boolean {
  return path.length === 2 && path[0] === 'metadata' && path[1] === 'name'
}

// A key that is called otherwise now stands beside the old one, and an empty list may be gone as well.
function seatOf(path: Path): Path {
  const last = path.findLastIndex((step) => typeof step === 'string')
  return path.slice(0, last)
}

// A loop writes one line into every member of a list: their numbers do not count.
function isBelow(path: Path, seat: Path): boolean {
  if (path.length < seat.length) return false
  return seat.every((step, at) => typeof step === 'number' || step === path[at])
}

function differences(one: unknown, other: unknown, path: Path): readonly Path[] {
  if (isList(one) && isList(other) && one.length === other.length) {
    return one.flatMap((member, at) => differences(member, other[at], [...path, at]))
  }
  if (isMapping(one) && isMapping(other)) {
    const keys = new Set([...Object.keys(one), ...Object.keys(other)])
    return [...keys].flatMap((key) => differences(one[key], other[key], [...path, key]))
  }
  return isDeepStrictEqual(one, other) ? [] : [path]
}
