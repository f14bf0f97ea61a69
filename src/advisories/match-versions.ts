import type { Affected, AffectedRange, RangeEvent } from './osv/record.ts'
import type { Compare } from './versions/compare-versions.ts'

/** Whether a version is meant; with `unknown`, why that cannot be told. */
export type Answer =
  | { readonly kind: 'affected'; readonly fixed: readonly string[] }
  | { readonly kind: 'clean' }
  | { readonly kind: 'unknown'; readonly why: string; readonly fixed: readonly string[] }

/**
 * Whether `version` is among what an advisory affects: its versions and its ranges together. Source: OSV schema 1.7.5,
 * "Evaluation", with the looseness of registries (3.2 is 3.2.0). O(events + versions).
 */
export function isAffected(
  affected: Pick<Affected, 'versions' | 'ranges'>,
  version: string | undefined,
  compare: Compare,
): Answer {
  const { versions, ranges } = affected
  // Speaks of no version at all, so of none.
  if (versions.length === 0 && ranges.length === 0) return CLEAN
  const fixed = ranges.flatMap(fixesOf)
  if (version === undefined || version === '') {
    return { kind: 'unknown', why: 'its version is not pinned', fixed }
  }
  if (versions.includes(version))
    return { kind: 'affected', fixed: fixesAbove(ranges, version, compare) }
  const isReadable = compare(version, version) !== undefined
  if (isReadable && versions.some((listed) => compare(listed, version) === 0)) {
    return { kind: 'affected', fixed: fixesAbove(ranges, version, compare) }
  }
  if (ranges.length === 0) return CLEAN
  if (!isReadable) {
    return { kind: 'unknown', why: `${version} cannot be put in order with other versions`, fixed }
  }
  return inRanges(ranges, version, compare)
}

const CLEAN: Answer = { kind: 'clean' }

function inRanges(ranges: readonly AffectedRange[], version: string, compare: Compare): Answer {
  let unreadable: string | undefined
  const fixed: string[] = []
  let isHit = false
  for (const range of ranges) {
    unreadable ??= range.events.find((event) => !isOrdered(event, compare))?.[1]
    if (!isInRange(range, version, compare)) continue
    isHit = true
    fixed.push(...fixesAbove([range], version, compare))
  }
  if (isHit) return { kind: 'affected', fixed: sorted(fixed, compare) }
  if (unreadable === undefined) return CLEAN
  return {
    kind: 'unknown',
    why: `the advisory speaks of ${unreadable}, which is no version`,
    fixed: [],
  }
}

/** Whether a version lies in a range; events that are no version count for nothing here. */
function isInRange(range: AffectedRange, version: string, compare: Compare): boolean {
  return isWithin(inOrder(range, compare), version, compare)
}

/** A range whose events are in their order, so that many versions can be asked about. */
export interface OrderedRange {
  readonly events: readonly RangeEvent[]
  readonly limits: readonly string[]
  /** Whether every event is a version. */
  readonly isReadable: boolean
}

/** Puts the events of a range in order. O(events log events). */
export function inOrder({ events }: AffectedRange, compare: Compare): OrderedRange {
  return {
    events: ordered(events, compare),
    limits: events.flatMap(([kind, limit]) => (kind === 'limit' ? [limit] : [])),
    isReadable: events.every((event) => isOrdered(event, compare)),
  }
}

/** Whether a version, which can be put in order, lies in a range. O(events). */
export function isWithin(
  { events, limits }: OrderedRange,
  version: string,
  compare: Compare,
): boolean {
  const isBelow =
    limits.length === 0 ||
    limits.some((limit) => limit === '*' || (compare(version, limit) ?? 0) < 0)
  if (!isBelow) return false
  let isVulnerable = false
  for (const [kind, at] of events) {
    const order = at === START ? 1 : compare(version, at)
    if (order === undefined) continue
    if (kind === 'introduced' && order >= 0) isVulnerable = true
    else if (kind === 'fixed' && order >= 0) isVulnerable = false
    else if (kind === 'last_affected' && order > 0) isVulnerable = false
  }
  return isVulnerable
}

// Before every version.
const START = '0'

function isOrdered([kind, version]: RangeEvent, compare: Compare): boolean {
  return (
    version === START ||
    (kind === 'limit' && version === '*') ||
    compare(version, version) !== undefined
  )
}

// What is fixed in the version that introduces it is empty, and what is introduced anew where it was fixed goes on: either
// way both events together change nothing.
function ordered(events: readonly RangeEvent[], compare: Compare): readonly RangeEvent[] {
  return events
    .filter(([kind]) => kind !== 'limit')
    .filter((event) => !events.some((other) => isUndone(event, other, compare)))
    .toSorted((one, other) => orderOf(one, other, compare) || RANKS[one[0]] - RANKS[other[0]])
}

function isUndone(one: RangeEvent, other: RangeEvent, compare: Compare): boolean {
  const [kind, at] = one
  const [otherKind, otherAt] = other
  if (OPPOSITES[kind] !== otherKind) return false
  return at === otherAt || (at !== START && otherAt !== START && compare(at, otherAt) === 0)
}

const OPPOSITES = {
  introduced: 'fixed',
  fixed: 'introduced',
  last_affected: undefined,
  limit: undefined,
} as const

const RANKS = { fixed: 0, introduced: 1, last_affected: 2, limit: 3 } as const

function orderOf([, one]: RangeEvent, [, other]: RangeEvent, compare: Compare): number {
  if (one === other) return 0
  if (one === START) return -1
  return other === START ? 1 : (compare(one, other) ?? 0)
}

function fixesAbove(
  ranges: readonly AffectedRange[],
  version: string,
  compare: Compare,
): readonly string[] {
  const fixes = ranges.flatMap(fixesOf).filter((fix) => (compare(fix, version) ?? 1) > 0)
  return sorted(fixes, compare)
}

function fixesOf({ events }: AffectedRange): readonly string[] {
  return events.flatMap(([kind, version]) => (kind === 'fixed' ? [version] : []))
}

function sorted(versions: readonly string[], compare: Compare): readonly string[] {
  return [...new Set(versions)].toSorted((one, other) => compare(one, other) ?? 0)
}
