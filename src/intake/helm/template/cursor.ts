import type { Token, TokenKind } from './token.ts'
import { PlacedTrouble, type TemplateText } from './trouble.ts'

/** Where the parser stands, and what holds there. */
export interface Cursor {
  readonly source: TemplateText
  readonly tokens: readonly Token[]
  next: number
  /** How many loops, and how many nodes of any kind, stand around this one. */
  loops: number
  depth: number
  /** The variables that may be named here; `$` is always there. */
  readonly variables: string[]
  readonly isFunction: (name: string) => boolean
}

/** The token at hand. */
export function peek({ tokens, next, source }: Cursor): Token {
  return tokens[next] ?? { kind: 'end', start: source.text.length, end: source.text.length }
}

/** The token at hand, which is passed. */
export function take(cursor: Cursor): Token {
  const token = peek(cursor)
  cursor.next++
  return token
}

/** Passes white space, and gives the token behind it without passing that. */
export function peekSolid(cursor: Cursor): Token {
  while (peek(cursor).kind === 'space') cursor.next++
  return peek(cursor)
}

/** The next token that is no white space, which is passed. */
export function takeSolid(cursor: Cursor): Token {
  peekSolid(cursor)
  return take(cursor)
}

/** Passes a token that must be of that kind. */
export function expect(cursor: Cursor, kind: TokenKind, where: string): Token {
  const token = takeSolid(cursor)
  if (token.kind !== kind) unexpected(cursor, token, where)
  return token
}

/** The characters of a token. */
export function textOf({ source }: Cursor, { start, end }: Token): string {
  return source.text.slice(start, end)
}

/** Refuses the token at hand. */
export function unexpected(cursor: Cursor, token: Token, where: string): never {
  const what = token.kind === 'end' ? 'EOF' : `"${textOf(cursor, token)}"`
  return refuse(cursor, `unexpected ${what} in ${where}`, token.start)
}

/** Refuses the template. */
export function refuse({ source }: Cursor, message: string, offset: number): never {
  throw new PlacedTrouble(message, source, offset)
}
