import type { KnownFinding } from '../../model/known-finding.ts'
import { changeWords } from '../headline.ts'
import { flow, padEnd } from '../text/columns.ts'
import { createPen, SEVERITY_TONES, type Pen } from '../text/pen.ts'
import {
  changesOf,
  sayingOf,
  spotOfKnown,
  type Change,
  type DiffFormat,
  type DiffRun,
} from './diff.ts'
import { diffGateWords } from './gate-words.ts'

// What fits on two screens; a verbose run has no such bounds.
const MOST_ROWS = 40

/** For people at a terminal: what is new, what is gone, what nobody can tell, and the gate. */
export const text: DiffFormat = {
  name: 'text',
  write(run, style, out) {
    const pen = createPen(style)
    for (const line of linesOf(run, pen)) out(`${line.trimEnd()}\n`)
  },
}

function linesOf(run: DiffRun, pen: Pen): readonly string[] {
  const { tool, old, now, counts } = run
  const head = [tool, `${old} -> ${now}`, changeWords(counts)].map(pen.say)
  return [
    ...flow(head, pen.joint, pen.width).map((line) => pen.paint('strong', line)),
    ...changesOf(run).flatMap(([change, findings]) => sectionOf(change, findings, run, pen)),
    '',
    `Gate  ${diffGateWords(run)}`,
  ]
}

const HEADINGS: Readonly<Record<Change, string>> = {
  new: 'New',
  gone: 'Gone',
  same: 'Unchanged',
  'cannot-compare': 'Cannot be compared: nobody looked where they were',
}

function sectionOf(
  change: Change,
  findings: readonly KnownFinding[],
  run: DiffRun,
  pen: Pen,
): readonly string[] {
  // What is as it was is news for whoever asks only.
  if (findings.length === 0 || (change === 'same' && !run.verbose)) return []
  const told = run.verbose ? findings : findings.slice(0, MOST_ROWS)
  const rest = findings.length - told.length
  const heading = pen.paint('strong', HEADINGS[change]) + pen.joint + findings.length
  return [
    '',
    heading,
    ...rowsOf(told, run, pen),
    ...(rest > 0 ? [`  ${rest} more: -v lists all`] : []),
  ]
}

function rowsOf(findings: readonly KnownFinding[], run: DiffRun, pen: Pen): readonly string[] {
  const width = findings.reduce(
    (most, { severity, state }) => Math.max(most, wordOf(state, severity).length),
    0,
  )
  return findings.map((finding) => {
    const { rule, severity, state } = finding
    const word = padEnd(wordOf(state, severity), width)
    const painted = pen.paint(state === 'open' ? SEVERITY_TONES[severity] : 'quiet', word)
    return `  ${pen.say(spotOfKnown(finding))}  ${painted}  ${pen.say(sayingOf(finding, run))}  ${pen.say(rule)}`
  })
}

function wordOf(state: KnownFinding['state'], severity: KnownFinding['severity']): string {
  return state === 'open' ? severity : state.replace('-', ' ')
}
