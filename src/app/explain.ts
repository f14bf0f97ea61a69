import type { Fault } from '../base/fault.ts'
import { fail, succeed, type Result } from '../base/result.ts'
import type { Persona, Severity, Stop } from '../model/itinerary.ts'
import type { Provider } from '../model/offering.ts'
import type { RulePage } from '../model/rule-page.ts'
import type { Reference, Rule } from '../rules/rule.ts'
import { topicOf } from '../rules/topics.ts'
import { referencesOf } from '../verdict/references.ts'
import { ownerBody, ownersOf, type Owner } from './duty-owners.ts'
import { findRule } from './selection.ts'
import { misuse } from './usage.ts'

/** The eight parts of every explanation, in the order in which who asks for no other order reads them. */
export const PARTS = [
  'What it is',
  'Why it matters',
  'How it is used against you',
  'Apply',
  'What it restricts',
  'How to lift it',
  'Who owns it',
  'References',
] as const

/** One of the eight. */
export type PartName = (typeof PARTS)[number]

/** For whom a rule is explained. A persona changes the order and what is said first, never what is told. */
export interface Reader {
  readonly persona: Persona | undefined
  /** Names one owner; without it the owners under every offering are told. */
  readonly provider: Provider | undefined
}

/** The full entry of a rule. Bodies are Markdown. */
export interface Explanation {
  readonly id: string
  /** What is wrong, in a few words. */
  readonly name: string
  /** The order that a reader is given. */
  readonly title: string
  readonly severity: Severity
  readonly stop: Stop
  readonly topic: string
  readonly formerly: readonly string[]
  readonly fixable: boolean
  /** One sentence for those who read no further: the boss and the user have theirs. */
  readonly lead: string | undefined
  readonly parts: readonly { readonly name: PartName; readonly body: string }[]
  readonly owners: readonly Owner[]
  readonly references: readonly Reference[]
}

/** The explanation of the rule with that id or former id; a fault when there is none. */
export function explain(
  id: string,
  pages: ReadonlyMap<string, RulePage>,
  reader: Reader,
): Result<Explanation> {
  if (/^[\da-f]{16}$/.test(id)) return fail(findingAsked(id))
  const rule = findRule('explain', id)
  if (!rule.ok) return rule
  const page = pages.get(rule.value.id)
  if (page === undefined) throw new Error(`The rule ${rule.value.id} has no page.`)
  return succeed(explainRule(rule.value, page, reader))
}

/** All that is known of a rule, put together from its folder, its topic and the responsibility table. */
export function explainRule(rule: Rule, page: RulePage, reader: Reader): Explanation {
  const { title, stop, duty } = topicOf(rule)
  const references = referencesOf(rule)
  const bodies: Readonly<Record<PartName, string>> = {
    'What it is': page.what,
    'Why it matters': page.why,
    'How it is used against you': page.attack,
    Apply: applyBody(rule, page),
    'What it restricts': page.restricts,
    'How to lift it': page.lift,
    'Who owns it': ownerBody(duty, reader.provider),
    References: references.map((r) => `- [${r.title}](${r.url})`).join('\n'),
  }
  return {
    id: rule.id,
    name: page.title,
    title: rule.title,
    severity: rule.severity,
    stop,
    topic: title,
    formerly: rule.formerly ?? [],
    fixable: rule.fix !== undefined,
    lead: leadOf(page, reader.persona),
    parts: orderOf(reader.persona).map((name) => ({ name, body: bodies[name] })),
    owners: ownersOf(duty, reader.provider),
    references,
  }
}

// What each persona asks first. All eight are told to all of them.
const FIRST_QUESTIONS: Readonly<Record<Persona, readonly PartName[]>> = {
  boss: ['Why it matters', 'Who owns it', 'What it restricts'],
  analyst: ['How it is used against you', 'What it is', 'References'],
  architect: ['What it is', 'Apply', 'What it restricts', 'Who owns it', 'How to lift it'],
  developer: ['What it is', 'Apply', 'What it restricts', 'How to lift it'],
  user: ['Why it matters', 'What it is', 'Who owns it'],
}

/** The eight parts in the order in which `persona` asks for them. */
export function orderOf(persona: Persona | undefined): readonly PartName[] {
  const first = persona === undefined ? [] : FIRST_QUESTIONS[persona]
  return [...first, ...PARTS.filter((name) => !first.includes(name))]
}

function leadOf(page: RulePage, persona: Persona | undefined): string | undefined {
  return persona === 'boss' || persona === 'user' ? page[persona] : undefined
}

function applyBody(rule: Rule, page: RulePage): string {
  const example = page.apply
  if (rule.fix === undefined) {
    return `${example}\n\n${byHand(example)}`
  }
  const risk =
    rule.fix.risk === 'none'
      ? 'Nothing that runs today will notice.'
      : 'What runs today may need a change of its own first: try it on one replica.'
  return `${example}\n\n\`portolan fix ${rule.id}\` shows the change of your own files as a diff; \`--write\` makes it. ${risk}`
}

// Files do not tell what depends on it, so there is no fix; there is something to do all the same.
function byHand(example: string): string {
  if (example.startsWith('```sh')) {
    return 'Names and versions are examples. Run it in a cluster or a branch for tests first: `portolan fix` runs no commands.'
  }
  return 'Names and numbers are examples: put yours in their place. `portolan fix` leaves this to you, as files do not tell what depends on it.'
}

function findingAsked(id: string): Fault {
  return misuse(
    id,
    'This is the id of a finding; what is explained is its rule.',
    'portolan scan -f json tells the rule of each finding.',
  )
}
