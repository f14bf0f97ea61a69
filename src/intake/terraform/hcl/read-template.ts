import { cursor, refuseHcl } from './cursor.ts'
import { readHole } from './read-hole.ts'
import type { Expression, TemplatePart } from './syntax.ts'
import { nestParts, type TemplateToken } from './template-tokens.ts'

const LINE_FEED = 10
const QUOTE = 34
const DOLLAR = 36
const PERCENT = 37
const BACKSLASH = 92
const OPEN_MAP = 123

/** Reads the text in quotes at the cursor: a literal, the expression that is all of it, or a template. */
export function readQuoted(): Expression {
  const start = cursor.at
  cursor.at++
  const tokens: TemplateToken[] = []
  let trims = false
  for (;;) {
    const from = cursor.at
    const text = trimmedStart(readText(), trims)
    if (cursor.text.charCodeAt(cursor.at) === QUOTE) {
      if (text !== '') tokens.push({ kind: 'text', text, start: from, end: cursor.at })
      cursor.at++
      return templateOf(tokens, start)
    }
    const hole = readHole()
    const kept = hole.trimsBefore ? text.trimEnd() : text
    if (kept !== '') tokens.push({ kind: 'text', text: kept, start: from, end: hole.token.start })
    tokens.push(hole.token)
    trims = hole.trimsAfter
  }
}

/** White space goes where the hole before swallows it. */
export function trimmedStart(text: string, trims: boolean): string {
  return trims ? text.trimStart() : text
}

/** The expression of a template that ends at the cursor. One hole alone is what stands in it, of whatever type. */
export function templateOf(tokens: readonly TemplateToken[], start: number): Expression {
  const [first] = tokens
  const end = cursor.at
  if (first === undefined) return { kind: 'literal', value: '', start, end }
  if (tokens.length === 1 && first.kind === 'text') {
    return { kind: 'literal', value: first.text, start, end }
  }
  return { kind: 'template', parts: nestParts(tokens), start, end }
}

/** The expression that a template is all of, if so. */
export function wrapped(parts: readonly TemplatePart[]): Expression | undefined {
  const [only] = parts
  return parts.length === 1 && only?.kind === 'expression' ? only.of : undefined
}

// Reads up to the closing quote or the next hole.
function readText(): string {
  const { text } = cursor
  let from = cursor.at
  let read = ''
  for (let at = from; ;) {
    const code = text.charCodeAt(at)
    if (code === QUOTE || isHole(text, at, code)) {
      cursor.at = at
      return read + text.slice(from, at)
    }
    if (code === BACKSLASH) {
      read += text.slice(from, at) + readEscape(at)
      from = at = cursor.at
    } else if (isEscapedHole(text, at, code)) {
      read += text.slice(from, at + 1)
      from = at = at + 2
    } else if (code === LINE_FEED || code !== code) unended(at)
    else at++
  }
}

function unended(at: number): never {
  return refuseHcl(
    at,
    'A text in quotes ends at the end of its line.',
    String.raw`Close it with a quote; write \n or a heredoc (<<EOT) for several lines.`,
  )
}

/** Whether `${` or `%{` stands at `at`, where the code of the character is `code`. */
export function isHole(text: string, at: number, code: number): boolean {
  return (code === DOLLAR || code === PERCENT) && text.charCodeAt(at + 1) === OPEN_MAP
}

/** Whether `$${` or `%%{` stands at `at`: then no hole follows. */
export function isEscapedHole(text: string, at: number, code: number): boolean {
  return (
    (code === DOLLAR || code === PERCENT) &&
    text.charCodeAt(at + 1) === code &&
    text.charCodeAt(at + 2) === OPEN_MAP
  )
}

// The escape at `at`; the cursor moves behind it.
function readEscape(at: number): string {
  const sign = cursor.text.charAt(at + 1)
  const plain = ESCAPES[sign]
  if (plain !== undefined) {
    cursor.at = at + 2
    return plain
  }
  const length = sign === 'u' ? 4 : 8
  const digits = cursor.text.slice(at + 2, at + 2 + length)
  const code = Number.parseInt(digits, 16)
  const isCode = (sign === 'u' || sign === 'U') && HEX.test(digits) && digits.length === length
  if (!isCode || code > 0x10ffff) {
    return refuseHcl(at, 'HCL knows no such escape.', String.raw`Write \\ for a backslash.`)
  }
  cursor.at = at + 2 + length
  return String.fromCodePoint(code)
}

const HEX = /^[\da-fA-F]+$/

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  '"': '"',
  '\\': '\\',
}
