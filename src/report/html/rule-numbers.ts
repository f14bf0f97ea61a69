import type { Rule } from '../told.ts'

/** The rules of a page, numbered: thousands of rows lead to them, and a number is short. */
export interface RuleNumbers {
  /** The id, within the page, of the part that tells the rule. */
  readonly anchorOf: (rule: Rule) => string
}

/** Numbers the rules in their order. */
export function numberRules(rules: readonly Rule[]): RuleNumbers {
  const anchors = new Map(rules.map(({ id }, index) => [id, `r${index + 1}`]))
  return {
    anchorOf({ id }) {
      const anchor = anchors.get(id)
      if (anchor === undefined) throw new Error(`The page does not tell ${id}.`)
      return anchor
    },
  }
}
