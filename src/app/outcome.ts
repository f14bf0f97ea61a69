import { SEVERITIES, type Severity, type Stop } from '../model/itinerary.ts'
import type { ComparedRun, Gate } from '../report/report.ts'
import { advisoryAges } from '../verdict/advisory-age.ts'
import { isIncomplete, type Verdict } from '../verdict/verdict.ts'

/** What a run's exit code depends on besides the verdict. */
export interface GateTerms {
  readonly failOn: Gate['failOn']
  /** The gates of stops that have their own. */
  readonly byStop?: ReadonlyMap<Stop, Gate['failOn']>
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
  { failOn, byStop }: Pick<GateTerms, 'failOn' | 'byStop'>,
  comparison: ComparedRun | undefined,
): Gate {
  const newOnly = comparison?.newOnly ?? false
  const failing = findings.filter((finding) => {
    const floor = floorOf(byStop?.get(finding.stop) ?? failOn)
    const counts = finding.state === 'open' && (!newOnly || comparison?.isNew(finding) === true)
    return counts && floor !== undefined && isAtLeastAsBad(finding.severity, floor)
  })
  return { failOn, newOnly, failed: failing.length, ...(byStop && byStop.size > 0 && { byStop }) }
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

/**
 * The exit code of a judged estate. A failed gate outranks a hole in what was examined, and that outranks advisories that
 * are too old; fine takes all being well.
 */
export function exitCodeOf(verdict: Verdict, { failed }: Gate, terms: GateTerms): number {
  if (failed > 0 && terms.exitCode !== EXIT.fine) return terms.exitCode
  if (!isEnough(verdict, terms.coverageMin)) return EXIT.incomplete
  return advisoryAges(verdict.scene).some(({ state }) => state === 'stale')
    ? EXIT.dataMissing
    : EXIT.fine
}

// Whoever settles for less than all has said that faults are to be expected.
function isEnough(verdict: Verdict, coverageMin: number): boolean {
  if (verdict.scene.resources.length === 0) return false
  if (coverageMin >= ALL) return !isIncomplete(verdict)
  return verdict.coverage.every(
    ({ asked, examined, isSpare }) =>
      isSpare === true || asked === 0 || (ALL * examined) / asked >= coverageMin,
  )
}

const ALL = 100
