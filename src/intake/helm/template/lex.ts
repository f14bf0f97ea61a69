import type { Token, TokenKind } from './token.ts'
import { PlacedTrouble, type TemplateText } from './trouble.ts'

const OPEN = '{{'
const CLOSE = '}}'
const COMMENT = '/*'
const WORD = /[\p{L}\p{Nd}_]+/uy
const NUMBER =
  /[+-]?(?:0[xX][\da-fA-F_]*(?:\.[\da-fA-F_]*)?(?:[pP][+-]?[\d_]*)?|0[oO][0-7_]*|0[bB][01_]*|[\d_]*(?:\.[\d_]*)?(?:[eE][+-]?[\d_]*)?)/y

interface Lexer {
  readonly source: TemplateText
  readonly text: string
  readonly tokens: Token[]
  at: number
  depth: number
}

/**
 * Cuts a Go template into tokens, trim markers applied and comments left out, as text/template of Go 1.25 does.
 * O(text). Throws PlacedTrouble for what Go refuses.
 */
export function lex(source: TemplateText): readonly Token[] {
  const lexer: Lexer = { source, text: source.text, tokens: [], at: 0, depth: 0 }
  while (lexer.at < lexer.text.length) {
    lexText(lexer)
    if (lexer.at < lexer.text.length) lexAction(lexer)
  }
  emit(lexer, 'end', lexer.at, lexer.at)
  return lexer.tokens
}

function lexText(lexer: Lexer): void {
  const { text, at } = lexer
  const open = text.indexOf(OPEN, at)
  if (open === -1) {
    emit(lexer, 'text', at, text.length)
    lexer.at = text.length
    return
  }
  const isTrimmed = hasLeftTrim(text, open + OPEN.length)
  const end = isTrimmed ? beforeSpace(text, at, open) : open
  if (end > at) emit(lexer, 'text', at, end)
  lexer.at = open
}

function lexAction(lexer: Lexer): void {
  const { text, at: start } = lexer
  const inside = start + OPEN.length
  const from = hasLeftTrim(text, inside) ? inside + 2 : inside
  if (text.startsWith(COMMENT, from)) return skipComment(lexer, from)
  emit(lexer, 'open', start, inside)
  lexer.at = from
  lexer.depth = 0
  while (!atClose(lexer)) lexInside(lexer)
}

function skipComment(lexer: Lexer, start: number): void {
  const { text } = lexer
  const end = text.indexOf('*/', start + COMMENT.length)
  if (end === -1) refuse(lexer, 'unclosed comment', start)
  lexer.at = end + 2
  const close = closeLength(text, lexer.at)
  if (close === 0) refuse(lexer, 'comment ends before closing delimiter', start)
  pass(lexer, close)
}

// A marker stands after white space: ` -}}`.
function atClose(lexer: Lexer): boolean {
  const { text, at } = lexer
  const length = closeLength(text, at)
  if (length === 0) return false
  if (lexer.depth > 0) refuse(lexer, 'unclosed left paren', at)
  emit(lexer, 'close', at, at + length)
  pass(lexer, length)
  return true
}

function pass(lexer: Lexer, length: number): void {
  lexer.at += length
  if (length > CLOSE.length) lexer.at = afterSpace(lexer.text, lexer.at)
}

function closeLength(text: string, at: number): number {
  if (text.startsWith(CLOSE, at)) return CLOSE.length
  const isMarked = isSpace(text[at]) && text[at + 1] === '-' && text.startsWith(CLOSE, at + 2)
  return isMarked ? CLOSE.length + 2 : 0
}

const SINGLE: ReadonlyMap<string, TokenKind> = new Map([
  ['=', 'assign'],
  ['|', 'pipe'],
  [',', 'comma'],
])

