import type { Json } from '../model/edit.ts'
import { isList, isMapping } from '../model/part.ts'
import type { Habits } from './habits.ts'
import { atomText, isAtom, type Quotes } from './scalars.ts'

/** The lines of a collection that has members, as its author would write them from the first column on. */
export function blockLines(value: Json, habits: Habits): readonly string[] {
  if (isList(value)) return value.flatMap((member) => memberLines(member, habits))
  return isMapping(value) ? fieldLines(value, habits) : []
}

/** The lines of one field and what is below it. */
export function fieldLines(
  fields: Readonly<Record<string, Json>>,
  habits: Habits,
): readonly string[] {
  return Object.entries(fields).flatMap(([key, value]) => {
    const name = atomText(key, 'block')
    if (isAtom(value)) return [`${name}: ${atomText(value, 'block')}`]
    const indent = isList(value) ? habits.listIndent : habits.mappingIndent
    return [`${name}:`, ...indented(blockLines(value, habits), indent)]
  })
}

/** The lines of one member of a list, hyphen included. */
export function memberLines(
  value: Json,
  habits: Habits,
  quotes: Quotes = 'plain',
): readonly string[] {
  if (isAtom(value)) return [`- ${atomText(value, 'block', quotes)}`]
  const [first = '', ...others] = blockLines(value, habits)
  return [`- ${first}`, ...indented(others, 2)]
}

/** Lines moved to the right. */
export function indented(lines: readonly string[], columns: number): readonly string[] {
  return lines.map((line) => ' '.repeat(columns) + line)
}
