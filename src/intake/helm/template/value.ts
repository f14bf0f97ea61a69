/**
 * A value as Go's templates know it: null is nil, a bigint an integer of 64 bits, a number a float64, as every number of
 * a values file is. Maps and objects may be changed by the functions `set` and `unset`, and are shared.
 */
export type Value = null | boolean | number | bigint | string | readonly Value[] | Dict | GoObject

/** A Go map with string keys. Its order means nothing: Go sorts the keys wherever it shows. */
export interface Dict extends Map<string, Value> {}

/** A Go value with fields and methods, such as `.Capabilities` or what `semver` gives. */
export interface GoObject {
  readonly kind: 'object'
  /** Its type, as `typeOf` tells it. */
  readonly type: string
  /** How it prints. */
  readonly text: string
  readonly members: ReadonlyMap<string, Value | Method>
}

/** A method of an object. */
export interface Method {
  readonly kind: 'method'
  readonly least: number
  readonly most: number
  readonly call: (args: readonly Value[]) => Value
}

/** What evaluation gives: undefined is Go's invalid value, whose fields are empty again; those of a nil are refused. */
export type Found = Value | undefined

/** Whether a value is a Go map. */
export function isDict(value: Found): value is Dict {
  return value instanceof Map
}

/** Whether a value is a Go slice. */
export function isList(value: Found): value is readonly Value[] {
  return Array.isArray(value)
}

/** Whether a value has fields and methods of its own. */
export function isObject(value: Found): value is GoObject {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'object'
}

/** Makes an object of a Go type. */
export function goObject(
  type: string,
  text: string,
  members: Readonly<Record<string, Value | Method>>,
): GoObject {
  return { kind: 'object', type, text, members: new Map(Object.entries(members)) }
}

/** What `if` takes a value for. */
export function isTrue(value: Found): boolean {
  if (value === undefined || value === null) return false
  if (isDict(value)) return value.size > 0
  if (isList(value)) return value.length > 0
  return typeof value === 'object' ? true : Boolean(value) && value !== 0n
}

/** Go's kind of a value, as `kindOf` tells it. */
export function kindOf(value: Found): string {
  if (value === undefined || value === null) return 'invalid'
  if (isDict(value)) return 'map'
  if (isList(value)) return 'slice'
  switch (typeof value) {
    case 'boolean':
      return 'bool'
    case 'number':
      return 'float64'
    case 'bigint':
      return 'int64'
    case 'string':
      return 'string'
    default:
      return value.type.startsWith('*') ? 'ptr' : 'struct'
  }
}

/** Go's type of a value, as `typeOf` tells it. */
export function typeOf(value: Found): string {
  if (value === undefined || value === null) return '<nil>'
  if (isDict(value)) return 'map[string]interface {}'
  if (isList(value)) return '[]interface {}'
  return typeof value === 'object' ? value.type : kindOf(value)
}

/** The keys of a map as Go shows them: in the order of their bytes. */
export function sortedKeys(dict: Dict): readonly string[] {
  return [...dict.keys()].sort(byBytes)
}

/** Compares texts by their UTF-8 bytes, as Go does. */
export function byBytes(one: string, other: string): number {
  if (one === other) return 0
  const isPlain = !SURROGATE.test(one) && !SURROGATE.test(other)
  if (isPlain) return one < other ? -1 : 1
  return Buffer.compare(Buffer.from(one), Buffer.from(other))
}

const SURROGATE = /[\uD800-\uFFFF]/

/** Whether two values are the same in depth. */
export function isSame(one: Value, other: Value): boolean {
  if (isList(one)) {
    return (
      isList(other) &&
      one.length === other.length &&
      one.every((value, index) => isSame(value, other[index] ?? null))
    )
  }
  if (!isDict(one)) return one === other
  if (!isDict(other) || one.size !== other.size) return false
  return [...one].every(([key, value]) => other.has(key) && isSame(value, other.get(key) ?? null))
}
