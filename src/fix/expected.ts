import type { Step } from '../model/document.ts'
import { isList, isMapping } from '../model/part.ts'
import type { Change, Within } from './changes.ts'
import { isSame } from './same.ts'

/** Whether `after` is `before` with exactly `change` made and nothing else. O(both). */
export function isChangedBy(before: unknown, change: Change | undefined, after: unknown): boolean {
  if (change === undefined) return isSame(before, after)
  switch (change.kind) {
    case 'remove':
      return after === undefined
    case 'write':
      return isSame(change.value, after)
    case 'within':
      if (isList(before)) return isList(after) && isListChangedBy(before, change, after)
      return isMapping(before) && isMapping(after) && isMappingChangedBy(before, change, after)
  }
}

type Mapping = Readonly<Record<string, unknown>>

function isMappingChangedBy(before: Mapping, { members }: Within, after: Mapping): boolean {
  const left = Object.keys(before).filter((key) => members.get(key)?.kind !== 'remove')
  const gained = [...members.keys()].filter((key) => !Object.hasOwn(before, key))
  if (Object.keys(after).length !== left.length + gained.length) return false
  return [...left, ...gained].every((key: Step) => {
    if (!Object.hasOwn(after, key)) return false
    const old = Object.hasOwn(before, key) ? before[key] : undefined
    return isChangedBy(old, members.get(key), after[key])
  })
}

function isListChangedBy(
  before: readonly unknown[],
  { members, appended }: Within,
  after: readonly unknown[],
): boolean {
  const left = [...before.keys()].filter((index) => members.get(index)?.kind !== 'remove')
  if (after.length !== left.length + appended.length) return false
  const isKept = left.every((old, at) => isChangedBy(before[old], members.get(old), after[at]))
  return isKept && appended.every((member, at) => isSame(member, after[left.length + at]))
}
