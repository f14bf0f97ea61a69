/** A range of a template's text. */
export interface Range {
  readonly start: number
  readonly end: number
}

/** A constant, a name or a pipeline in parentheses, with the fields that are asked of it. */
export type Operand = Range &
  (
    | { readonly kind: 'dot' | 'nil' }
    | { readonly kind: 'constant'; readonly value: boolean | number | bigint | string }
    | { readonly kind: 'function'; readonly name: string }
    | { readonly kind: 'field'; readonly names: readonly string[] }
    | { readonly kind: 'variable'; readonly name: string; readonly names: readonly string[] }
    | { readonly kind: 'pipe'; readonly pipe: Pipe }
    | { readonly kind: 'chain'; readonly of: Operand; readonly names: readonly string[] }
  )

/** What calls something or is a value: the first operand and the arguments. */
export interface Command extends Range {
  readonly first: Operand
  readonly rest: readonly Operand[]
}

/** Commands, each of which hands its value to the next; `variables` are declared or assigned by it. */
export interface Pipe extends Range {
  readonly variables: readonly string[]
  readonly isAssignment: boolean
  readonly commands: readonly Command[]
}

/** One thing that a template does. */
export type Node = Range &
  (
    | { readonly kind: 'text' }
    | { readonly kind: 'break' }
    | { readonly kind: 'continue' }
    | { readonly kind: 'action'; readonly pipe: Pipe }
    | Branch
    | { readonly kind: 'template'; readonly name: string; readonly pipe: Pipe | undefined }
  )

/** What does one of two things. */
export interface Branch extends Range {
  readonly kind: 'if' | 'with' | 'range'
  readonly pipe: Pipe
  readonly body: readonly Node[]
  readonly otherwise: readonly Node[]
}
