import { isolated, markup, text } from '../html/escape.ts'
import { closePage, openPage } from '../html/page.ts'
import { stateMark } from '../html/words.ts'
import { clip } from '../printable.ts'
import { chart } from './chart.ts'
import type { Poster, PosterEstate } from './poster.ts'
import { margin, restrictions, topics } from './sections.ts'
import { POSTER_STYLE } from './style.ts'
import { STATE_MEANINGS } from './words.ts'

/** A poster as one page of HTML that needs no script and loads nothing; printed, it is one sheet of paper. */
export function posterHtml(poster: Poster): string {
  const title = `${poster.persona}: the itinerary on one page`
  const page = {
    title: `Portolan for the ${title}`,
    skipTo: { id: 'poster', name: 'the poster' },
    style: POSTER_STYLE,
  }
  return `${openPage(page)}<main id="poster" class="sheet${hasRoom(poster) ? ' roomy' : ''}">
${head(poster)}${chart(poster.legs)}<div class="columns">
${restrictions(poster)}${margin(poster)}</div>
${topics(poster)}${foot(poster)}</main>
${closePage({})}`
}

// Where nobody has to be told why, there is room for larger type.
function hasRoom({ restrictions: told }: Poster): boolean {
  return told.every(({ lead }) => lead === undefined)
}

function head({ persona, question, estate }: Poster): string {
  return `<header>
<div>
<h1>For the ${persona} <span class="kicker">from the Cloud to your code</span></h1>
<p class="question">${markup(question)}</p>
</div>
${estate === undefined ? general(persona) : standing(estate)}</header>
`
}

function general(persona: string): string {
  return `<div class="estate">
<p>Restrictive first, lifted where there is a reason, an owner and a date.</p>
<p class="facts"><code>portolan poster --persona ${persona} deploy</code> adds how an estate stands.</p>
</div>
`
}

// A longer one would take room that the restrictions need.
const LONGEST_TARGET = 60

function standing({ state, facts, open, gap }: PosterEstate): string {
  const [target = '', ...more] = facts
  const warning = gap === undefined ? '' : `\n<p class="gap">${text(gap)}</p>`
  return `<div class="estate">
<p class="overall">${stateMark(state)}</p>
<p>${open.map(text).join(' · ')}</p>
<p class="facts">${[isolated(clip(target, LONGEST_TARGET)), ...more.map(text)].join(' · ')}</p>${warning}
</div>
`
}

function foot({ tool, estate }: Poster): string {
  const key =
    estate === undefined
      ? 'Severities are the worst a topic can come to.'
      : STATE_MEANINGS.map(([state]) => stateMark(state)).join(' ')
  return `<footer>
<p>${key}</p>
<p>${text(tool)} · read-only, nothing leaves your machine</p>
</footer>
`
}
