import { dutyRow, partyOf, type Party } from '../../model/duty.ts'
import { OFFERING_TITLES, type Offering } from '../../model/offering.ts'
import type { RulePage } from '../../model/rule-page.ts'
import type { Run } from '../report.ts'
import type { Rule } from '../told.ts'
import { content, markup } from './escape.ts'
import { prose } from './prose.ts'
import type { Sources } from './sources.ts'

/** What tells a rule within a page: its explanation, or where there is one. */
export type Explain = (rule: Rule) => string

/** What a page has to tell of rules. */
interface Told {
  /** In the order in which they are to have room. */
  readonly rules: readonly Rule[]
  readonly offering: Offering
  /** Who answers for what a rule found here, by its id: the estate may have taken a duty over. */
  readonly parties: ReadonlyMap<string, Party>
  readonly sources: Sources
  /** How many bytes all explanations may have; none is cut, and those without room say where they are. */
  readonly room: number
}

/** The eight parts of each rule's explanation; a rule without a page has the last two of them. */
export function explainer({ rules, offering, parties, sources, room }: Told, run: Run): Explain {
  const texts = new Map<string, string>()
  let left = room
  for (const rule of rules) {
    const parts = explanation(rule, { offering, parties, sources, run })
    if (parts.length > left) break
    left -= parts.length
    texts.set(rule.id, parts)
  }
  return (rule) => texts.get(rule.id) ?? elsewhere(rule)
}

// So that a page of many findings can be opened and sent, the worst rules are explained in it.
function elsewhere({ id }: Rule): string {
  return `<p>This page has no room for it: <code>portolan explain ${id}</code> tells all of it.</p>`
}

interface Teller extends Pick<Told, 'offering' | 'parties' | 'sources'> {
  readonly run: Run
}

function explanation(rule: Rule, teller: Teller): string {
  const { sources, run } = teller
  const page = run.pages?.get(rule.id)
  const parts = [
    ...(page === undefined ? [] : pageParts(page, rule)),
    part('Who owns it', ownerHtml(rule, teller)),
    part('References', sources.of(rule)),
  ]
  return `<dl class=parts>${parts.join('')}</dl>`
}

function pageParts(page: RulePage, rule: Rule): readonly string[] {
  return [
    part('What it is', prose(page.what)),
    part('Why it matters', prose(page.why)),
    part('How it is used against you', prose(page.attack)),
    part('Apply', applyHtml(page, rule)),
    part('What it restricts', prose(page.restricts)),
    part('How to lift it', prose(page.lift)),
  ]
}

function part(name: string, body: string): string {
  return `<dt>${name}<dd>${body}`
}

// The fence is for who reads the page as Markdown; here it would be copied with what is to be applied.
function applyHtml({ apply }: RulePage, rule: Rule): string {
  const [, example = apply, words = ''] = /^```.*\n([^]*?)\n```\s*([^]*)$/.exec(apply) ?? []
  const shown = example.trim() === '' ? '' : `<pre tabindex=0>${content(example)}</pre>`
  return `${shown}${words === '' ? '' : prose(words.trimEnd())}<p>${nextStep(rule, apply)}`
}

function nextStep({ id, fix }: Rule, apply: string): string {
  if (fix === undefined) {
    return apply.startsWith('```sh')
      ? 'Names and versions are examples: run it in a cluster or a branch for tests first.'
      : 'Names and numbers are examples: files do not tell what depends on it, so put yours there by hand.'
  }
  const risk = fix.risk === 'none' ? 'nothing that runs will notice' : 'try it on one replica first'
  return `<code>portolan fix ${id}</code> shows the change of your files; ${risk}.`
}

function ownerHtml(rule: Rule, { offering, parties, run }: Teller): string {
  const { duty } = run.topicOf(rule)
  const { title, flips } = dutyRow(duty)
  const under =
    offering === 'none' ? 'as in a self-managed cluster' : `under ${OFFERING_TITLES[offering]}`
  const usual = partyOf(duty, offering)
  const party = parties.get(rule.id) ?? usual
  const here = party === usual ? '' : ` Usually it is the ${usual}'s: this estate took it over.`
  const moved = flips === undefined ? '' : `<p>${markup(flips)}`
  return `<p>${markup(title)}: the <b>${party}</b>, ${under}.${here}${moved}`
}
