/**
 * What an expression gives. Sets are lists without repeats, in order. Whatever cannot be told is `Unknown`, which may
 * stand anywhere inside as well.
 */
export type Value =
  | null
  | string
  | number
  | bigint
  | boolean
  | readonly Value[]
  | ReadonlyMap<string, Value>
  | Unknown

/**
 * A value that nobody can tell from what was read. `text` is how it shows: what is known of it, and `${…}` for the rest,
 * which the model takes for a placeholder. When it is exactly one attribute of something, `reference` is the way there
 * (`module.net.scaleway_vpc.main.id`): two of them can so be joined. `isInvalid` says that Terraform would refuse it.
 */
export interface Unknown {
  readonly kind: 'unknown'
  readonly text: string
  readonly reference: string | undefined
  readonly isInvalid: boolean
  /** Those attributes of a resource or module that are known all the same. */
  readonly attributes: ((name: string) => Value | undefined) | undefined
}

/** What something gives that is known by its address only. */
export function referenceTo(
  reference: string,
  attributes?: (name: string) => Value | undefined,
): Unknown {
  return { kind: 'unknown', text: `\${${reference}}`, reference, isInvalid: false, attributes }
}

/** A value of which no more is known than `text` says, holes included. */
export function unknownText(text: string): Unknown {
  return { kind: 'unknown', text, reference: undefined, isInvalid: false, attributes: undefined }
}

/** What Terraform would refuse: only `try` and `can` go on from there. */
export const INVALID: Unknown = {
  kind: 'unknown',
  text: '${}',
  reference: undefined,
  isInvalid: true,
  attributes: undefined,
}

/** Whether a value cannot be told, as a whole. */
export function isUnknown(value: Value | undefined): value is Unknown {
  return typeof value === 'object' && value !== null && 'kind' in value
}

/** Whether a value is an object or a map. */
export function isMap(value: Value | undefined): value is ReadonlyMap<string, Value> {
  return value instanceof Map
}

/** Whether a value is a list, a tuple or a set. */
export function isTuple(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value)
}

/** Whether a value is a number of either sort. */
function isNumeric(value: Value | undefined): value is number | bigint {
  return typeof value === 'number' || typeof value === 'bigint'
}

/** Whether all of a value is known. O(value). */
export function isWhole(value: Value): boolean {
  return firstUnknown(value) === undefined
}

/** The first thing in a value that cannot be told. O(value). */
function firstUnknown(value: Value): Unknown | undefined {
  if (isUnknown(value)) return value
  if (isTuple(value)) return firstOf(value)
  return isMap(value) ? firstOf(value.values()) : undefined
}

function firstOf(values: Iterable<Value>): Unknown | undefined {
  for (const value of values) {
    const found = firstUnknown(value)
    if (found !== undefined) return found
  }
  return undefined
}

/** A scalar as text, the way Terraform converts it; undefined for null and for what has members. */
export function textOf(value: Value): string | undefined {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return numberText(value)
  return typeof value === 'boolean' || typeof value === 'bigint' ? String(value) : undefined
}

// Terraform writes numbers without an exponent.
function numberText(value: number): string {
  const text = String(value)
  return text.includes('e') ? value.toLocaleString('en', LONG) : text
}

const LONG = { useGrouping: false, maximumSignificantDigits: 21 } as const

/** A scalar as a number, or undefined where it is none. */
export function numberOf(value: Value): number | undefined {
  if (typeof value === 'number') return value
  if (typeof value === 'bigint') return Number(value)
  if (typeof value !== 'string' || !NUMBER.test(value)) return undefined
  return Number(value)
}

const NUMBER = /^-?\d{1,300}(?:\.\d{1,300})?(?:[eE][+-]?\d{1,4})?$/

/** A scalar as true or false, or undefined where it is neither. */
export function truthOf(value: Value): boolean | undefined {
  if (typeof value === 'boolean') return value
  if (value === 'true' || value === '1') return true
  return value === 'false' || value === '0' ? false : undefined
}

/** Whether two values are the same to Terraform; undefined when what is unknown decides. O(values). */
export function isSame(one: Value, other: Value): boolean | undefined {
  if (isUnknown(one) || isUnknown(other)) return undefined
  if (isTuple(one))
    return isTuple(other) && one.length === other.length ? allSame(one, other) : false
  if (isMap(one)) return isMap(other) && one.size === other.size ? sameMembers(one, other) : false
  return isNumeric(one) && isNumeric(other) ? Number(one) === Number(other) : one === other
}

function allSame(one: readonly Value[], other: readonly Value[]): boolean | undefined {
  let answer: boolean | undefined = true
  for (const [index, value] of one.entries()) {
    const same = isSame(value, other[index] ?? null)
    if (same === false) return false
    if (same === undefined) answer = undefined
  }
  return answer
}

function sameMembers(
  one: ReadonlyMap<string, Value>,
  other: ReadonlyMap<string, Value>,
): boolean | undefined {
  let answer: boolean | undefined = true
  for (const [key, value] of one) {
    const match = other.get(key)
    const same = match === undefined ? false : isSame(value, match)
    if (same === false) return false
    if (same === undefined) answer = undefined
  }
  return answer
}

/** The members of a map in Terraform's order. */
export function sortedMap(entries: Iterable<readonly [string, Value]>): ReadonlyMap<string, Value> {
  return new Map([...entries].toSorted(([one], [other]) => compareText(one, other)))
}

/** Byte order, as Terraform sorts: code points, not UTF-16 units. */
export function compareText(one: string, other: string): number {
  if (one === other) return 0
  return Buffer.compare(Buffer.from(one), Buffer.from(other))
}
