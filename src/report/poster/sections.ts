import type { Persona } from '../../model/itinerary.ts'
import { markup, text } from '../html/escape.ts'
import { inline } from '../html/prose.ts'
import { severityMark, stateMark } from '../html/words.ts'
import type { FirstAction, Move, Poster, PosterCommand, Restriction } from './poster.ts'
import { STATE_MEANINGS } from './words.ts'

/** The restrictions: what to apply, what that restricts, how to lift it. */
export function restrictions(poster: Poster): string {
  const list = poster.restrictions
  return `<section class="restrictions" aria-labelledby="restrictions-title">
<h2 id="restrictions-title">${COUNTS[list.length] ?? list.length} restrictions, and how to lift them</h2>
<ol class="cards">
${list.map((restriction, at) => card(restriction, at, poster)).join('\n')}
</ol>
</section>
`
}

const COUNTS: Readonly<Record<number, string>> = { 10: 'Ten' }

function card(restriction: Restriction, at: number, { persona }: Poster): string {
  const { title, severity, standing, owner, command } = restriction
  const mark =
    standing === undefined
      ? `${severityMark(severity)} at worst`
      : `${stateMark(standing.state)} <span class="count">${markup(standing.words)}</span>`
  return `<li class="card">
<h3><span class="number">${at + 1}</span> ${markup(title)}</h3>
<p class="standing">${mark}</p>
${opening(restriction, persona)}
<p><b>Restricts</b> ${inline(restriction.restricts)}</p>
<p><b>Lift</b> ${inline(restriction.lift)}</p>
<p class="foot"><span class="owner">${markup(owner)}</span> <code>${text(command)}</code></p>
</li>`
}

// Who decides is told why first, who builds what to do; who watches is told how it is used.
function opening({ lead, apply }: Restriction, persona: Persona): string {
  if (lead === undefined) return `<p class="strong">${inline(apply)}</p>`
  return persona === 'analyst'
    ? `<p class="strong">${inline(apply)}</p>\n<p><b>Against you</b> ${inline(lead)}</p>`
    : `<p class="strong">${inline(lead)}</p>\n<p><b>Apply</b> ${inline(apply)}</p>`
}

/** What stands beside the restrictions: what to do first, whose move it is, what to type. */
export function margin({ estate, moves, commands }: Poster): string {
  return `<div class="margin">
${estate === undefined ? '' : first(estate.first)}${whoseMove(moves)}${toType(commands)}${estate === undefined ? meanings() : ''}</div>
`
}

/** The topics in the order in which they concern the persona. */
export function topics({ nearness }: Poster): string {
  const rows = nearness.map(
    ({ title, topics: names }) =>
      `<div><dt>${title}</dt> <dd>${names.map(markup).join(' · ')}</dd></div>`,
  )
  return `<section class="topics" aria-labelledby="topics-title">
<h2 id="topics-title">Your topics</h2>
<dl>${rows.join('\n')}</dl>
</section>
`
}

function first(actions: readonly FirstAction[]): string {
  if (actions.length === 0) return ''
  const items = actions.map(
    ({ title, severity, closes, owner, command }) =>
      `<li>${severityMark(severity)} <b>${markup(title)}</b> ` +
      `<span class="count">closes ${closes} · ${markup(owner)}</span> <code>${text(command)}</code></li>`,
  )
  return part('first', 'What first', `<ol class="first">${items.join('\n')}</ol>`)
}

function whoseMove(moves: readonly Move[]): string {
  const rows = moves.map(
    ({ party, what }) => `<div><dt>${markup(party)}</dt><dd>${markup(what)}</dd></div>`,
  )
  return part('moves', 'Whose move', `<dl>${rows.join('\n')}</dl>`)
}

function toType(commands: readonly PosterCommand[]): string {
  const rows = commands.map(
    ({ line, tells }) => `<div><dt><code>${text(line)}</code></dt><dd>${markup(tells)}</dd></div>`,
  )
  return part('commands', 'What to type', `<dl class="commands">${rows.join('\n')}</dl>`)
}

// An estate's poster shows the words at work and has no room to spare.
function meanings(): string {
  const rows = STATE_MEANINGS.map(
    ([state, meaning]) => `<div><dt>${stateMark(state)}</dt><dd>${meaning}</dd></div>`,
  )
  return part('meanings', 'What the words say', `<dl>${rows.join('\n')}</dl>`)
}

function part(id: string, title: string, body: string): string {
  return `<section class="part" aria-labelledby="${id}-title">
<h2 id="${id}-title">${title}</h2>
${body}
</section>
`
}
