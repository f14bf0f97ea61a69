import type { Call, GoFunction } from '../template/run.ts'
import { give } from '../template/trouble.ts'
import { isDict, isList, typeOf, type Dict, type Found, type Value } from '../template/value.ts'

/** A function with exactly `count` arguments. */
export function fixed(count: number, call: GoFunction['call']): GoFunction {
  return { least: count, most: count, call }
}

/** A function with `least` arguments or more. */
export function variadic(least: number, call: GoFunction['call']): GoFunction {
  return { least, most: Infinity, call }
}

/** A function of one text. */
export function ofText(change: (text: string) => Found): GoFunction {
  return fixed(1, (call) => change(textAt(call, 0)))
}

/** The argument at `index`, which may be anything. */
export function valueAt({ args }: Call, index: number): Value {
  return args[index] ?? null
}

/** The argument at `index`, which must be a text. */
export function textAt({ args }: Call, index: number): string {
  const value = args[index]
  return typeof value === 'string' ? value : wrongType('string', value)
}

/** The argument at `index`, which must be an integer. */
export function intAt({ args }: Call, index: number): number {
  const value = args[index]
  return typeof value === 'bigint' ? Number(value) : wrongType('int', value)
}

/** The argument at `index`, which must be true or false. */
export function boolAt({ args }: Call, index: number): boolean {
  const value = args[index]
  return typeof value === 'boolean' ? value : wrongType('bool', value)
}

/** The argument at `index`, which must be a map; nil is an empty one, as in Go. */
export function dictAt({ args }: Call, index: number): Dict {
  const value = args[index]
  if (value === null) return new Map()
  return isDict(value) ? value : wrongType('map[string]interface {}', value)
}

/** The argument at `index`, which must be a list. */
export function listAt({ args, name }: Call, index: number): readonly Value[] {
  const value = args[index]
  if (isList(value)) return value
  return give(`error calling ${name}: Cannot ${name} on type ${typeOf(value)}`)
}

function wrongType(wanted: string, value: Found): never {
  if (value === null || value === undefined) return give(`invalid value; expected ${wanted}`)
  return give(`wrong type for value; expected ${wanted}; got ${typeOf(value)}`)
}
