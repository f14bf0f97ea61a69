import { targetWords } from '../command.ts'
import { changeWords, gateWords, openWords, plural } from '../headline.ts'
import type { Run } from '../report.ts'
import { positionOf } from '../spots.ts'
import { isFixable, type Verdict } from '../told.ts'
import { flow } from './columns.ts'
import { readsFiles, rowsOf } from './groups.ts'
import { untold } from './listing.ts'
import type { Pen } from './pen.ts'
import { tellRows } from './rows.ts'
import { tellFaults } from './unexamined.ts'

// More findings than this in one file need the overview to be understood.
const MOST_FINDINGS = 60

/** Whether one file alone was scanned, for a reader of files, and its findings can be read one by one. */
export function isFileView(verdict: Verdict, { targets, persona }: Run): boolean {
  const [target, ...others] = targets
  if (target === undefined || others.length > 0 || !readsFiles(persona)) return false
  const files = new Set(verdict.scene.resources.map(({ document }) => document.source.file))
  const [file, ...more] = files
  return (
    file !== undefined &&
    more.length === 0 &&
    (target === '-' || isSame(target, file)) &&
    verdict.findings.length <= MOST_FINDINGS
  )
}

/** One file: its findings line by line, what could not be read of it, and one line that sums up. */
export function fileView(verdict: Verdict, run: Run, pen: Pen): readonly string[] {
  const { scene, findings, faults } = verdict
  const shown = findings.filter(run.shown).toSorted((a, b) => offset(a.place) - offset(b.place))
  const file = scene.resources[0]?.document.source.file ?? ''
  return [
    pen.paint('strong', pen.say(file)),
    ...(findings.length === 0 ? [`  ${nothingFound(faults.length > 0)}`] : []),
    ...tellRows(rowsOf(shown, true), run, pen),
    ...tellFaults(faults, run, pen),
    ...untold(0, findings.length - shown.length),
    ...flow(summary(verdict, run).map(pen.say), pen.joint, pen.width),
  ]
}

function summary(verdict: Verdict, run: Run): readonly string[] {
  const { scene, findings, faults } = verdict
  return [
    openWords(verdict).join(', '),
    ...(run.comparison === undefined ? [] : [changeWords(run.comparison.counts)]),
    `1 file, ${plural(scene.resources.length, 'object')}, ${faults.length} unreadable`,
    `gate ${gateWords(run)}`,
    ...(findings.some((finding) => finding.state !== 'waived' && isFixable(finding)) &&
    !run.targets.includes('-')
      ? [['portolan fix', ...targetWords(run.targets)].join(' ')]
      : []),
  ]
}

function nothingFound(isIncomplete: boolean): string {
  return isIncomplete ? 'Nothing found in what could be read.' : 'Nothing found.'
}

// Targets are as typed, files relative to the working folder.
function isSame(target: string, file: string): boolean {
  const plain = target.replace(/^(?:\.\/)+/, '')
  return plain === file || plain.endsWith(`/${file}`)
}

function offset(place: Parameters<typeof positionOf>[0]): number {
  const { line, column } = positionOf(place)
  return line * 1_000_000 + column
}
