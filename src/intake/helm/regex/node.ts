/** Code points from the first to the second, both included, one range after the other. */
export type Ranges = readonly (readonly [number, number])[]

/** A part of a regular expression. */
export type RegexNode =
  | { readonly kind: 'empty' }
  | {
      readonly kind: 'set'
      readonly ranges: Ranges
      readonly isNegated: boolean
      readonly isCaseless: boolean
    }
  | { readonly kind: 'assert'; readonly at: Assertion }
  | { readonly kind: 'group'; readonly of: RegexNode; readonly index: number }
  | { readonly kind: 'sequence'; readonly parts: readonly RegexNode[] }
  | { readonly kind: 'choice'; readonly parts: readonly RegexNode[] }
  | {
      readonly kind: 'repeat'
      readonly of: RegexNode
      readonly least: number
      readonly most: number
      readonly isGreedy: boolean
    }

/** A condition on a place in a text. */
export type Assertion = 'textStart' | 'textEnd' | 'lineStart' | 'lineEnd' | 'word' | 'noWord'
