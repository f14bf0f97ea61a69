// strconv's %g takes an exponent from here on when it looks for the shortest digits: 1000000 is 1e+06.
const FIRST_SCIENTIFIC = 6

/** A float as `%v` and YAML print it: by the shortest digits. */
export function floatText(value: number): string {
  const { sign, digits, exponent } = decimalOf(value)
  if (digits === '') return sign
  return exponent < -4 || exponent >= FIRST_SCIENTIFIC
    ? `${sign}${scientific(digits, exponent)}`
    : `${sign}${plain(digits, exponent)}`
}

/** A float as encoding/json prints it. */
export function jsonNumber(value: number): string {
  const { sign, digits, exponent } = decimalOf(value)
  if (digits === '') return 'null'
  if (value !== 0 && (exponent < -6 || exponent >= 21)) {
    return `${sign}${scientific(digits, exponent).replace(/e-0(\d)$/, 'e-$1')}`
  }
  return `${sign}${plain(digits, exponent)}`
}

interface Decimal {
  readonly sign: string
  readonly digits: string
  readonly exponent: number
}

// The shortest digits that tell a float, as d.ddd × 10^exponent; what is no number comes as its sign alone.
function decimalOf(value: number): Decimal {
  if (Number.isNaN(value)) return { sign: 'NaN', digits: '', exponent: 0 }
  if (!Number.isFinite(value)) return { sign: value > 0 ? '+Inf' : '-Inf', digits: '', exponent: 0 }
  const isNegative = value < 0 || Object.is(value, -0)
  const [mantissa = '0', exponent = '0'] = Math.abs(value).toExponential().split('e')
  return {
    sign: isNegative ? '-' : '',
    digits: mantissa.replace('.', ''),
    exponent: Number(exponent),
  }
}

function scientific(digits: string, exponent: number): string {
  const fraction = digits.length > 1 ? `.${digits.slice(1)}` : ''
  const size = String(Math.abs(exponent)).padStart(2, '0')
  return `${digits.slice(0, 1)}${fraction}e${exponent < 0 ? '-' : '+'}${size}`
}

function plain(digits: string, exponent: number): string {
  if (exponent < 0) return `0.${'0'.repeat(-exponent - 1)}${digits}`
  if (digits.length <= exponent + 1) return digits.padEnd(exponent + 1, '0')
  return `${digits.slice(0, exponent + 1)}.${digits.slice(exponent + 1)}`
}

/** A float in the form of one of printf's verbs e, f and g, by `precision` digits or the shortest ones. */
export function floatBy(verb: string, value: number, precision: number | undefined): string {
  if (!Number.isFinite(value)) return decimalOf(value).sign
  const places = precision === undefined ? undefined : Math.min(precision, 100)
  switch (verb) {
    case 'f':
    case 'F':
      return fixed(value, places ?? 6)
    case 'e':
    case 'E':
      return withCase(verb, twoDigits(value.toExponential(places ?? 6)))
    default:
      return withCase(verb, places === undefined ? floatText(value) : general(value, places))
  }
}

function fixed(value: number, places: number): string {
  // toFixed gives an exponent from 10^21 on.
  if (Math.abs(value) < 1e21) return value.toFixed(places)
  return `${BigInt(value)}${places > 0 ? `.${'0'.repeat(places)}` : ''}`
}

function general(value: number, places: number): string {
  const digits = Math.max(places, 1)
  const [mantissa = '0', exponent = '0'] = value.toExponential(digits - 1).split('e')
  const size = Number(exponent)
  const isLong = size < -4 || size >= digits
  return isLong ? twoDigits(`${trimmed(mantissa)}e${exponent}`) : trimmed(value.toPrecision(digits))
}

function trimmed(text: string): string {
  return text.includes('.') ? text.replace(/0*$/, '').replace(/\.$/, '') : text
}

function twoDigits(text: string): string {
  return text.replace(/e([+-])(\d)$/, 'e$10$2')
}

function withCase(verb: string, text: string): string {
  return verb === 'E' || verb === 'G' ? text.toUpperCase() : text
}
