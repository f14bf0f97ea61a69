import { gateWords } from '../headline.ts'
import type { ReportFormat, Run } from '../report.ts'
import type { Verdict } from '../told.ts'
import { flow } from './columns.ts'
import { datedFacts } from './facts.ts'
import { fileView, isFileView } from './file-view.ts'
import { focusFirst } from './focus.ts'
import { listing } from './listing.ts'
import { answer, ANSWER_COLUMN, header, howBad, sinceBaseline, whoseMove } from './overview.ts'
import { createPen, type Pen } from './pen.ts'
import { openQuestions } from './questions.ts'
import { rendered } from './rendered.ts'
import { stopsTable } from './stops.ts'
import { notExamined } from './unexamined.ts'

/**
 * For people at a terminal. Its first ten lines say how bad it is, whose move it is and what to do first; then come the
 * stops, what was not examined, the findings and the gate. One file alone is told line by line instead.
 */
export const text: ReportFormat = {
  name: 'text',
  needsPages: false,
  write(verdict, run, style, out) {
    const pen = createPen(style)
    const lines = isFileView(verdict, run) ? fileView : overview
    // Trailing spaces are padding that a copied line would carry along.
    for (const line of lines(verdict, run, pen)) out(`${line.trimEnd()}\n`)
  },
}

function overview(verdict: Verdict, run: Run, pen: Pen): readonly string[] {
  return [
    ...header(verdict, run, pen),
    ...howBad(verdict, run, pen),
    ...sinceBaseline(run, pen),
    ...whoseMove(verdict, run, pen),
    ...focusFirst(verdict, run, pen),
    '',
    ...stopsTable(verdict, run, pen),
    ...spaced(rendered(verdict, run, pen)),
    ...spaced([
      ...notExamined(verdict, run, pen),
      ...openQuestions(run, pen),
      ...datedFacts(verdict, pen),
    ]),
    ...listing(verdict, run, pen),
    '',
    ...ending(run, pen),
  ]
}

function ending(run: Run, pen: Pen): readonly string[] {
  const { durationMs } = run
  const time = durationMs === undefined ? [] : [seconds(durationMs)]
  const facts = [gateWords(run), 'read-only, nothing left this machine', ...time]
  return answer('Gate', pen, flow(facts, pen.joint, pen.width - ANSWER_COLUMN))
}

function spaced(lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', ...lines]
}

function seconds(durationMs: number): string {
  return `${(durationMs / 1000).toFixed(durationMs < 1000 ? 2 : 1)} s`
}
