import { groupBy } from '../../base/group.ts'
import { plural } from '../headline.ts'
import type { Finding } from '../told.ts'
import { isolated } from './escape.ts'
import { anchorOf } from './rows.ts'
import { ruleAnchor, waivedMark } from './words.ts'

/** What is lifted: each waiver once, with who, why and until when, and the first finding it lifts. */
export function waiversHtml(findings: readonly Finding[], listed: ReadonlySet<Finding>): string {
  const waived = findings.filter(({ state }) => state === 'waived')
  const groups = groupBy(waived, ({ rule, waiver }) => `${rule.id} ${waiver?.id ?? ''}`)
  const lines = [...groups.values()].map((some) => waiverHtml(some, listed))
  return (
    '<section aria-labelledby="waivers"><h2 id="waivers">Restrictions lifted</h2>' +
    (lines.length === 0
      ? '<p>None: every finding counts.</p>'
      : `<p>${plural(waived.length, 'finding')} waived. Each comes back on the day after its last.</p>` +
        `<ul class="waivers">${lines.join('')}</ul>`) +
    '</section>\n'
  )
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
    `until <time>${isolated(expires)}</time>`,
    `by ${isolated(owner)}`,
    ...(approvedBy === undefined ? [] : [`approved by ${isolated(approvedBy)}`]),
    ...(ticket === undefined ? [] : [isolated(ticket)]),
    `${source} ${isolated(id)}`,
    link,
  ]
  return `${head}<p>${isolated(reason)}</p><p class="muted">${facts.join(' · ')}</p></li>`
}
