import type { Share } from '../../verdict/problems.ts'
import { plural } from '../headline.ts'
import type { Run } from '../report.ts'
import type { Action, Rule } from '../told.ts'

/**
 * What a rule is to the boss or the user: the sentence its page has for them, empty without a page. Undefined for the
 * others, who are told places and commands.
 */
export function sentenceOf(rule: Rule, { persona, pages }: Run): string | undefined {
  if (persona !== 'boss' && persona !== 'user') return undefined
  return pages?.get(rule.id)?.[persona] ?? ''
}

// The boss and the user need not know what a level or a policy is.
const PLAIN_BRIEFS: ReadonlyMap<string, string> = new Map([
  ['Security policies', 'programs may reach into their machine'],
  ['Network policies', 'stand open to their neighbours'],
  ['Unencrypted data', 'stores and links are not encrypted'],
])

/** What is counted of a common problem, in the persona's words. */
export function briefOf({ title, brief }: Share, { persona }: Pick<Run, 'persona'>): string {
  return (readsSentences(persona) ? PLAIN_BRIEFS.get(title) : undefined) ?? brief
}

/** What is wrong and in how many objects; to the boss and the user, what its page calls it: that fills a column alone. */
export function wrongOf({ rule, objects }: Action, { persona, pages }: Run): string {
  const plain = readsSentences(persona) ? pages?.get(rule.id)?.title : undefined
  return plain ?? `${rule.id} in ${plural(objects, 'object')}`
}

// They are told sentences rather than places, ids and commands.
function readsSentences(persona: Run['persona']): boolean {
  return persona === 'boss' || persona === 'user'
}
