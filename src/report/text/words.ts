import type { Run } from '../report.ts'
import type { Rule } from '../told.ts'

/**
 * What a rule is to the boss or the user: the sentence its page has for them, empty without a page. Undefined for the
 * others, who are told places and commands.
 */
export function sentenceOf(rule: Rule, { persona, pages }: Run): string | undefined {
  if (persona !== 'boss' && persona !== 'user') return undefined
  return pages?.get(rule.id)?.[persona] ?? ''
}
