/** The kinds of tokens of a Go template. */
export type TokenKind =
  | 'text'
  | 'open'
  | 'close'
  | 'space'
  | 'assign'
  | 'declare'
  | 'pipe'
  | 'comma'
  | 'leftParen'
  | 'rightParen'
  | 'dot'
  | 'field'
  | 'variable'
  | 'identifier'
  | 'number'
  | 'char'
  | 'string'
  | 'rawString'
  | 'end'

/** One token; offsets count UTF-16 units. The text of a `text` token is what remains after trim markers. */
export interface Token {
  readonly kind: TokenKind
  readonly start: number
  readonly end: number
}
