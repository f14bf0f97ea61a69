import { lineStart, type Source } from '../model/source.ts'

const LINE_FEED = 10
const CARRIAGE_RETURN = 13
const SPACE = 32
const TAB = 9
const BYTE_ORDER_MARK = 0xfeff

/** Where the line of `offset` ends, its break not counted. */
export function lineEnd(text: string, offset: number): number {
  const at = text.indexOf('\n', offset)
  if (at === -1) return text.length
  return at > offset && text.charCodeAt(at - 1) === CARRIAGE_RETURN ? at - 1 : at
}

/** Where the line after that of `offset` begins, or the end of the text. */
export function nextLine(text: string, offset: number): number {
  const at = text.indexOf('\n', offset)
  return at === -1 ? text.length : at + 1
}

/** Where the line of `offset` begins; a byte order mark is no part of it. */
export function lineFrom(source: Source, offset: number): number {
  const start = lineStart(source, offset)
  return start === 0 && source.text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : start
}

/** How many characters stand before `offset` on its line. */
export function columnOf(source: Source, offset: number): number {
  return offset - lineFrom(source, offset)
}

/** Whether only blanks stand between two offsets. */
export function isBlank(text: string, from: number, to: number): boolean {
  return skipBlanks(text, from) >= to
}

/** Whether nothing but blanks and a comment follows `offset` on its line. */
export function endsLine(text: string, offset: number): boolean {
  const end = lineEnd(text, offset)
  const at = skipBlanks(text, offset)
  return at >= end || (text[at] === '#' && at > offset)
}

/** Where the break before the line that begins at `start` stands. */
export function breakBefore(text: string, start: number): number {
  const at = text.charCodeAt(start - 1) === LINE_FEED ? start - 1 : start
  return at > 0 && text.charCodeAt(at - 1) === CARRIAGE_RETURN ? at - 1 : at
}

/** The first offset from `from` on where no space or tab stands. */
export function skipBlanks(text: string, from: number): number {
  let at = from
  while (text.charCodeAt(at) === SPACE || text.charCodeAt(at) === TAB) at++
  return at
}

/** The offset after the colon of the key at `key`. */
export function afterColon(text: string, key: number): number {
  const quote = text[key]
  if (quote === '"' || quote === "'") return text.indexOf(':', afterQuotes(text, key)) + 1
  let at = key
  while (at < text.length && !(text[at] === ':' && isGap(text[at + 1]))) at++
  return at + 1
}

function afterQuotes(text: string, from: number): number {
  const quote = text[from]
  let at = from + 1
  while (at < text.length && text[at] !== quote) at += quote === '"' && text[at] === '\\' ? 2 : 1
  // Two single quotes stand for one: the key goes on.
  return quote === "'" && text[at + 1] === quote ? afterQuotes(text, at + 1) : at + 1
}

// What may follow the colon of a key without quotes.
function isGap(char: string | undefined): boolean {
  return char === undefined || ' \t\r\n,[]{}'.includes(char)
}
