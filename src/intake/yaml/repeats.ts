import { cursor } from './fast-cursor.ts'
import { repeatedKeys } from './layout-table.ts'
import { countMembers, isRepeated, noteDuplicate, type Members } from './members.ts'

/**
 * Notes the keys that a mapping gives twice, when fewer members than the `written` ones are left of it. One count for
 * the whole mapping costs less than a question for every key; which keys they are is only asked when there are any.
 */
export function noteRepeats(node: number, members: Members, written: number): void {
  if (countMembers(members) === written) return
  for (const { key, keyAt } of repeatedKeys(node)) noteDuplicate(cursor.troubles, key, keyAt)
}

/** Notes a key that a mapping gives again. One that was merged into it may be overridden once. */
export function noteAfterMerge(
  members: Members,
  merged: Set<string>,
  key: string,
  keyAt: number,
): void {
  if (isRepeated(members, key) && !merged.delete(key)) noteDuplicate(cursor.troubles, key, keyAt)
}
