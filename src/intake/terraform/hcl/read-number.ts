import { cursor, refuseHcl } from './cursor.ts'
import type { Expression } from './syntax.ts'

const DOT = 46
const ZERO = 48
const NINE = 57

/** Whether the character with this code is a decimal digit. */
export function isDigit(code: number): boolean {
  return code >= ZERO && code <= NINE
}

/** Reads the number at the cursor. */
export function readNumber(): Expression {
  const { text, at: start } = cursor
  let at = digitsEnd(text, start)
  let isWhole = true
  if (text.charCodeAt(at) === DOT && isDigit(text.charCodeAt(at + 1))) {
    isWhole = false
    at = digitsEnd(text, at + 1)
  } else if (text.charCodeAt(at) === DOT) {
    refuseHcl(at, 'Nothing follows the dot of this number.', 'Write its decimals.')
  }
  const exponent = exponentEnd(text, at)
  if (exponent !== at) isWhole = false
  cursor.at = exponent
  return {
    kind: 'literal',
    value: valueOf(text.slice(start, exponent), isWhole),
    start,
    end: exponent,
  }
}

function valueOf(digits: string, isWhole: boolean): number | bigint {
  const value = Number(digits)
  return isWhole && !Number.isSafeInteger(value) ? BigInt(digits) : value
}

function digitsEnd(text: string, from: number): number {
  let at = from
  while (isDigit(text.charCodeAt(at))) at++
  return at
}

function exponentEnd(text: string, from: number): number {
  const mark = text.charAt(from)
  if (mark !== 'e' && mark !== 'E') return from
  const sign = text.charAt(from + 1)
  const digits = sign === '+' || sign === '-' ? from + 2 : from + 1
  return isDigit(text.charCodeAt(digits)) ? digitsEnd(text, digits) : from
}
