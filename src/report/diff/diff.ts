import type { Fault } from '../../base/fault.ts'
import { SEVERITIES } from '../../model/itinerary.ts'
import type { KnownFinding } from '../../model/known-finding.ts'
import type { Comparison } from '../../verdict/comparison.ts'
import type { ChangeCounts, Gate, Style, Write } from '../report.ts'

/** Two runs compared, with what reports tell of it. */
export interface DiffRun {
  /** Name and version for people: `Portolan 0.1.0`. */
  readonly tool: string
  readonly version: string
  /** The two sides, as the user typed them. */
  readonly old: string
  readonly now: string
  readonly comparison: Comparison
  readonly counts: ChangeCounts
  /** What could not be read of either side. */
  readonly faults: readonly Fault[]
  readonly gate: Gate
  readonly exitCode: number
  readonly verbose: boolean
  /** What a rule asks for, where its message is not known. */
  readonly titleOf: (rule: string) => string
}

/** One way to tell a comparison. */
export interface DiffFormat {
  readonly name: string
  readonly write: (run: DiffRun, style: Style, out: Write) => void
}

/** What became of a finding. */
export type Change = 'new' | 'gone' | 'same' | 'cannot-compare'

/** The findings of each kind of change, what matters most first. */
export function changesOf({
  comparison,
}: DiffRun): readonly (readonly [Change, readonly KnownFinding[]])[] {
  const { fresh, gone, same, unknown } = comparison
  return [
    ['new', worstFirst(fresh)],
    ['gone', worstFirst(gone)],
    ['cannot-compare', worstFirst(unknown)],
    ['same', worstFirst(same)],
  ]
}

function worstFirst(findings: readonly KnownFinding[]): readonly KnownFinding[] {
  const rank = ({ severity }: KnownFinding): number => SEVERITIES.indexOf(severity)
  return findings.toSorted((a, b) => rank(a) - rank(b))
}

/** Where a finding stands: with line and column where they are known. */
export function spotOfKnown({ file, detail }: KnownFinding): string {
  return detail === undefined ? file : `${file}:${detail.line}:${detail.column}`
}

/** What a finding says: its message, or what its rule asks for. */
export function sayingOf({ rule, detail }: KnownFinding, { titleOf }: DiffRun): string {
  return detail?.message ?? titleOf(rule)
}
