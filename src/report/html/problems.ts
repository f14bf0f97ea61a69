import type { Share } from '../../verdict/problems.ts'
import { text } from './escape.ts'
import { bar, stateMark } from './words.ts'

/** The four commonest problems as counted shares. What nobody looked at says so. */
export function problemsHtml(problems: readonly Share[]): string {
  const cards = problems.map((share) => `<li><h3>${text(share.title)}</h3>${shareHtml(share)}</li>`)
  return (
    '<section aria-labelledby="problems"><h2 id="problems">The four commonest problems</h2>' +
    `<ul class="shares">${cards.join('')}</ul></section>`
  )
}

function shareHtml({ bad, all, what }: Share): string {
  if (all === undefined) return `<p>${stateMark('Not examined')}</p>`
  const count = bad ?? 0
  return `<p><b>${count}</b> of ${all}</p>${bar(count, all)}<p class="muted">${text(what)}</p>`
}
