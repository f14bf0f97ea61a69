import { bytesOf } from '../template/bytes.ts'
import { printed } from '../template/go-format.ts'
import { parseInteger } from '../template/literal.ts'
import { isDict, isList, type Value } from '../template/value.ts'

/** A value as Sprig's functions take it for a text. */
export function strval(value: Value): string {
  return typeof value === 'string' ? value : printed(value)
}

/** The texts of a list's members; what is no list counts as one. */
export function textsOf(value: Value): readonly string[] {
  if (isList(value)) return value.filter((member) => member !== null).map(strval)
  return value === null ? [] : [strval(value)]
}

// What processors of x86 make of a float that no integer of 64 bits can hold.
const LIMIT = 2 ** 63
const OVERFLOW = -(1n << 63n)

/** A value as an integer of 64 bits; 0 when it is none, as `int64` says. */
export function toInt(value: Value): bigint {
  switch (typeof value) {
    case 'bigint':
      return value
    case 'number':
      return Math.abs(value) < LIMIT ? BigInt(Math.trunc(value)) : OVERFLOW
    case 'boolean':
      return value ? 1n : 0n
    case 'string':
      return parseInteger(value.replace(/^([^.]*)\.0*$/, '$1')) ?? 0n
    default:
      return 0n
  }
}

/** A value as a float; 0 when it is none. */
export function toFloat(value: Value): number {
  switch (typeof value) {
    case 'number':
      return value
    case 'bigint':
      return Number(value)
    case 'boolean':
      return value ? 1 : 0
    case 'string':
      return FLOAT.test(value) ? Number(value) : 0
    default:
      return 0
  }
}

const FLOAT = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/

/** What Sprig takes for empty: `default` gives way to nothing else. */
export function isEmpty(value: Value): boolean {
  if (value === null) return true
  if (isDict(value)) return value.size === 0
  if (isList(value)) return value.length === 0
  return typeof value === 'object' ? false : !value
}

/** Bytes in base 64, as Go writes them. */
export function base64(text: string): string {
  return bytesOf(text).toString('base64')
}
