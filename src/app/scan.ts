import { succeed, type Result } from '../base/result.ts'
import { DEFAULT_INTAKE_LIMITS } from '../intake/limits.ts'
import { readEstate, type EstateRequest } from '../intake/read-estate.ts'
import { readSaved, type Saved } from '../intake/saved/read-saved.ts'
import type { Stop } from '../model/itinerary.ts'
import type { Provider } from '../model/offering.ts'
import type { Profile } from '../model/profile.ts'
import { createScene } from '../model/scene.ts'
import type { Survey } from '../model/survey.ts'
import { NEWEST_KUBERNETES, type KubernetesVersion } from '../model/version.ts'
import type { ComparedRun, Gate } from '../report/report.ts'
import type { Rule } from '../rules/rule.ts'
import { advisoryAges, type AdvisoryAge } from '../verdict/advisory-age.ts'
import { rankByJewels } from '../verdict/jewels.ts'
import { askQuestions, type AskedQuestion } from '../verdict/questions.ts'
import { snapshotOf, type Scope } from '../verdict/snapshot.ts'
import { judgeSurvey, type Verdict } from '../verdict/verdict.ts'
import { askedRules, type JudgingTerms } from './asked-rules.ts'
import { compareRun, scopeOf, type BaselineTerms } from './compare-run.ts'
import { narrowSurvey } from './narrow.ts'
import { EXIT, exitCodeOf, gateOf, type GateTerms } from './outcome.ts'
import { narrowingFlags, type Selection } from './selection.ts'
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
  /** The name of the cluster, for waivers of one; else the configuration's. */
  readonly cluster?: string | undefined
  /** The configuration that was named; else the one that belongs to the working folder counts. */
  readonly configFile?: string | undefined
  /** All that are found when nothing is said. */
  readonly waivers?: WaiverChoice
  /** What charts are rendered with; their defaults when nothing is said. */
  readonly charts?: EstateRequest['charts']
  /** What is known of packages; without it they are not examined. */
  readonly advisories?: EstateRequest['advisories']
  /** What Terraform is evaluated with besides the files that it takes by itself. */
  readonly variableFiles?: EstateRequest['variableFiles']
  /** Connections that are declared to be meant. */
  readonly declared?: EstateRequest['declared']
}

/** How much of standard input is read; what goes beyond it is refused. */
export const MAX_PIPED_BYTES = DEFAULT_INTAKE_LIMITS.maxFileBytes

/** One scan, as it was asked for. */
export interface ScanRequest extends JudgingTerms {
  readonly estate: EstateTerms
  readonly selection: Selection
  readonly gate: GateTerms
  /** What it is compared with, if anything. */
  readonly baseline?: BaselineTerms | undefined
}

/** One scan, done. */
export interface Scan {
  readonly targets: readonly string[]
  /** The flags that narrowed what was judged. */
  readonly narrowedBy: readonly string[]
  readonly verdict: Verdict
  readonly comparison: ComparedRun | undefined
  readonly profile: Profile
  readonly offStops: ReadonlyMap<Stop, string>
  readonly offeringEvidence: readonly string[]
  /** What no manifest can show, as far as it was asked for. */
  readonly questions: readonly AskedQuestion[]
  /** How old the advisories are that speak of packages of the estate. */
  readonly ages: readonly AdvisoryAge[]
  readonly gate: Gate
  readonly exitCode: number
}

/** Reads and judges the estate. Fails for a wrong request only; what could not be read is part of the verdict. */
export function scan(request: ScanRequest): Result<Scan> {
  const rules = askedRules(request.selection, request)
  if (!rules.ok) return rules
  return scanBy(rules.value, request)
}

function circumstancesOf({
  profile = 'restricted',
  offStops = new Map(),
}: ScanRequest): Pick<Scan, 'profile' | 'offStops'> {
  return { profile, offStops }
}

/** Reads the estate and judges it by `rules`, whatever rules the selection names. */
export function scanBy(rules: readonly Rule[], request: ScanRequest): Result<Scan> {
  const baseline = baselineOf(request)
  if (baseline?.ok === false) return baseline
  const leave = leaveOf(request.estate)
  if (!leave.ok) return leave
  const estate = readEstate(estateRequest(request.estate))
  const judged = judgeSurvey(narrowSurvey(estate, request.selection), rules, leave.value)
  const verdict = rankByJewels(judged, request.jewels ?? [])
  const comparison =
    baseline === undefined || request.baseline === undefined
      ? undefined
      : compareRun(baseline.value, request.baseline, snapshotOf(verdict, scopeOfScan(request)))
  const gate = gateOf(verdict, request.gate, comparison)
  return succeed({
    targets: targetsOf(request.estate),
    narrowedBy: narrowingFlags(request.selection),
    verdict,
    comparison,
    ...circumstancesOf(request),
    offeringEvidence: estate.offeringEvidence,
    questions: questionsFor(request, verdict),
    ages: advisoryAges(verdict.scene),
    gate,
    exitCode: exitCodeOf(verdict, gate, request.gate),
  })
}

function baselineOf({ baseline, estate }: ScanRequest): Result<Saved> | undefined {
  return baseline && readSaved(baseline.file, estate.workingFolder)
}

// Who asks for single rules asks no questions; a stop that is off has none.
function questionsFor(
  { selection, answers = [], offStops }: ScanRequest,
  { scene }: Verdict,
): readonly AskedQuestion[] {
  const { rules, stops } = selection
  if (rules.length > 0) return []
  return askQuestions(answers, scene).filter(({ question: { stop } }) =>
    stops.length > 0 ? stops.includes(stop) : offStops?.has(stop) !== true,
  )
}

/** The scan that was ended from outside: nothing is known, and every report of it says so. */
export function interruptedScan(request: ScanRequest): Result<Scan> {
  const rules = askedRules(request.selection, request)
  if (!rules.ok) return rules
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
    comparison: undefined,
    ...circumstancesOf(request),
    offeringEvidence: [],
    questions: [],
    ages: [],
    gate: gateOf(verdict, request.gate, undefined),
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
    charts: terms.charts,
    advisories: terms.advisories,
    variableFiles: terms.variableFiles,
    declared: terms.declared,
  }
}

/** What the request asks to be looked at. */
function scopeOfScan({ estate, selection }: Pick<ScanRequest, 'estate' | 'selection'>): Scope {
  return scopeOf({ ...estate, targets: targetsOf(estate) }, selection)
}

/** What is read: the working folder when nothing was named. */
export function targetsOf({ targets }: Pick<EstateTerms, 'targets'>): readonly string[] {
  return targets.length === 0 ? ['.'] : targets
}
