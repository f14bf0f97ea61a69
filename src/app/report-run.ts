import type { Persona } from '../model/itinerary.ts'
import type { RulePage } from '../model/rule-page.ts'
import { TOOL_NAME, type Run } from '../report/report.ts'
import { topicOf } from '../rules/topics.ts'
import { countQuestions } from '../verdict/questions.ts'
import { floorOf, isAtLeastAsBad } from './outcome.ts'
import type { OwnerOf } from './owners.ts'
import type { Scan } from './scan.ts'

/** How a scan is shown. Nothing of it changes what is judged or the exit code. */
export interface Showing {
  readonly version: string
  readonly persona: Persona | undefined
  /** Findings below it are counted, not listed. */
  readonly severity: Exclude<Run['gate']['failOn'], 'never'> | undefined
  readonly verbose: boolean
  readonly durationMs: number
  readonly ownerOf?: OwnerOf
  readonly pages: ReadonlyMap<string, RulePage> | undefined
}

/** What reports tell of a scan besides its verdict. */
export function reportRun(scan: Scan, showing: Showing): Run {
  const { version, persona, severity, verbose, durationMs, pages } = showing
  const floor = severity === undefined ? undefined : floorOf(severity)
  return {
    tool: `${TOOL_NAME} ${version}`,
    version,
    targets: scan.targets,
    selection: scan.narrowedBy,
    persona,
    gate: scan.gate,
    comparison: scan.comparison,
    ownerOf: showing.ownerOf ?? (() => undefined),
    profile: scan.profile,
    offStops: scan.offStops,
    exitCode: scan.exitCode,
    durationMs,
    shown: (finding) => floor === undefined || isAtLeastAsBad(finding.severity, floor),
    verbose,
    pages,
    offeringEvidence: scan.offeringEvidence,
    questions: countQuestions(scan.questions),
    topicOf,
  }
}
