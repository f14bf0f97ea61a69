import { plural } from '../headline.ts'
import type { Run } from '../report.ts'
import type { Verdict } from '../told.ts'
import { wrap } from './columns.ts'
import { groupsOf, rowsOf, type Group, type Row } from './groups.ts'
import type { Pen } from './pen.ts'
import { tellRows } from './rows.ts'
import { sentenceOf } from './words.ts'

// What fits on two screens; a verbose run has no such bounds.
const MOST_GROUPS = 20
const MOST_ROWS = 12

/** The findings that are shown, under the headings of the persona. What is left out is counted at the end. */
export function listing(verdict: Verdict, run: Run, pen: Pen): readonly string[] {
  const findings = verdict.findings.filter(run.shown)
  const groups = groupsOf(findings, run)
  const chosen = (run.verbose ? groups : groups.slice(0, MOST_GROUPS)).map((group) => ({
    group,
    rows: rowsOf(group.findings, run.verbose, run.comparison).slice(
      0,
      run.verbose ? undefined : MOST_ROWS,
    ),
  }))
  const told = chosen.flatMap(({ rows }) => rows).reduce((sum, row) => sum + row.length, 0)
  return [
    ...chosen.flatMap(({ group, rows }) => ['', ...tellGroup(group, rows, run, pen)]),
    ...untold(findings.length - told, verdict.findings.length - findings.length),
  ]
}

/** What was counted but not told: by the limits of a short listing, and by the user's filter. */
export function untold(left: number, filtered: number): readonly string[] {
  const lines = [
    ...(left > 0
      ? [`${plural(left, 'more finding')}: -v lists all, -f json too, --rule and --stop narrow`]
      : []),
    ...(filtered > 0 ? [`${plural(filtered, 'finding')} counted but not shown (--severity)`] : []),
  ]
  return lines.length === 0 ? [] : ['', ...lines]
}

function tellGroup(
  { heading, findings }: Group,
  rows: readonly Row[],
  run: Run,
  pen: Pen,
): readonly string[] {
  const [first] = findings
  const sentence = first === undefined ? undefined : sentenceOf(first.rule, run)
  const prose = sentence === undefined ? [] : wrap(pen.say(sentence), pen.width - 2)
  return [
    pen.paint('strong', pen.say(heading)) + pen.joint + plural(findings.length, 'finding'),
    ...prose.map((line) => `  ${line}`),
    ...tellRows(rows, run, pen),
  ]
}
