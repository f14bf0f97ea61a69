import { dutyRow, partyOf } from '../../model/duty.ts'
import { OFFERING_TITLES, type Offering } from '../../model/offering.ts'
import type { RulePage } from '../../model/rule-page.ts'
import type { Run } from '../report.ts'
import { referencesOf, type Rule } from '../told.ts'
import { markup, text } from './escape.ts'
import { prose } from './prose.ts'

/** The eight parts of a rule's explanation; a rule without a page has the last two of them. */
export function explanation(rule: Rule, run: Run, offering: Offering): string {
  const page = run.pages?.get(rule.id)
  const parts = [
    ...(page === undefined ? [] : pageParts(page, rule)),
    part('Who owns it', ownerHtml(rule, run, offering)),
    part('References', referencesHtml(rule)),
  ]
  return `<dl class="parts">${parts.join('')}</dl>`
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
  return `<dt>${name}</dt><dd>${body}</dd>`
}

function applyHtml({ apply }: RulePage, rule: Rule): string {
  const example = apply.trim() === '' ? '' : `<pre tabindex="0">${markup(apply.trimEnd())}</pre>`
  return `${example}<p>${nextStep(rule)}</p>`
}

function nextStep({ id, fix }: Rule): string {
  if (fix === undefined)
    return 'No command can decide this: it takes someone who knows the workload.'
  const risk = fix.risk === 'none' ? 'nothing that runs will notice' : 'try it on one replica first'
  return `<code>portolan fix ${id}</code> shows the change of your files; ${risk}.`
}

function ownerHtml(rule: Rule, { topicOf }: Run, offering: Offering): string {
  const { duty } = topicOf(rule)
  const { title, flips } = dutyRow(duty)
  const under =
    offering === 'none' ? 'as in a self-managed cluster' : `under ${OFFERING_TITLES[offering]}`
  const moved = flips === undefined ? '' : `<p>${markup(flips)}</p>`
  return `<p>${markup(title)}: the <b>${partyOf(duty, offering)}</b>, ${under}.</p>${moved}`
}

function referencesHtml(rule: Rule): string {
  const links = referencesOf(rule).map(({ title, url }) =>
    // A saved report may hold any text for an address.
    url.startsWith('https://')
      ? `<li><a href="${text(url)}">${text(title)}</a>`
      : `<li>${text(title)}`,
  )
  return links.length === 0 ? '<p>None.</p>' : `<ul>${links.join('')}</ul>`
}
