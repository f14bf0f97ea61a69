import { INVALID, isTuple, numberOf, textOf, type Value } from '../value.ts'
import { whole, type TerraformFunction } from './function.ts'

/** Terraform's functions on numbers. */
export const NUMBER_FUNCTIONS = {
  abs: onNumbers((number) => Math.abs(number)),
  ceil: onNumbers((number) => Math.ceil(number)),
  floor: onNumbers((number) => Math.floor(number)),
  signum: onNumbers((number) => Math.sign(number)),
  max: onNumbers((...numbers) => Math.max(...numbers)),
  min: onNumbers((...numbers) => Math.min(...numbers)),
  pow: onNumbers((base, power) => base ** (power ?? 0)),
  sum: whole(([list]) => {
    const numbers = isTuple(list) ? numbersOf(list) : undefined
    return numbers === undefined ? INVALID : numbers.reduce((sum, number) => sum + number, 0)
  }),
  parseint: whole(([text, base]) => parseInteger(textOf(text ?? null) ?? '', numberOf(base ?? 10))),
} as const satisfies Readonly<Record<string, TerraformFunction>>

function onNumbers(
  reckon: (first: number, ...rest: readonly number[]) => number,
): TerraformFunction {
  return whole((found) => {
    const [first, ...rest] = numbersOf(found) ?? []
    if (first === undefined) return INVALID
    const answer = reckon(first, ...rest)
    return Number.isSafeInteger(answer) || !Number.isInteger(answer) ? finite(answer) : INVALID
  })
}

function finite(answer: number): Value {
  return Number.isFinite(answer) ? answer : INVALID
}

function numbersOf(values: readonly Value[]): readonly number[] | undefined {
  const numbers = values.map(numberOf).filter((number) => number !== undefined)
  return numbers.length === values.length ? numbers : undefined
}

function parseInteger(text: string, base: number | undefined): Value {
  if (base === undefined || base < 2 || base > 36) return INVALID
  const answer = Number.parseInt(text, base)
  const isWhole = /^-?[\da-z]+$/i.test(text) && Number.isSafeInteger(answer)
  const digits = text.toLowerCase().replace(/^(-?)0+(?=.)/, '$1')
  return isWhole && answer.toString(base) === digits ? answer : INVALID
}
