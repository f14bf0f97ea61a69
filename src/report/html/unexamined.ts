import type { Fault } from '../../base/fault.ts'
import type { Coverage } from '../../model/coverage.ts'
import { STOP_TITLES } from '../../model/itinerary.ts'
import { plural } from '../headline.ts'
import type { Run, Write } from '../report.ts'
import { worstOf } from '../text/stops.ts'
import { missedWords } from '../text/unexamined.ts'
import type { Verdict } from '../told.ts'
import { isolated, text } from './escape.ts'
import { stateMark } from './words.ts'

// A folder of foreign files may hold any number of them; the first show what kind of fault it is.
const MOST_FAULTS = 1500

/** What was not examined, and why, with what to do about it; then what was asked for and what was looked at. */
export function unexaminedHtml(verdict: Verdict, run: Run, out: Write): void {
  const { coverage, faults } = verdict
  const missed = missedLines(verdict, run)
  out('<section aria-labelledby="unexamined"><h2 id="unexamined">Not examined</h2>\n')
  out(
    missed.length === 0 && faults.length === 0
      ? '<p>Everything that was asked for was examined.</p>\n'
      : '<p>Nothing here may be taken for clean.</p>\n',
  )
  if (missed.length > 0) out(`<ul class="missed">${missed.join('')}</ul>\n`)
  if (faults.length > 0) faultList(faults, out)
  out(coverageTable(coverage))
  out('</section>\n')
}

/** How many lines tell of what was not examined. */
export function countMissed(verdict: Verdict, run: Run): number {
  return missedLines(verdict, run).length + verdict.faults.length
}

function missedLines(verdict: Verdict, run: Run): readonly string[] {
  const { stops, findings } = verdict
  const unclear = findings.filter(({ state }) => state === 'cannot-tell').length
  const unseen = stops.filter(({ state }) => state === 'Not examined')
  return [
    ...unseen.map(
      (stop) =>
        `<li>${STOP_TITLES[stop.stop]}: ${stateMark('Not examined')}, ${text(worstOf(stop, verdict, run))}</li>`,
    ),
    ...missedWords(verdict).map((words) => `<li>${isolated(words)}.</li>`),
    ...(unclear > 0
      ? [`<li>${plural(unclear, 'finding')} cannot be told from what is written.</li>`]
      : []),
  ]
}

function faultList(faults: readonly Fault[], out: Write): void {
  out(`<h3>${plural(faults.length, 'fault')}</h3><ul class="faults">\n`)
  for (const { at, message, remedy, code } of faults.slice(0, MOST_FAULTS)) {
    out(
      `<li><code>${isolated(at)}</code><p>${isolated(message)} <b>${isolated(remedy)}</b>` +
        ` <span class="muted">${code}</span></p></li>\n`,
    )
  }
  out('</ul>\n')
  const left = faults.length - MOST_FAULTS
  if (left > 0) out(`<p>And ${left} more: portolan scan -f json has all.</p>\n`)
}

function coverageTable(coverage: readonly Coverage[]): string {
  if (coverage.length === 0) return ''
  const rows = coverage.map(({ what, asked, examined, reasons }) => {
    const why = reasons.map(({ why: reason, count }) => `${count} ${isolated(reason)}`).join(', ')
    return `<tr><th scope="row">${text(what)}</th><td>${asked}</td><td>${examined}</td><td>${why}</td></tr>`
  })
  return (
    '<h3 id="coverage">Coverage</h3><section class="wide" aria-labelledby="coverage" tabindex="0"><table><thead><tr>' +
    '<th scope="col">what</th><th scope="col">asked</th><th scope="col">examined</th>' +
    `<th scope="col">why not the rest</th></tr></thead><tbody>${rows.join('')}</tbody></table></section>\n`
  )
}
