import { isList, isMapping } from '../model/part.ts'

/** Whether two values are the same to Kubernetes: the order of a mapping's keys says nothing, that of a list does. */
export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (isList(one)) return isList(other) && isSameList(one, other)
  return isMapping(one) && isMapping(other) && isSameMapping(one, other)
}

type Mapping = Readonly<Record<string, unknown>>

function isSameList(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((member, index) => isSame(member, other[index]))
}

function isSameMapping(one: Mapping, other: Mapping): boolean {
  const keys = Object.keys(one)
  if (keys.length !== Object.keys(other).length) return false
  return keys.every((key) => Object.hasOwn(other, key) && isSame(one[key], other[key]))
}
