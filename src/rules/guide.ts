import type { GuidePage } from '../model/guide-page.ts'
import { sentenceFor } from './page.ts'

/** The headings every guide has, in this order. Its title and its owner are those of its topic. */
export const GUIDE_HEADINGS = [
  'What it is',
  'What can go wrong',
  'The guideline',
  'Basic configuration',
  'What it restricts',
  'How to lift it',
] as const

/**
 * Reads a topic's guide. Gives undefined when a heading is missing or out of order, when something stands above the
 * first one, or when nothing is below one of them.
 */
export function parseGuide(markdown: string): GuidePage | undefined {
  const [head = '', ...rest] = markdown.split(/^## /m)
  const sections = rest.map((section) => section.slice(section.indexOf('\n')).trim())
  const isComplete = GUIDE_HEADINGS.every((heading, at) => rest[at]?.startsWith(`${heading}\n`))
  if (head !== '' || !isComplete || rest.length !== GUIDE_HEADINGS.length) return undefined
  if (sections.includes('')) return undefined
  const [what = '', wrong = '', guideline = '', configuration = '', restricts = '', lift = ''] =
    sections
  return {
    what,
    wrong,
    boss: sentenceFor('boss', wrong),
    user: sentenceFor('user', wrong),
    guideline,
    configuration,
    blocks: yamlBlocks(configuration),
    restricts,
    lift,
  }
}

function yamlBlocks(markdown: string): readonly string[] {
  return [...markdown.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map((match) => match[1] ?? '')
}
