/** A range of the text, in UTF-16 units. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A number, text, truth value or null as written. Integers beyond 2^53 are bigint. */
type Literal = string | number | bigint | boolean | null

export type BinaryOperator =
  | '||'
  | '&&'
  | '=='
  | '!='
  | '<'
  | '<='
  | '>'
  | '>='
  | '+'
  | '-'
  | '*'
  | '/'
  | '%'

/**
 * An expression of HCL's native syntax. `item` stands for the member that a splat is at; `group` is one in parentheses,
 * which make a name in an object's key a reference.
 */
export type Expression = Span &
  (
    | { readonly kind: 'literal'; readonly value: Literal }
    | { readonly kind: 'template'; readonly parts: readonly TemplatePart[] }
    | { readonly kind: 'tuple'; readonly items: readonly Expression[] }
    | { readonly kind: 'object'; readonly members: readonly ObjectMember[] }
    | { readonly kind: 'name'; readonly name: string }
    | { readonly kind: 'attribute'; readonly of: Expression; readonly name: string }
    | { readonly kind: 'index'; readonly of: Expression; readonly key: Expression }
    | {
        readonly kind: 'splat'
        readonly of: Expression
        readonly each: Expression
      }
    | { readonly kind: 'item' }
    | {
        readonly kind: 'call'
        readonly name: string
        readonly arguments: readonly Expression[]
        readonly isExpanded: boolean
      }
    | { readonly kind: 'not'; readonly of: Expression }
    | { readonly kind: 'minus'; readonly of: Expression }
    | { readonly kind: 'group'; readonly of: Expression }
    | {
        readonly kind: 'binary'
        readonly operator: BinaryOperator
        readonly left: Expression
        readonly right: Expression
      }
    | ({ readonly kind: 'conditional' } & Choice)
    | ForExpression
  )

interface Choice {
  readonly condition: Expression
  readonly yes: Expression
  readonly no: Expression
}

/** A `for` in brackets or braces; `keyResult` is there in braces only, `isGrouped` says that `...` follows the value. */
export interface ForExpression extends Span {
  readonly kind: 'for'
  readonly keyName: string | undefined
  readonly valueName: string
  readonly collection: Expression
  readonly keyResult: Expression | undefined
  readonly result: Expression
  readonly condition: Expression | undefined
  readonly isGrouped: boolean
}

/** A member of an object; a key that is a plain `name` is text. */
export interface ObjectMember {
  readonly key: Expression
  readonly value: Expression
}

/** What a template is made of: text as it is after escapes, expressions, and the two directives. */
export type TemplatePart =
  | (Span & { readonly kind: 'text'; readonly text: string })
  | (Span & { readonly kind: 'expression'; readonly of: Expression })
  | (Span & {
      readonly kind: 'if'
      readonly condition: Expression
      readonly yes: readonly TemplatePart[]
      readonly no: readonly TemplatePart[]
    })
  | (Span & {
      readonly kind: 'for'
      readonly keyName: string | undefined
      readonly valueName: string
      readonly collection: Expression
      readonly parts: readonly TemplatePart[]
    })

/** `name = value`; the span is that of the whole, the name stands at its start. */
export interface Attribute extends Span {
  readonly name: string
  readonly value: Expression
}

/** A label of a block, with its span (quotes included). */
export interface Label extends Span {
  readonly text: string
}

/** `type "label" { … }`; the type stands at the start of the span. */
export interface Block extends Span {
  readonly type: string
  readonly labels: readonly Label[]
  readonly body: Body
}

/** What stands in a file or between the braces of a block, each sort in the order of the text. */
export interface Body extends Span {
  readonly attributes: readonly Attribute[]
  readonly blocks: readonly Block[]
}
