import type { RulePage } from '../model/rule-page.ts'

/** The headings every page has, in this order. */
export const HEADINGS = [
  'What it is',
  'Why it matters',
  'How it is used against you',
  'What it restricts',
  'How to lift it',
] as const

/**
 * Reads a rule's page.md; `apply` is its fixed example, or of its good one where there is no fix.
 * Gives undefined when a heading, or the sentence for the boss or the user, is missing or out of order.
 */
export function parsePage(markdown: string, apply: string): RulePage | undefined {
  const [head = '', ...rest] = markdown.split(/^## /m)
  const title = /^# (.+)\n/.exec(head)?.[1]
  const sections = rest.map((section) => section.slice(section.indexOf('\n')).trim())
  const isComplete = HEADINGS.every((heading, index) => rest[index]?.startsWith(`${heading}\n`))
  const [what = '', why = '', attack = '', restricts = '', lift = ''] = sections
  const boss = sentenceFor('boss', why)
  const user = sentenceFor('user', why)
  if (title === undefined || !isComplete || rest.length !== HEADINGS.length) return undefined
  if (boss === undefined || user === undefined || sections.includes('')) return undefined
  return { title, what, why, boss, user, attack, restricts, lift, apply }
}

/** The one sentence for a persona: a paragraph of its own in the part that tells why. */
export function sentenceFor(persona: 'boss' | 'user', why: string): string | undefined {
  const paragraph = why.split('\n\n').find((text) => text.startsWith(`For the ${persona}: `))
  const sentence = paragraph?.slice(`For the ${persona}: `.length).replaceAll('\n', ' ')
  return sentence === undefined ? undefined : sentence.charAt(0).toUpperCase() + sentence.slice(1)
}
