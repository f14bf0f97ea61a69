import { plural } from '../headline.ts'
import type { Run } from '../report.ts'
import type { Verdict } from '../told.ts'
import { wrap } from './columns.ts'
import { groupsOf, readsFiles, rowsOf, type Group, type Row } from './groups.ts'
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
  const facts = [plural(findings.length, 'finding'), ...ownersOf(findings, run)]
  return [
    [pen.paint('strong', pen.say(heading)), ...facts].join(pen.joint),
    ...wrap(pen.say(remark(findings, run)), pen.width - 2).map((line) => `  ${line}`),
    ...tellRows(rows, run, pen),
  ]
}

// A file has findings of many, a rule or topic of those who answer for it.
function ownersOf(findings: Group['findings'], { persona }: Run): readonly string[] {
  return readsFiles(persona) ? [] : [...new Set(findings.map(({ duty }) => duty))]
}

// What the findings mean to the boss or the user; to the architect, where the standard is written.
function remark([first]: Group['findings'], run: Run): string {
  if (first === undefined) return ''
  if (run.persona === 'architect') return `portolan guide ${first.rule.topic}`
  return sentenceOf(first.rule, run) ?? ''
}
