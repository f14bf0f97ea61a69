import { groupBy } from '../../base/group.ts'
import { plural } from '../headline.ts'
import type { Finding, Verdict } from '../told.ts'
import { standingWords } from '../waiver.ts'
import { isolated } from './escape.ts'
import { anchorOf } from './rows.ts'
import { ruleAnchor, waivedMark } from './words.ts'

/**
 * What is lifted: each waiver once, with who, why and until when, and the first finding it lifts. Then what was to lift
 * something and does not: waivers that have ended, are for a locked rule, speak of nothing or are malformed.
 */
export function waiversHtml(verdict: Verdict, listed: ReadonlySet<Finding>): string {
  const waived = verdict.findings.filter(({ state }) => state === 'waived')
  const groups = groupBy(waived, ({ rule, waiver }) => `${rule.id} ${waiver?.id ?? ''}`)
  const lines = [...groups.values()].map((some) => waiverHtml(some, listed))
  return (
    '<section aria-labelledby="waivers"><h2 id="waivers">Restrictions lifted</h2>' +
    (lines.length === 0
      ? '<p>None: every finding counts.</p>'
      : `<p>${plural(waived.length, 'finding')} waived.${endWords(waived)}</p>` +
        `<ul class="waivers">${lines.join('')}</ul>`) +
    idleHtml(verdict) +
    '</section>\n'
  )
}

// A statement about a flaw has no last day.
function endWords(waived: readonly Finding[]): string {
  const isEnding = waived.some(({ waiver }) => waiver?.expires !== undefined)
  return isEnding ? ' Each comes back on the day after its last.' : ''
}

function waiverHtml(findings: readonly Finding[], listed: ReadonlySet<Finding>): string {
  const [first] = findings
  if (first === undefined) return ''
  const { rule, waiver } = first
  const shown = findings.find((finding) => listed.has(finding))
  const count = plural(findings.length, 'finding')
  const link = shown === undefined ? count : `<a href="#${anchorOf(shown)}">${count}</a>`
  const name = shown === undefined ? rule.id : `<a href="#${ruleAnchor(rule.id)}">${rule.id}</a>`
  const head = `<li><h3>${waivedMark()} ${name}</h3>`
  if (waiver === undefined) return `${head}<p>${link}</p></li>`
  const { id, owner, reason, expires, source, ticket, approvedBy } = waiver
  const facts = [
    ...(expires === undefined ? [] : [`until <time>${isolated(expires)}</time>`]),
    `by ${isolated(owner)}`,
    ...(approvedBy === undefined ? [] : [`approved by ${isolated(approvedBy)}`]),
    ...(ticket === undefined ? [] : [isolated(ticket)]),
    `${source} ${isolated(id)}`,
    link,
  ]
  return `${head}<p>${isolated(reason)}</p><p class="muted">${facts.join(' · ')}</p></li>`
}

function idleHtml({ waivers = [], faults }: Verdict): string {
  const malformed = faults.filter(({ code }) => code === 'WAIVER_SOURCE')
  const lines = [
    ...waivers.filter(isIdle).map(idleLine),
    ...malformed.map(
      ({ at, message, remedy }) =>
        `<li><code>${isolated(at)}</code><p>${isolated(message)} <b>${isolated(remedy)}</b></p></li>`,
    ),
  ]
  if (lines.length === 0) return ''
  return `<h3>Waivers that lift nothing</h3><ul class="faults">${lines.join('')}</ul>`
}

type ToldWaiver = NonNullable<Verdict['waivers']>[number]

// One in force may be needless, or its object was not read: which of them only its owner can say.
function isIdle({ standing, lifts }: ToldWaiver): boolean {
  return standing !== 'in force' || lifts === 0
}

function idleLine(use: ToldWaiver): string {
  const { waiver, covers, standing } = use
  const { id, rule, owner, at } = waiver
  const why =
    standing === 'in force' ? 'speaks of nothing that was found' : isolated(standingWords(use))
  const back = standing === 'in force' ? '' : `: ${plural(covers, 'finding')} open`
  return (
    `<li><code>${isolated(at)}</code><p>${isolated(id)} of ${isolated(rule.id)} ` +
    `(${isolated(owner)}) ${why}${back}.</p></li>`
  )
}
