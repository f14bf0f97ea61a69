import { SEVERITIES, type Severity } from '../model/itinerary.ts'
import type { ComparedRun, Gate } from '../report/report.ts'
import { atOrAbove, countOpen } from '../verdict/stops.ts'
import { isIncomplete, type Verdict } from '../verdict/verdict.ts'

/** What a run's exit code depends on besides the verdict. */
export interface GateTerms {
  readonly failOn: Gate['failOn']
  /** The code of a failed gate. */
  readonly exitCode: number
  /** The percentage of what was asked that must have been examined. */
  readonly coverageMin: number
}

/** The exit codes; docs/cli.md tells what each means. */
export const EXIT = {
  fine: 0,
  gateFailed: 1,
  wrongUse: 2,
  incomplete: 3,
  dataMissing: 4,
  interrupted: 130,
} as const

/** How the verdict stands at the gate. What is shown plays no part; what is known only where new ones alone count. */
export function gateOf(
  { findings }: Verdict,
  failOn: Gate['failOn'],
  comparison: ComparedRun | undefined,
): Gate {
  const floor = floorOf(failOn)
  const newOnly = comparison?.newOnly ?? false
  const counted = newOnly ? findings.filter((finding) => comparison?.isNew(finding)) : findings
  const failed = floor === undefined ? 0 : atOrAbove(countOpen(counted), floor)
  return { failOn, newOnly, failed }
}

/** The severity that a word for one means; undefined for `never`. */
export function floorOf(word: Gate['failOn']): Severity | undefined {
  if (word === 'never') return undefined
  return word === 'urgent' ? 'critical' : word
}

/** Whether `severity` is `floor` or worse. */
export function isAtLeastAsBad(severity: Severity, floor: Severity): boolean {
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(floor)
}

/** The exit code of a judged estate. A failed gate outranks a hole in what was examined; fine takes both being well. */
export function exitCodeOf(verdict: Verdict, { failed }: Gate, terms: GateTerms): number {
  if (failed > 0 && terms.exitCode !== EXIT.fine) return terms.exitCode
  return isEnough(verdict, terms.coverageMin) ? EXIT.fine : EXIT.incomplete
}

// Whoever settles for less than all has said that faults are to be expected.
function isEnough(verdict: Verdict, coverageMin: number): boolean {
  if (verdict.scene.resources.length === 0) return false
  if (coverageMin >= ALL) return !isIncomplete(verdict)
  return verdict.coverage.every(
    ({ asked, examined }) => asked === 0 || (ALL * examined) / asked >= coverageMin,
  )
}

const ALL = 100
