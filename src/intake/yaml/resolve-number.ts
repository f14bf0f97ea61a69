const INTEGER = /^[-+]?(?:0x[0-9a-f]+|0o[0-7]+|0b[01]+|0[0-7]*|[1-9][0-9]*)$/i
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:e[-+]?[0-9]+)?$/i
const DOTTED = /^\.[0-9]+(?:_[0-9]+)*(?:e[-+]?[0-9]+(?:_[0-9]+)*)?$/i
const LARGEST_UNSIGNED = 2n ** 64n - 1n
const SMALLEST_SIGNED = -(2n ** 63n)
const LARGEST_SIGNED = 2n ** 63n - 1n

/**
 * The number that Kubernetes reads in a plain scalar that begins with a digit or a sign, or undefined when it reads a
 * string. Integers of at most 64 bits are exact: beyond 2^53 they come as bigint. Larger ones are floats, as there.
 */
export function resolveNumber(text: string): number | bigint | undefined {
  const plain = text.includes('_') ? text.replaceAll('_', '') : text
  if (INTEGER.test(plain)) {
    const integer = resolveInteger(plain)
    if (integer !== undefined) return integer
  }
  if (!FLOAT.test(plain)) return undefined
  const float = Number(plain)
  return Number.isFinite(float) ? float : undefined
}

/** The float in a plain scalar that begins with a dot, or undefined. Here underscores must stand between digits. */
export function resolveDotted(text: string): number | undefined {
  if (!DOTTED.test(text)) return undefined
  const float = Number(text.replaceAll('_', ''))
  return Number.isFinite(float) ? float : undefined
}

function resolveInteger(plain: string): number | bigint | undefined {
  const sign = plain.charCodeAt(0)
  const isSigned = sign === 45 || sign === 43
  const digits = isSigned ? plain.slice(1) : plain
  // A leading zero alone means octal, which JavaScript writes with an o.
  const isOctal = digits.length > 1 && digits[0] === '0' && digits.charCodeAt(1) <= 57
  const magnitude = BigInt(isOctal ? `0o${digits}` : digits.toLowerCase())
  const integer = sign === 45 ? -magnitude : magnitude
  if (integer < SMALLEST_SIGNED || integer > LARGEST_UNSIGNED) return undefined
  // An unsigned reading is only tried without a sign.
  if (isSigned && integer > LARGEST_SIGNED) return undefined
  const number = Number(integer)
  return Number.isSafeInteger(number) ? number : integer
}

/** Whether Kubernetes reads an integer of at most 64 bits in `text`, and not a float. */
export function isInteger(text: string): boolean {
  const plain = text.includes('_') ? text.replaceAll('_', '') : text
  return INTEGER.test(plain) && resolveInteger(plain) !== undefined
}

/** A float as the text of a key: shortest digits that a 32-bit float needs, as Go's 'g' format writes them. */
export function floatKey(float: number): string {
  if (Number.isNaN(float)) return '.nan'
  const single = Math.fround(float)
  if (!Number.isFinite(single)) return single > 0 ? '.inf' : '-.inf'
  if (single === 0) return Object.is(single, -0) ? '-0' : '0'
  const [mantissa = '0', exponentText = '0'] = shortestSingle(single).split('e')
  const exponent = Number(exponentText)
  if (exponent >= -4 && exponent < 6) return fixedNotation(mantissa, exponent)
  const sign = exponent < 0 ? '-' : '+'
  return `${mantissa}e${sign}${String(Math.abs(exponent)).padStart(2, '0')}`
}

function shortestSingle(single: number): string {
  for (let digits = 0; digits < 9; digits++) {
    const text = single.toExponential(digits)
    if (Math.fround(Number(text)) === single) return text
  }
  return single.toExponential()
}

function fixedNotation(mantissa: string, exponent: number): string {
  const sign = mantissa.startsWith('-') ? '-' : ''
  const digits = mantissa.replace('-', '').replace('.', '')
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${digits}`
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, '0')
  const rest = digits.slice(exponent + 1)
  return `${sign}${whole}${rest === '' ? '' : `.${rest}`}`
}
