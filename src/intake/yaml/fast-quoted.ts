import { cursor, handOver, refuseAt } from './fast-cursor.ts'

const TAB = 9
const LINE_FEED = 10
const CARRIAGE_RETURN = 13
const SPACE = 32
const DOUBLE_QUOTE = 34
const SINGLE_QUOTE = 39
const BACKSLASH = 92

// What stands for itself or for one character behind a backslash. Kubernetes' reader knows \' but not \/, JSON the reverse.
const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['0', '\0'],
  ['a', '\x07'],
  ['b', '\b'],
  ['t', '\t'],
  ['\t', '\t'],
  ['n', '\n'],
  ['v', '\v'],
  ['f', '\f'],
  ['r', '\r'],
  ['e', '\x1b'],
  [' ', ' '],
  ['"', '"'],
  ["'", "'"],
  ['\\', '\\'],
  ['N', '\u0085'],
  ['_', '\u00a0'],
  ['L', '\u2028'],
  ['P', '\u2029'],
])
const HEX = /^[0-9a-fA-F]+$/
const LARGEST_CODE_POINT = 0x10ffff

/** Reads the quoted text that begins at `start` with its quote, and leaves the cursor behind the closing one. */
export function readQuoted(start: number): string {
  const { text } = cursor
  const quote = text.charCodeAt(start)
  for (let at = start + 1; ; at++) {
    const code = text.charCodeAt(at)
    if (code === quote) {
      // Two single quotes mean one.
      if (quote === SINGLE_QUOTE && text.charCodeAt(at + 1) === quote) return readPieces(start, at)
      cursor.pos = at + 1
      cursor.isBroken = false
      return text.slice(start + 1, at)
    }
    if (code === BACKSLASH ? quote === DOUBLE_QUOTE : code === LINE_FEED || code !== code) {
      return readPieces(start, at)
    }
  }
}

// The text up to `stop` stands for itself. White space before a break may begin there, so it is looked at again.
function readPieces(start: number, stop: number): string {
  const { text, limit } = cursor
  const isDouble = text.charCodeAt(start) === DOUBLE_QUOTE
  cursor.isBroken = false
  let at = stop
  while (at > start + 1 && isSpace(text.charCodeAt(at - 1))) at--
  let value = text.slice(start + 1, at)
  for (;;) {
    if (at >= limit) handOver()
    const from = at
    const code = text.charCodeAt(at)
    if (isDouble ? code === DOUBLE_QUOTE : code === SINGLE_QUOTE) {
      if (isDouble || text.charCodeAt(at + 1) !== SINGLE_QUOTE) break
      value += "'"
      at += 2
    } else if (isDouble && code === BACKSLASH) {
      value += readEscape(at)
      at = cursor.pos
    } else if (code === LINE_FEED || isSpace(code)) {
      at = blanksEnd(at)
      value += fold(from, at, 1)
    } else {
      at = wordEnd(at)
      value += text.slice(from, at)
    }
  }
  cursor.pos = at + 1
  return value
}

function wordEnd(from: number): number {
  const { text, limit } = cursor
  let at = from
  for (; at < limit; at++) {
    const code = text.charCodeAt(at)
    if (code <= SINGLE_QUOTE || code === BACKSLASH) {
      if (isSpace(code) || code === LINE_FEED || code === DOUBLE_QUOTE) break
      if (code === SINGLE_QUOTE || code === BACKSLASH) break
    }
  }
  // A quote of the other kind or a backslash that means nothing here is a piece of its own.
  return at === from ? at + 1 : at
}

function blanksEnd(from: number): number {
  const { text } = cursor
  let at = from
  while (isSpace(text.charCodeAt(at)) || text.charCodeAt(at) === LINE_FEED) at++
  return at
}

/** White space without a break stands for itself; `joined` breaks are lost, or leave a space when there are no others. */
function fold(from: number, to: number, joined: number): string {
  const { text } = cursor
  let breaks = 0
  for (let at = from; at < to; at++) if (text.charCodeAt(at) === LINE_FEED) breaks++
  if (breaks === 0) return joined === 1 ? text.slice(from, to) : ''
  cursor.isBroken = true
  if (breaks === joined) return ' '
  return '\n'.repeat(breaks - joined)
}

function readEscape(at: number): string {
  const { text } = cursor
  const letter = text.charAt(at + 1)
  cursor.pos = at + 2
  if (letter === 'x') return readCode(at, 2)
  if (letter === 'u') return readCode(at, 4)
  if (letter === 'U') return readCode(at, 8)
  if (letter === '\n' || letter === '\r') return readEscapedBreak(at)
  if (letter === '/') return readSlash(at)
  const character = ESCAPES.get(letter)
  return character ?? handOver()
}

// The break itself is lost, blank lines after it are not.
function readEscapedBreak(at: number): string {
  const { text } = cursor
  const from = text.charCodeAt(at + 1) === CARRIAGE_RETURN ? at + 3 : at + 2
  cursor.pos = blanksEnd(from)
  cursor.isBroken = true
  return fold(from, cursor.pos, 0)
}

function readSlash(at: number): string {
  if (cursor.isJson) return '/'
  return refuseAt(
    at,
    'A text in double quotes escapes a slash (\\/), which JSON knows but YAML as Kubernetes reads it does not.',
    'Delete the backslash.',
  )
}

function readCode(at: number, digits: number): string {
  const code = hexAt(at + 2, digits)
  cursor.pos = at + 2 + digits
  if (code >= 0xd800 && code <= 0xdfff) return readSurrogate(at, code)
  return String.fromCodePoint(code)
}

function hexAt(from: number, digits: number): number {
  const hex = cursor.text.slice(from, from + digits)
  const code = hex.length === digits && HEX.test(hex) ? Number.parseInt(hex, 16) : -1
  return code === -1 || code > LARGEST_CODE_POINT ? handOver() : code
}

function readSurrogate(at: number, code: number): string {
  const { text } = cursor
  if (!cursor.isJson) {
    return refuseAt(
      at,
      'A text in double quotes escapes half a character (a surrogate), which Kubernetes does not read in YAML.',
      'Write the character itself, or its whole code as \\U and eight digits.',
    )
  }
  if (code < 0xdc00 && text.startsWith('\\u', at + 6)) {
    const low = hexAt(at + 8, 4)
    if (low >= 0xdc00 && low <= 0xdfff) {
      cursor.pos = at + 12
      return String.fromCharCode(code, low)
    }
  }
  // What Go's JSON reader makes of one half alone.
  return '\ufffd'
}

function isSpace(code: number): boolean {
  return code === SPACE || code === TAB || code === CARRIAGE_RETURN
}