function lexInside(lexer: Lexer): void {
  const { text, at } = lexer
  const char = text[at]
  if (char === undefined) refuse(lexer, 'unclosed action', at)
  if (isSpace(char)) return lexSpace(lexer)
  const single = SINGLE.get(char)
  if (single !== undefined) return take(lexer, single, at + 1)
  switch (char) {
    case ':':
      if (text[at + 1] !== '=') refuse(lexer, 'expected :=', at)
      return take(lexer, 'declare', at + 2)
    case '"':
    case "'":
      return lexQuoted(lexer, char)
    case '`':
      return lexRaw(lexer)
    case '(':
      lexer.depth++
      return take(lexer, 'leftParen', at + 1)
    case ')':
      lexer.depth--
      if (lexer.depth < 0) refuse(lexer, 'unexpected right paren', at)
      return take(lexer, 'rightParen', at + 1)
    case '$':
      return lexNamed(lexer, 'variable')
    case '.':
      return isDigit(text[at + 1]) ? lexNumber(lexer) : lexNamed(lexer, 'field')
    default:
      return isDigit(char) || char === '+' || char === '-' ? lexNumber(lexer) : lexWord(lexer)
  }
}

function lexSpace(lexer: Lexer): void {
  const { text, at } = lexer
  let end = afterSpace(text, at)
  // The space before a trim marker belongs to it.
  if (text[end] === '-' && text.startsWith(CLOSE, end + 1)) end--
  if (end > at) take(lexer, 'space', end)
}

function lexQuoted(lexer: Lexer, quote: string): void {
  const { text, at } = lexer
  for (let end = at + 1; end < text.length && text[end] !== '\n'; end++) {
    if (text[end] === quote) return take(lexer, quote === '"' ? 'string' : 'char', end + 1)
    if (text[end] === '\\' && text[end + 1] !== '\n') end++
  }
  return refuse(lexer, `unterminated ${quote === '"' ? 'quoted string' : 'character constant'}`, at)
}

function lexRaw(lexer: Lexer): void {
  const end = lexer.text.indexOf('`', lexer.at + 1)
  if (end === -1) refuse(lexer, 'unterminated raw quoted string', lexer.at)
  take(lexer, 'rawString', end + 1)
}

// A dot or a dollar sign, alone or with a name behind it.
function lexNamed(lexer: Lexer, kind: 'field' | 'variable'): void {
  const { at } = lexer
  const end = wordEnd(lexer.text, at + 1)
  const isBare = end === at + 1
  checkTerminator(lexer, end)
  take(lexer, isBare && kind === 'field' ? 'dot' : kind, end)
}

function lexWord(lexer: Lexer): void {
  const end = wordEnd(lexer.text, lexer.at)
  if (end === lexer.at) {
    refuse(lexer, `unexpected ${JSON.stringify(lexer.text[lexer.at])} in command`, lexer.at)
  }
  checkTerminator(lexer, end)
  take(lexer, 'identifier', end)
}

function lexNumber(lexer: Lexer): void {
  NUMBER.lastIndex = lexer.at
  NUMBER.test(lexer.text)
  const end = NUMBER.lastIndex
  if (end <= lexer.at || wordEnd(lexer.text, end) > end) {
    refuse(lexer, `bad number syntax: "${lexer.text.slice(lexer.at, end + 1)}"`, lexer.at)
  }
  take(lexer, 'number', end)
}

function wordEnd(text: string, from: number): number {
  WORD.lastIndex = from
  return WORD.test(text) ? WORD.lastIndex : from
}

function checkTerminator(lexer: Lexer, at: number): void {
  const char = lexer.text[at]
  if (char === undefined || isSpace(char) || '.,|:()'.includes(char)) return
  if (lexer.text.startsWith(CLOSE, at)) return
  refuse(lexer, `bad character ${JSON.stringify(char)}`, at)
}

function take(lexer: Lexer, kind: TokenKind, end: number): void {
  emit(lexer, kind, lexer.at, end)
  lexer.at = end
}

function emit({ tokens }: Lexer, kind: TokenKind, start: number, end: number): void {
  tokens.push({ kind, start, end })
}

function refuse({ source }: Lexer, message: string, offset: number): never {
  throw new PlacedTrouble(message, source, offset)
}

function hasLeftTrim(text: string, at: number): boolean {
  return text[at] === '-' && isSpace(text[at + 1])
}

function beforeSpace(text: string, from: number, to: number): number {
  let end = to
  while (end > from && isSpace(text[end - 1])) end--
  return end
}

function afterSpace(text: string, from: number): number {
  let at = from
  while (isSpace(text[at])) at++
  return at
}

function isSpace(char: string | undefined): boolean {
  return char === ' ' || char === '\t' || char === '\r' || char === '\n'
}

function isDigit(char: string | undefined): boolean {
  return char !== undefined && char >= '0' && char <= '9'
}
