import { isDeepStrictEqual } from 'node:util'
import { isList, isMapping, valueAt } from '../../src/model/part.ts'

/** What stands where two runs of a program differ: passwords that it draws, keys, and the sums over them. */
const DRAWN = 'drawn by lot'

/**
 * Objects with what was drawn by lot left out, by comparing with two runs of the same program. An object whose very name
 * was drawn is left out as a whole. O(values).
 */
export function settled(
  objects: readonly unknown[],
  one: readonly unknown[],
  other: readonly unknown[],
): readonly unknown[] {
  const firsts = new Map(one.map((object) => [keyOf(object), object]))
  const seconds = new Map(other.map((object) => [keyOf(object), object]))
  return objects.flatMap((object) => {
    const key = keyOf(object)
    const [first, second] = [firsts.get(key), seconds.get(key)]
    return first === undefined || second === undefined ? [] : [without(object, first, second)]
  })
}

function keyOf(object: unknown): string {
  return JSON.stringify(
    [['kind'], ['metadata', 'namespace'], ['metadata', 'name']].map(
      (path) => valueAt(object, path) ?? '',
    ),
  )
}

function without(value: unknown, one: unknown, other: unknown): unknown {
  if (isDeepStrictEqual(one, other)) return value
  if (isMapping(value) && isMapping(one) && isMapping(other)) {
    const members = Object.entries(value)
    return Object.fromEntries(
      members.map(([key, member]) => [key, without(member, one[key], other[key])]),
    )
  }
  if (isList(value) && isList(one) && isList(other) && one.length === other.length)
    return value.map((member, index) => without(member, one[index], other[index]))
  return DRAWN
}
