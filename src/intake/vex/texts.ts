import { isList, memberOf } from '../../model/part.ts'

/** The text of a member; undefined when there is none. */
export function textAt(value: unknown, key: string): string | undefined {
  const member = memberOf(value, key)
  return typeof member === 'string' && member !== '' ? member : undefined
}

/** The members of a list; none of anything else. */
export function listAt(value: unknown, key: string): readonly unknown[] {
  const member = memberOf(value, key)
  return isList(member) ? member : []
}

/** The texts of a list. */
export function textsAt(value: unknown, key: string): readonly string[] {
  return listAt(value, key).filter((each): each is string => typeof each === 'string')
}
