import {
  changeWords,
  circumstances,
  examinedWords,
  gateWords,
  movesOf,
  openWords,
  overallState,
} from '../headline.ts'
import { actionsFor } from '../order.ts'
import type { Run } from '../report.ts'
import { firstActions, promise } from '../text/focus.ts'
import type { Verdict } from '../told.ts'
import { isolated, text } from './escape.ts'
import { bar, stateMark } from './words.ts'

/** The title of the page: the state comes first, as a tab shows no more. */
export function titleOf({ stops }: Verdict, { targets }: Run): string {
  return `${overallState(stops)}: ${targets.join(' ')} · Portolan`
}

/** What was judged, on which day and by what. */
export function cartouche(verdict: Verdict, run: Run): string {
  const { today } = verdict.scene
  const targets = run.targets.map(isolated).join(' <span class="muted">and</span> ')
  const reader = run.persona === undefined ? '' : ` · for the ${run.persona}`
  const facts = circumstances(verdict, run).map(isolated).join(' · ')
  return (
    `<div class="title"><p class="house">Chart of a Kubernetes estate${reader}</p>` +
    `<h1>${targets}</h1><p class="muted">Judged on <time>${today}</time> · ${facts}</p></div>`
  )
}

/** The three answers: how bad it is, what to do first, whose move it is. */
export function answers(verdict: Verdict, run: Run): string {
  return (
    '<div class="answers">' +
    answer('bad', 'How bad is it?', howBad(verdict, run)) +
    answer('first', 'What first?', whatFirst(verdict, run)) +
    answer('move', 'Whose move?', whoseMove(verdict)) +
    '</div>'
  )
}

function answer(id: string, question: string, body: string): string {
  return `<section aria-labelledby="${id}"><h2 id="${id}">${question}</h2>${body}</section>`
}

function howBad(verdict: Verdict, run: Run): string {
  const { comparison } = run
  const since =
    comparison === undefined
      ? ''
      : `<p>Since ${isolated(comparison.file)}: ${changeWords(comparison.counts)}</p>`
  return (
    `<p class="state">${stateMark(overallState(verdict.stops))}</p>` +
    `<p>${openWords(verdict).join(' · ')}</p><p>${examinedWords(verdict)}</p>${since}` +
    `<p class="muted">Gate ${text(gateWords(run))}</p>`
  )
}

function whatFirst(verdict: Verdict, run: Run): string {
  const first = firstActions(actionsFor(verdict, run)).slice(0, 3)
  const lines = first.map(
    ({ rule, title }) => `<li><a href="#do-${rule.id}">${text(title)}</a></li>`,
  )
  const list = lines.length === 0 ? '' : `<ol>${lines.join('')}</ol>`
  const words = promise(verdict, first)
  return `<p>${words.charAt(0).toUpperCase()}${words.slice(1)}.</p>${list}`
}

function whoseMove(verdict: Verdict): string {
  const moves = movesOf(verdict)
  const most = Math.max(...moves.map(([, count]) => count))
  const rows = moves.map(
    ([party, count]) =>
      `<div><dt>${party}</dt><dd>${bar(count, most)}<span>${count}</span></dd></div>`,
  )
  return `<dl class="moves">${rows.join('')}</dl>`
}
