import type { Path } from '../../model/document.ts'
import { candidateOf, type Candidate } from './candidate.ts'
import type { Blame, Check, Judge, StrictLevel } from './check.ts'
import { CHECKS, type CheckId } from './checks.ts'
import { NO_BLAME } from './judges.ts'
import { POLICY_VERSIONS } from './versions.data.ts'

/** A level of the Pod Security Standards, from the one that forbids nothing up. */
export type Level = 'privileged' | StrictLevel

/** A pod as the admission plugin sees it: metadata and spec as read, unknown inside. */
export interface PodView {
  readonly metadata: unknown
  readonly spec: unknown
}

/** The version that a namespace's labels pin the standards to. */
export interface PolicyVersion {
  readonly major: 1
  readonly minor: number
}

/** What one check finds at fault in a pod. */
export interface Violation {
  readonly check: CheckId
  /** The lowest level that forbids it. */
  readonly level: StrictLevel
  /** The fields at fault from the root of the pod, the missing ones too: each where it should be written. */
  readonly fields: readonly Path[]
  /** False when nobody can tell: a placeholder or a value of the wrong type stands where the decision is made. */
  readonly sure: boolean
}

/** The highest level that a pod surely keeps to; not `sure` when it may keep to a higher one, which nobody can tell. */
export interface LevelVerdict {
  readonly level: Level
  readonly sure: boolean
}

/** The newest version whose checks are known; later ones are judged like this one, as the admission plugin does. */
export const NEWEST_POLICY: PolicyVersion = { major: 1, minor: POLICY_VERSIONS.newestMinor }

/**
 * What forbids `pod` the levels above privileged at `version`, baseline before restricted. A check that is sure of some
 * fields and not of others gives two violations. A fault that baseline names is not told again by the restricted check
 * that overrides it. O(containers + volumes); throws nothing, whatever the pod holds.
 * Values count as written, without the defaults of the API server, but that a volume without source is an emptyDir.
 */
export function violations(pod: PodView, version: PolicyVersion): readonly Violation[] {
  return violationsIn(candidateOf(pod.metadata, pod.spec), version)
}

/** The same of a pod that is laid out already. */
export function violationsIn(candidate: Candidate, version: PolicyVersion): readonly Violation[] {
  let found: Violation[] | undefined
  for (const check of activeChecks(version)) {
    const blames = check.judge(candidate)
    if (blames.length === 0) continue
    found ??= []
    const fresh = check.overrides === undefined ? blames : untold(blames, check.overrides, found)
    found.push(...violationsOf(check, fresh))
  }
  return found ?? NO_VIOLATIONS
}

/**
 * The level of a pod with these violations. What restricted would take though baseline would not is privileged: only
 * pods that the API server refuses anyway are like that (two sources in one volume, Linux settings on Windows).
 */
export function levelOf(violations: readonly Violation[]): LevelVerdict {
  const level = levelBelow(violations)
  return { level, sure: level === levelBelow(violations.filter(({ sure }) => sure)) }
}

const NO_VIOLATIONS: readonly Violation[] = []

interface ActiveCheck {
  readonly id: CheckId
  readonly level: StrictLevel
  readonly overrides: CheckId | undefined
  readonly judge: Judge
}

const activeByMinor = new Map<number, readonly ActiveCheck[]>()

function activeChecks(version: PolicyVersion): readonly ActiveCheck[] {
  const minor = Math.min(version.minor, NEWEST_POLICY.minor)
  const known = activeByMinor.get(minor)
  if (known !== undefined) return known
  const active = CHECKS.flatMap((check) => activeAt(check, minor))
  activeByMinor.set(minor, active)
  return active
}

function activeAt(check: Check<CheckId>, minor: number): readonly ActiveCheck[] {
  const variant = check.variants.findLast(({ sinceMinor }) => sinceMinor <= minor)
  if (variant === undefined) return []
  const { id, level, overrides } = check
  return [{ id, level, overrides, judge: variant.judge }]
}

// What baseline is not sure of, restricted may be: hostUsers excuses an unmasked /proc from the one, not from the other.
function untold(
  blames: readonly Blame[],
  overridden: CheckId,
  found: readonly Violation[],
): readonly Blame[] {
  const told = found.filter(({ check }) => check === overridden)
  if (told.length === 0) return blames
  const sure = keysOf(told.filter((violation) => violation.sure))
  const unsure = keysOf(told.filter((violation) => !violation.sure))
  return blames.filter((blame) => {
    const key = keyOf(blame.field)
    return !sure.has(key) && (blame.sure || !unsure.has(key))
  })
}

function violationsOf(check: ActiveCheck, blames: readonly Blame[]): readonly Violation[] {
  const sure = blames.filter((blame) => blame.sure)
  const unsure = sure.length === blames.length ? NO_BLAME : blames.filter((blame) => !blame.sure)
  return [...violationOf(check, sure, true), ...violationOf(check, distinct(unsure), false)]
}

function violationOf(
  { id, level }: ActiveCheck,
  blames: readonly Blame[],
  sure: boolean,
): readonly Violation[] {
  if (blames.length === 0) return NO_VIOLATIONS
  return [{ check: id, level, fields: blames.map(({ field }) => field), sure }]
}

// Several fields of one check may share the parent that nobody can read; it is named once.
function distinct(blames: readonly Blame[]): readonly Blame[] {
  if (blames.length < 2) return blames
  return [...new Map(blames.map((blame) => [keyOf(blame.field), blame])).values()]
}

function keysOf(violations: readonly Violation[]): ReadonlySet<string> {
  return new Set(violations.flatMap(({ fields }) => fields.map(keyOf)))
}

function keyOf(path: Path): string {
  return JSON.stringify(path)
}

function levelBelow(violations: readonly Violation[]): Level {
  if (violations.some(({ level }) => level === 'baseline')) return 'privileged'
  return violations.length > 0 ? 'baseline' : 'restricted'
}
