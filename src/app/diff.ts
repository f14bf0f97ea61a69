import { join, relative, resolve } from 'node:path'
import type { Fault } from '../base/fault.ts'
import { fail, succeed, type Result } from '../base/result.ts'
import { readEstate } from '../intake/read-estate.ts'
import { isSaved, readSaved, type Saved } from '../intake/saved/read-saved.ts'
import { isWithin } from '../intake/targets.ts'
import { knownKey, type KnownFinding } from '../model/known-finding.ts'
import type { DiffRun } from '../report/diff/diff.ts'
import { TOOL_NAME, type Gate } from '../report/report.ts'
import { CATALOGUE, ruleOf } from '../rules/catalogue.ts'
import { stopOf } from '../rules/topics.ts'
import { compare, type Snapshot } from '../verdict/comparison.ts'
import { snapshotOf } from '../verdict/snapshot.ts'
import { isIncomplete, judgeSurvey } from '../verdict/verdict.ts'
import { withoutStops, type JudgingTerms } from './asked-rules.ts'
import { countsOf, scopeOf } from './compare-run.ts'
import { EXIT, floorOf, isAtLeastAsBad, type GateTerms } from './outcome.ts'
import { rulesUnder } from './profile.ts'
import { estateRequest, type EstateTerms } from './scan.ts'
import { leaveOf } from './waivers.ts'

/** One comparison, as it was asked for. */
export interface DiffRequest extends JudgingTerms {
  /** A folder, a file, `-`, a baseline or a JSON report, each as the user typed it. */
  readonly old: string
  readonly now: string
  readonly estate: Omit<EstateTerms, 'targets'>
  readonly gate: Pick<GateTerms, 'failOn' | 'byStop'>
}

/** Compares the two sides. Fails when one of them is not there or cannot be compared with. */
export function diff(
  request: DiffRequest,
  { version, verbose }: Pick<DiffRun, 'version' | 'verbose'>,
): Result<DiffRun> {
  const old = sideOf(request.old, request)
  if (!old.ok) return old
  const now = sideOf(request.now, request)
  if (!now.ok) return now
  const [before, after] = alike(request, old.value, now.value)
  const comparison = compare(before, {
    ...nowFor(request, old.value, now.value),
    findings: after,
  })
  const gate = gateOf(comparison.fresh, request.gate)
  return succeed({
    tool: `${TOOL_NAME} ${version}`,
    version,
    old: request.old,
    now: request.now,
    comparison,
    counts: countsOf(comparison),
    faults: [...old.value.faults, ...now.value.faults],
    gate,
    exitCode: exitCodeOf(gate, now.value.isWhole && comparison.unknown.length === 0),
    verbose,
    titleOf: (id) => ruleOf(id)?.title ?? id,
  })
}

interface Side {
  readonly kind: 'saved' | 'estate'
  readonly snapshot: Snapshot
  readonly faults: readonly Fault[]
  /** Whether all that was asked for was examined. */
  readonly isWhole: boolean
}

function sideOf(typed: string, request: DiffRequest): Result<Side> {
  const { estate, offStops } = request
  const { workingFolder } = estate
  if (typed === '-' || !isSaved(typed, workingFolder)) return estateSide(typed, request)
  const saved = readSaved(typed, workingFolder)
  if (!saved.ok) return saved
  const { unexamined } = saved.value
  return succeed({
    kind: 'saved',
    snapshot: savedSnapshot(withoutOff(saved.value, offStops), estate),
    faults: [],
    isWhole: unexamined.length === 0,
  })
}

// What nobody is to look at is neither gone nor unchanged.
function withoutOff(saved: Saved, offStops: JudgingTerms['offStops']): Saved {
  const isAsked = ({ rule: id }: Saved['findings'][number]): boolean => {
    const rule = ruleOf(id)
    return rule === undefined || offStops?.has(stopOf(rule)) !== true
  }
  return { ...saved, findings: saved.findings.filter(isAsked) }
}

