import { cursor, handOver, isBlankOrEnd, nextToken } from './fast-cursor.ts'
import { resolvePlain, type Scalar } from './resolve-scalar.ts'

const TAB = 9
const LINE_FEED = 10
const CARRIAGE_RETURN = 13
const SPACE = 32
const HASH = 35
const ZERO = 48
const NINE = 57
const COLON = 58

const LONGEST_WORD = 5
// An integer of so many digits is exact in JavaScript.
const SAFE_DIGITS = 15

const WORDLIKE = 1
const DIGIT = 2
const SIGN = 3
// What the first character of a plain scalar says of its type; most say that it is a text for sure.
const HINTS = hintTable()

/** Reads a plain scalar of a block, whose lines after the first stand deeper than `indent`. Goes to the next token. */
export function readPlain(start: number, indent: number): Scalar {
  const stop = plainEnd(start)
  // A second colon on the line is an error, which the library words.
  if (cursor.text.charCodeAt(stop) === COLON) handOver()
  const end = trimEnd(start, stop)
  cursor.end = end
  nextToken(stop)
  return cursor.column > indent ? continuePlain(start, end, indent) : plainValue(start, end)
}

// A plain scalar stops on its line at the break, a comment, a colon that makes it a key, or the end.
function plainEnd(start: number): number {
  const { text, limit } = cursor
  for (let at = start; at < limit; at++) {
    const code = text.charCodeAt(at)
    if (code > COLON) continue
    if (code === COLON) {
      if (isBlankOrEnd(text.charCodeAt(at + 1))) return at
    } else if (code === HASH) {
      if (isBlank(text.charCodeAt(at - 1))) return at
    } else if (code === LINE_FEED) return at
  }
  return limit
}

/** Where the text from `start` to `stop` ends without the white space at its end. */
export function trimEnd(start: number, stop: number): number {
  const { text } = cursor
  let end = stop
  while (end > start) {
    const code = text.charCodeAt(end - 1)
    if (code !== SPACE && code !== CARRIAGE_RETURN && code !== TAB) break
    end--
  }
  return end
}

/** What Kubernetes makes of the plain scalar from `start` to `end`, all on one line. */
export function plainValue(start: number, end: number): Scalar {
  const { text } = cursor
  const hint = HINTS[text.charCodeAt(start)]
  if (hint === undefined || hint === 0) return text.slice(start, end)
  if (hint === WORDLIKE && end - start > LONGEST_WORD) return text.slice(start, end)
  if (hint === DIGIT) {
    const integer = shortInteger(start, end)
    if (integer !== -1) return integer
  }
  return finite(resolvePlain(text.slice(start, end)))
}

/** Whether a plain scalar that begins with this character may be something else than a text. */
export function isTyped(code: number): boolean {
  return (HINTS[code] ?? 0) !== 0
}

// Each line that continues the scalar has its own white space cut off; one break becomes a space, more become line
// feeds less one.
function continuePlain(start: number, firstEnd: number, indent: number): Scalar {
  const { text } = cursor
  let value = text.slice(start, firstEnd)
  let end = firstEnd
  do {
    const { pos } = cursor
    // After a comment nothing may follow, and a tab may or may not be indentation.
    if (cursor.isCommented || text.charCodeAt(pos) === TAB) handOver()
    const breaks = countBreaks(end, pos)
    const stop = plainEnd(pos)
    if (text.charCodeAt(stop) === COLON) handOver()
    end = trimEnd(pos, stop)
    value += (breaks === 1 ? ' ' : '\n'.repeat(breaks - 1)) + text.slice(pos, end)
    cursor.end = end
    nextToken(stop)
  } while (cursor.column > indent)
  return finite(resolvePlain(value))
}

function countBreaks(from: number, to: number): number {
  const { text } = cursor
  let breaks = 0
  for (let at = from; at < to; at++) if (text.charCodeAt(at) === LINE_FEED) breaks++
  return breaks
}

// Kubernetes refuses infinite values; the library's side words that.
function finite(scalar: Scalar): Scalar {
  return typeof scalar === 'number' && !Number.isFinite(scalar) ? handOver() : scalar
}

function shortInteger(start: number, end: number): number {
  const { text } = cursor
  if (end - start > SAFE_DIGITS) return -1
  // A leading zero means octal.
  if (end - start > 1 && text.charCodeAt(start) === ZERO) return -1
  let integer = 0
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at)
    if (code < ZERO || code > NINE) return -1
    integer = 10 * integer + code - ZERO
  }
  return integer
}

function isBlank(code: number): boolean {
  return code === SPACE || code === TAB
}

function hintTable(): Uint8Array {
  const table = new Uint8Array(128)
  for (const letter of 'yYnNtTfFoO~') table[letter.charCodeAt(0)] = WORDLIKE
  for (const digit of '0123456789') table[digit.charCodeAt(0)] = DIGIT
  for (const sign of '+-.') table[sign.charCodeAt(0)] = SIGN
  return table
}
