import { refuse, textOf, type Cursor } from './cursor.ts'
import type { Token } from './token.ts'

/** The characters that a quoted string stands for, raw or not, by Go's escapes. */
export function unquote(cursor: Cursor, token: Token): string {
  const inner = textOf(cursor, token).slice(1, -1)
  if (token.kind === 'rawString') return inner.replaceAll('\r', '')
  return inner.replaceAll(ESCAPE, (escape) => {
    const value = unescape(escape)
    return value ?? refuse(cursor, `invalid escape ${escape} in a string`, token.start)
  })
}

const ESCAPE = /\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|[0-7]{3}|[^])/g

const SIMPLE: ReadonlyMap<string, string> = new Map([
  ['a', '\x07'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['v', '\v'],
  ['\\', '\\'],
  ["'", "'"],
  ['"', '"'],
])

function unescape(escape: string): string | undefined {
  const rest = escape.slice(1)
  const simple = SIMPLE.get(rest)
  if (simple !== undefined) return simple
  const isOctal = /^[0-7]{3}$/.test(rest)
  const digits = isOctal ? rest : rest.slice(1)
  const code = Number.parseInt(digits, isOctal ? 8 : 16)
  return Number.isNaN(code) || code > 0x10ffff ? undefined : String.fromCodePoint(code)
}

/** The number that a character in single quotes stands for. */
export function charValue(cursor: Cursor, token: Token): bigint {
  const [char, ...more] = unquote(cursor, token)
  if (char === undefined || more.length > 0) {
    refuse(cursor, `malformed character constant: ${textOf(cursor, token)}`, token.start)
  }
  return BigInt(char.codePointAt(0) ?? 0)
}

/** The number that digits stand for: an integer where it is written as one, else a float. */
export function numberValue(cursor: Cursor, token: Token): number | bigint {
  const text = textOf(cursor, token)
  const value = parseInteger(text) ?? parseFloatText(text)
  return value ?? refuse(cursor, `bad number syntax: "${text}"`, token.start)
}

const INTEGER =
  /^[+-]?(?:0[xX](?:_?[\da-fA-F])+|0[bB](?:_?[01])+|0[oO]?(?:_?[0-7])+|0|[1-9](?:_?\d)*)$/
const LIMIT = 1n << 63n

/** The integer of 64 bits that Go's ParseInt with base 0 reads in a text, or undefined. */
export function parseInteger(text: string): bigint | undefined {
  if (!INTEGER.test(text)) return undefined
  const isNegative = text.startsWith('-')
  const digits = text.replace(/^[+-]/, '').replaceAll('_', '')
  const isOldOctal = /^0\d/.test(digits)
  const size = BigInt(isOldOctal ? `0o${digits.slice(1)}` : digits)
  const value = isNegative ? -size : size
  return value >= -LIMIT && value < LIMIT ? value : undefined
}

function parseFloatText(text: string): number | undefined {
  const plain = text.replaceAll('_', '')
  const hex = /^([+-]?)0[xX]([\da-fA-F]{1,13})[pP]([+-]?\d{1,4})$/.exec(plain)
  if (hex !== null) {
    const size = Number.parseInt(hex[2] ?? '0', 16) * 2 ** Number(hex[3])
    return hex[1] === '-' ? -size : size
  }
  return /\d/.test(plain) && Number.isFinite(Number(plain)) ? Number(plain) : undefined
}
