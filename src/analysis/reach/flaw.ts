import type { Path } from '../../model/document.ts'
import { isList, isMapping, isPlaceholder } from '../../model/part.ts'

/** Why the API server would refuse an object: where, below it, and in words that end a sentence. */
export interface Flaw {
  readonly path: Path
  readonly message: string
}

/** A value and the way to it. */
export interface Written {
  readonly value: unknown
  readonly path: Path
}

/** What a check finds wrong with a value. A placeholder is no flaw: it is not what will be there. */
export type Check = (written: Written) => readonly Flaw[]

/** Makes the one flaw of a value. */
export function flaw({ path }: Written, message: string): readonly Flaw[] {
  return [{ path, message }]
}

/** Checks all members of a list; absent is none, and anything but a list is a flaw. */
export function eachOf(written: Written, check: Check): readonly Flaw[] {
  const { value, path } = written
  if (isAbsent(value) || isPlaceholder(value)) return []
  if (!isList(value)) return flaw(written, 'this is no list')
  return value.flatMap((member, index) =>
    isPlaceholder(member) ? [] : check({ value: member, path: [...path, index] }),
  )
}

/** Checks fields of a mapping, each by its own check; anything else in it is unknown to the API. */
export function fieldsOf(
  written: Written,
  checks: Readonly<Record<string, Check>>,
): readonly Flaw[] {
  const { value, path } = written
  if (isAbsent(value) || isPlaceholder(value)) return []
  if (!isMapping(value)) return flaw(written, 'this is no mapping')
  return Object.entries(value).flatMap(([key, member]) => {
    const field = { value: member, path: [...path, key] }
    if (isPlaceholder(key)) return []
    if (!Object.hasOwn(checks, key)) return flaw(field, `the API knows no field "${key}" here`)
    return isAbsent(member) || isPlaceholder(member) ? [] : (checks[key]?.(field) ?? [])
  })
}

/** A check that a value is one of some words. */
export function oneOf(words: readonly string[]): Check {
  return (written) =>
    words.some((word) => word === written.value)
      ? []
      : flaw(written, `${shown(written.value)} is none of ${words.join(', ')}`)
}

/** A check that refuses nothing. */
export const anything: Check = () => []

/** A value as a message shows it, cut short. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text
}

const MOST_SHOWN = 60

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null
}