function estateSide(
  typed: string,
  { estate, profile = 'restricted', offStops }: DiffRequest,
): Result<Side> {
  const targets = [typed]
  const survey = readEstate(estateRequest({ ...estate, targets }))
  const missing = survey.faults.find(({ code }) => code === 'INTAKE_NOT_FOUND')
  // Beside nothing everything looks new.
  if (missing !== undefined) return fail(missing)
  const leave = leaveOf({ ...estate, targets })
  if (!leave.ok) return leave
  const rules = rulesUnder(profile, withoutStops(CATALOGUE, offStops))
  const verdict = judgeSurvey(survey, rules, leave.value)
  const scope = scopeOf({ ...estate, targets }, { namespaces: [], excludeNamespaces: [] })
  return succeed({
    kind: 'estate',
    snapshot: snapshotOf(verdict, scope),
    faults: survey.faults,
    isWhole: !isIncomplete(verdict),
  })
}

// A saved run tells what it found, not all that it looked at: what it does not name it may not have seen.
function savedSnapshot(saved: Saved, { workingFolder }: DiffRequest['estate']): Snapshot {
  const { findings, selection, unexamined, targets } = saved
  const narrows = (words: readonly string[]): boolean =>
    selection.some((flag) => words.some((word) => flag.startsWith(`${word} `)))
  const rules = new Set(findings.map(({ rule }) => rule))
  const keys = new Set(findings.map(({ resource }) => knownKey(resource)))
  const looked = { targets, workingFolder, skipPaths: [] }
  const scope = scopeOf(looked, { namespaces: [], excludeNamespaces: [] })
  const hasAllRules = !narrows(['--rule', '--skip-rule', '--stop'])
  const hasAllObjects = !narrows(['--namespace', '--exclude-namespace'])
  return {
    findings,
    asks: (rule) => hasAllRules || rules.has(rule),
    holds: (key) => keys.has(key),
    covers: (file) => hasAllObjects && unexamined.length === 0 && scope.reaches(file),
  }
}

// A Dockerfile or a lock file is known by its path, which begins differently in each of two folders.
function alike(
  { old, now, estate }: DiffRequest,
  before: Side,
  after: Side,
): readonly [readonly KnownFinding[], readonly KnownFinding[]] {
  const sides = [before.snapshot.findings, after.snapshot.findings] as const
  if (before.kind === 'saved' || after.kind === 'saved' || old === '-' || now === '-') return sides
  const from = (root: string) => resolve(estate.workingFolder, root)
  return [knownBelow(from(old), sides[0], estate), knownBelow(from(now), sides[1], estate)]
}

function knownBelow(
  root: string,
  findings: readonly KnownFinding[],
  { workingFolder }: DiffRequest['estate'],
): readonly KnownFinding[] {
  const times = new Map<string, number>()
  return findings.map((finding) => {
    const { rule, resource, file, path } = finding
    if (resource.name !== file) return finding
    const name = relative(root, resolve(workingFolder, file))
    const key = JSON.stringify([rule, resource.kind, name, path])
    const time = (times.get(key) ?? 0) + 1
    times.set(key, time)
    return { ...finding, sameAs: `${key} ${time}` }
  })
}

// Two folders name the same file differently: what is asked about one is looked up in the other.
function nowFor(
  { old, now, estate }: DiffRequest,
  before: Side,
  { kind, snapshot }: Side,
): Snapshot {
  if (kind === 'saved' || before.kind === 'saved' || old === '-' || now === '-') return snapshot
  const { workingFolder } = estate
  const [from, to] = [resolve(workingFolder, old), resolve(workingFolder, now)]
  const counterpart = (file: string): string => {
    const below = relative(from, resolve(workingFolder, file))
    const path = resolve(to, below)
    return isWithin(workingFolder, path) ? relative(workingFolder, path) : join(now, below)
  }
  return { ...snapshot, covers: (file) => snapshot.covers(counterpart(file)) }
}

function gateOf(fresh: Snapshot['findings'], { failOn, byStop }: DiffRequest['gate']): Gate {
  const failing = fresh.filter(({ rule: id, state, severity }) => {
    const rule = ruleOf(id)
    const floor = floorOf((rule && byStop?.get(stopOf(rule))) ?? failOn)
    return state === 'open' && floor !== undefined && isAtLeastAsBad(severity, floor)
  })
  return {
    failOn,
    newOnly: true,
    failed: failing.length,
    ...(byStop && byStop.size > 0 && { byStop }),
  }
}

function exitCodeOf({ failed }: Gate, isWhole: boolean): number {
  if (failed > 0) return EXIT.gateFailed
  return isWhole ? EXIT.fine : EXIT.incomplete
}
