import type { Run } from '../report.ts'
import type { Verdict } from '../told.ts'
import { isByFile } from './groups.ts'
import { countMissed } from './unexamined.ts'

/** The parts of the page with their numbers: each leads to the list it counts. */
export function contents(verdict: Verdict, run: Run, listed: number): string {
  const { focus, findings } = verdict
  const waived = findings.filter(({ state }) => state === 'waived').length
  const parts: readonly (readonly [id: string, name: string, count?: number])[] = [
    ['problems', 'Commonest problems'],
    ['focus', 'Focus', focus.length],
    ['findings', 'Findings', listed],
    ...(isByFile(run) ? [['rules', 'Rules explained'] as const] : []),
    ['unexamined', 'Not examined', countMissed(verdict, run)],
    ['waivers', 'Restrictions lifted', waived],
    ['made', 'How this was made'],
  ]
  const links = parts.map(([id, name, count]) => {
    const number = count === undefined ? '' : ` <span class="count">${count}</span>`
    return `<li><a href="#${id}">${name}${number}</a></li>`
  })
  return (
    '<header class="top"><p class="house">Portolan</p>' +
    `<nav aria-label="Parts of the report"><ul>${links.join('')}</ul></nav></header>\n`
  )
}
