/** An amount in billionths, the finest that Kubernetes keeps: `100m` is 100_000_000n. */
export type Quantity = bigint

// Longer ones are legal, but nobody means them, and reading one of a megabyte takes seconds.
const MAX_LENGTH = 100
// Powers of ten beyond this leave every machine behind; they count as this one.
const MAX_POWER = 100
const NANO = 9
// What binary suffixes are capped at: the largest number of 64 bits.
const MAX_BINARY: Quantity = (2n ** 63n - 1n) * 10n ** 9n

const FORM = /^([+-]?)(\d*)(?:\.(\d*))?(n|u|m|k|Ki|[MGTPE]i?|[eE][+-]?\d+|)$/

const DECIMAL: ReadonlyMap<string, number> = new Map([
  ['n', -9],
  ['u', -6],
  ['m', -3],
  ['', 0],
  ['k', 3],
  ['M', 6],
  ['G', 9],
  ['T', 12],
  ['P', 15],
  ['E', 18],
])

const BINARY = ['Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'] as const

/**
 * Reads an amount of CPU, memory or storage as the API server does, from a text or a number; undefined for what it
 * refuses. Fractions of a billionth are rounded up, away from nought. Source: resource.Quantity, apimachinery 0.37.
 */
export function parseQuantity(value: unknown): Quantity | undefined {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'bigint') {
    return undefined
  }
  const text = String(value).trim()
  if (text === '' || text.length > MAX_LENGTH) return undefined
  const match = FORM.exec(text)
  if (match === null) return undefined
  const [, sign, whole = '', fraction = '', suffix = ''] = match
  // Neither does the API server miss the digits of "." or "Mi": they are nought.
  const digits = BigInt(`0${whole}${fraction}`)
  const amount = scale(digits, suffix, fraction.length)
  return sign === '-' ? -amount : amount
}

function scale(digits: bigint, suffix: string, decimals: number): Quantity {
  const power = DECIMAL.get(suffix)
  if (power !== undefined) return shift(digits, power + NANO - decimals)
  const step = BINARY.findIndex((name) => name === suffix)
  if (step === -1) return shift(digits, exponentOf(suffix) + NANO - decimals)
  const amount = shift(digits * 1024n ** BigInt(step + 1), NANO - decimals)
  return amount > MAX_BINARY ? MAX_BINARY : amount
}

function exponentOf(suffix: string): number {
  return Math.max(-MAX_POWER, Math.min(MAX_POWER, Number(suffix.slice(1))))
}

function shift(digits: bigint, power: number): Quantity {
  if (power >= 0) return digits * 10n ** BigInt(power)
  const divisor = 10n ** BigInt(-power)
  return (digits + divisor - 1n) / divisor
}
