import { fail, succeed, type Result } from '../base/result.ts'
import { DEFAULT_INTAKE_LIMITS } from '../intake/limits.ts'
import { readEstate, type EstateRequest } from '../intake/read-estate.ts'
import type { Provider } from '../model/offering.ts'
import { createScene } from '../model/scene.ts'
import type { Survey } from '../model/survey.ts'
import { NEWEST_KUBERNETES, type KubernetesVersion } from '../model/version.ts'
import type { Gate } from '../report/report.ts'
import type { Rule } from '../rules/rule.ts'
import { judgeSurvey, type Verdict } from '../verdict/verdict.ts'
import { narrowSurvey } from './narrow.ts'
import { EXIT, exitCodeOf, gateOf, type GateTerms } from './outcome.ts'
import { narrowingFlags, selectRules, type Selection } from './selection.ts'
import { leaveOf, type WaiverChoice } from './waivers.ts'

/** What is looked at, and by what it is measured. */
export interface EstateTerms {
  /** Files, folders or `-`; the working folder when there are none. */
  readonly targets: readonly string[]
  /** Absolute. */
  readonly workingFolder: string
  /** In gitignore syntax. */
  readonly skipPaths: readonly string[]
  readonly readStdin: () => Uint8Array
  readonly kubernetes: KubernetesVersion | undefined
  readonly provider: Provider | undefined
  /** ISO 8601. */
  readonly today: string
  /** All that are found when nothing is said. */
  readonly waivers?: WaiverChoice
}

/** How much of standard input is read; what goes beyond it is refused. */
export const MAX_PIPED_BYTES = DEFAULT_INTAKE_LIMITS.maxFileBytes

/** One scan, as it was asked for. */
export interface ScanRequest {
  readonly estate: EstateTerms
  readonly selection: Selection
  readonly gate: GateTerms
}

/** One scan, done. */
export interface Scan {
  readonly targets: readonly string[]
  /** The flags that narrowed what was judged. */
  readonly narrowedBy: readonly string[]
  readonly verdict: Verdict
  readonly offeringEvidence: readonly string[]
  readonly gate: Gate
  readonly exitCode: number
}

/** Reads and judges the estate. Fails for a wrong request only; what could not be read is part of the verdict. */
export function scan(request: ScanRequest): Result<Scan> {
  const rules = selectRules(request.selection)
  return rules.ok ? scanBy(rules.value, request) : rules
}

/** Reads the estate and judges it by `rules`, whatever rules the selection names. */
export function scanBy(rules: readonly Rule[], request: ScanRequest): Result<Scan> {
  const leave = leaveOf(request.estate)
  if (!leave.ok) return leave
  const estate = readEstate(estateRequest(request.estate))
  const verdict = judgeSurvey(narrowSurvey(estate, request.selection), rules, leave.value)
  const gate = gateOf(verdict, request.gate.failOn)
  return succeed({
    targets: targetsOf(request.estate),
    narrowedBy: narrowingFlags(request.selection),
    verdict,
    offeringEvidence: estate.offeringEvidence,
    gate,
    exitCode: exitCodeOf(verdict, gate, request.gate),
  })
}

/** The scan that was ended from outside: nothing is known, and every report of it says so. */
export function interruptedScan(request: ScanRequest): Result<Scan> {
  const rules = selectRules(request.selection)
  if (!rules.ok) return fail(rules.fault)
  const targets = targetsOf(request.estate)
  const { kubernetes, offering, today } = estateRequest(request.estate)
  const survey: Survey = {
    scene: createScene([], { kubernetes, offering: offering ?? 'none', today }),
    coverage: [
      {
        what: 'targets',
        asked: targets.length,
        examined: 0,
        reasons: [{ why: 'interrupted', count: targets.length }],
      },
    ],
    faults: [
      {
        code: 'INTERRUPTED',
        at: targets.join(' '),
        message: 'The scan was interrupted before it was finished, so nothing was examined.',
        remedy: 'Run it again; fewer files at a time take less long.',
      },
    ],
  }
  const verdict = judgeSurvey(survey, rules.value)
  return succeed({
    targets,
    narrowedBy: narrowingFlags(request.selection),
    verdict,
    offeringEvidence: [],
    gate: gateOf(verdict, request.gate.failOn),
    exitCode: EXIT.interrupted,
  })
}

/** What intake is asked for. */
export function estateRequest(terms: EstateTerms): EstateRequest {
  const { workingFolder, skipPaths, readStdin, kubernetes, provider, today } = terms
  return {
    targets: targetsOf(terms),
    workingFolder,
    skipPaths,
    readStdin,
    kubernetes: kubernetes ?? NEWEST_KUBERNETES,
    offering: provider,
    today,
  }
}

function targetsOf({ targets }: EstateTerms): readonly string[] {
  return targets.length === 0 ? ['.'] : targets
}
