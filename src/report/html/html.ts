import type { Stop } from '../../model/itinerary.ts'
import { batch } from '../batch.ts'
import { worstFirst } from '../order.ts'
import type { ReportFormat, Run, Write } from '../report.ts'
import type { Finding, Rule, Verdict } from '../told.ts'
import { colophon } from './colophon.ts'
import { contents } from './contents.ts'
import { course } from './course.ts'
import { explainer } from './explanation.ts'
import { FILTER_SCRIPT } from './filter-script.data.ts'
import { findingsHtml, rulesHtml } from './findings.ts'
import { focusHtml } from './focus.ts'
import { chaptersOf, isByFile, type Chapter } from './groups.ts'
import { answers, cartouche, titleOf } from './head.ts'
import { closePage, openPage } from './page.ts'
import { problemsHtml } from './problems.ts'
import { REPORT_STYLE } from './report-style.ts'
import { ROSE } from './rose.ts'
import { numberRules } from './rule-numbers.ts'
import { sourcesOf } from './sources.ts'
import { unexaminedHtml } from './unexamined.ts'
import { waiversHtml } from './waivers.ts'

/** A browser shows that many without a pause; who has more wants a program for them. */
const MOST_FINDINGS = 10_000

const MAIN = { id: 'main', name: 'the report' }

/**
 * One file for people in a browser: the three answers and the itinerary on the first screen, then what to do, all
 * findings with their explanations, and what was not examined. It loads nothing and needs no script; one that is
 * allowed to run adds filters.
 */
export const html: ReportFormat = {
  name: 'html',
  needsPages: true,
  mostFindings: MOST_FINDINGS,
  write(verdict, run, _, out) {
    const { write, flush } = batch(out)
    const page = {
      title: titleOf(verdict, run),
      skipTo: MAIN,
      style: REPORT_STYLE,
      script: FILTER_SCRIPT,
    }
    write(openPage(page))
    body(verdict, run, write)
    write(closePage(page))
    flush()
  },
}

function body(verdict: Verdict, run: Run, write: Write): void {
  const { findings, problems, scene } = verdict
  const shown = findings.filter(run.shown)
  const listed = worstFirst(shown, run.comparison).slice(0, MOST_FINDINGS)
  const chapters = chaptersOf(listed, verdict, run)
  const rules = rulesOf(listed)
  const told = new Set(rules.map(({ id }) => id))
  write(contents(verdict, run, listed.length))
  write(`<main id="${MAIN.id}">\n<div class="chart">${ROSE}`)
  write(cartouche(verdict, run) + answers(verdict, run))
  write(`${course(verdict, run, linkTo(chapters, listed))}</div>\n`)
  write(problemsHtml(problems))
  write(`${focusHtml(verdict, run, (id) => told.has(id))}\n`)
  const left = { filtered: findings.length - shown.length, left: shown.length - listed.length }
  const sources = sourcesOf(rules)
  const { offering } = scene
  const parties = new Map(listed.map(({ rule, duty }) => [rule.id, duty]))
  const room = roomFor(listed.length, run)
  const explain = explainer({ rules, offering, parties, sources, room }, run)
  const page = { run, explain, numbers: numberRules(rules) }
  findingsHtml({ chapters, ...left }, page, write)
  if (isByFile(run)) rulesHtml({ rules, parties }, page, write)
  write(sources.list)
  unexaminedHtml(verdict, run, write)
  write(waiversHtml(verdict, new Set(listed)))
  write('</main>\n')
  write(colophon(verdict, run))
}

// A page of five thousand findings is to stay below 1.5 MB, whatever rules it tells. What a row has as a rule was
// measured with copies of examples/harbour; the page around rows and explanations has some 110 kB.
function roomFor(findings: number, run: Run): number {
  const rowBytes = isByFile(run) ? 210 : 160
  return Math.max(250_000, 1_380_000 - rowBytes * findings)
}

// To the chapter of a stop; where the chapters are others, to all findings.
function linkTo(
  chapters: readonly Chapter[],
  listed: readonly Finding[],
): (stop: Stop) => string | undefined {
  const ids = new Set(chapters.map(({ id }) => id))
  const stops = new Set(listed.map(({ stop }) => stop))
  return (stop) => {
    if (!stops.has(stop)) return undefined
    return ids.has(`of-${stop}`) ? `of-${stop}` : 'findings'
  }
}

function rulesOf(findings: readonly Finding[]): readonly Rule[] {
  return [...new Set(findings.map(({ rule }) => rule))]
}
