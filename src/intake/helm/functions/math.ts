import { parseInteger } from '../template/literal.ts'
import type { Call, GoFunction } from '../template/run.ts'
import { give } from '../template/trouble.ts'
import type { Value } from '../template/value.ts'
import { fixed, intAt, textAt, valueAt, variadic } from './arguments.ts'
import { strval, toFloat, toInt } from './convert.ts'

/** Functions of numbers. Integers have 64 bits and wrap around as in Go. */
export const MATH: Readonly<Record<string, GoFunction>> = {
  int: fixed(1, (call) => toInt(valueAt(call, 0))),
  int64: fixed(1, (call) => toInt(valueAt(call, 0))),
  float64: fixed(1, (call) => toFloat(valueAt(call, 0))),
  atoi: fixed(1, (call) => {
    const text = textAt(call, 0)
    return /^[+-]?\d+$/.test(text) ? BigInt.asIntN(64, BigInt(text)) : 0n
  }),
  toDecimal: fixed(1, (call) => parseInteger(`0${strval(valueAt(call, 0))}`) ?? 0n),
  add1: fixed(1, (call) => wrap(toInt(valueAt(call, 0)) + 1n)),
  add: variadic(0, ({ args }) => args.reduce((sum: bigint, value) => wrap(sum + toInt(value)), 0n)),
  sub: fixed(2, ({ args }) => integers(args, (one, other) => one - other)),
  mul: variadic(1, ({ args }) => integers(args, (one, other) => one * other)),
  div: fixed(2, ({ args }) => integers(args, (one, other) => divided(one, other) ?? one / other)),
  mod: fixed(2, ({ args }) => integers(args, (one, other) => divided(one, other) ?? one % other)),
  max: variadic(1, ({ args }) => integers(args, (one, other) => (other > one ? other : one))),
  biggest: variadic(1, ({ args }) => integers(args, (one, other) => (other > one ? other : one))),
  min: variadic(1, ({ args }) => integers(args, (one, other) => (other < one ? other : one))),
  add1f: fixed(1, (call) => exact(toFloat(valueAt(call, 0)) + 1)),
  addf: variadic(0, ({ args }) => floats([0, ...args], (one, other) => one + other)),
  subf: variadic(1, ({ args }) => floats(args, (one, other) => one - other)),
  mulf: variadic(1, ({ args }) => floats(args, (one, other) => one * other)),
  divf: variadic(1, ({ args }) =>
    floats(args, (one, other) => (other === 0 ? give('decimal division by 0') : one / other)),
  ),
  maxf: variadic(1, ({ args }) => floats(args, Math.max)),
  minf: variadic(1, ({ args }) => floats(args, Math.min)),
  ceil: fixed(1, (call) => Math.ceil(toFloat(valueAt(call, 0)))),
  floor: fixed(1, (call) => Math.floor(toFloat(valueAt(call, 0)))),
  round: variadic(2, rounded),
  randInt: fixed(2, (call) => BigInt(intAt(call, 0))),
}

function wrap(value: bigint): bigint {
  return BigInt.asIntN(64, value)
}

function divided(_: bigint, by: bigint): undefined {
  return by === 0n ? give('runtime error: integer divide by zero') : undefined
}

function integers(
  [first = null, ...others]: readonly Value[],
  combine: (one: bigint, other: bigint) => bigint,
): bigint {
  return others.reduce((sum: bigint, value) => wrap(combine(sum, toInt(value))), toInt(first))
}

// Sprig counts in decimals: 0.1 and 0.2 are 0.3. Fifteen digits are what a float keeps of them for certain.
function exact(value: number): number {
  return Number(value.toPrecision(15))
}

function floats(
  [first = null, ...others]: readonly Value[],
  combine: (one: number, other: number) => number,
): number {
  return others.reduce((sum: number, value) => exact(combine(sum, toFloat(value))), toFloat(first))
}

function rounded(call: Call): number {
  const value = toFloat(valueAt(call, 0))
  const power = 10 ** intAt(call, 1)
  const from = call.args.length > 2 ? toFloat(valueAt(call, 2)) : 0.5
  const digit = power * value
  const isUp = digit - Math.trunc(digit) >= from
  return (isUp ? Math.ceil(digit) : Math.floor(digit)) / power
}
