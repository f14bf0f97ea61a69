import { carriersOf } from '../../analysis/packages/carriers.ts'
import {
  causesIn,
  flawsIn,
  isExploited,
  worstLevel,
  type Cause,
} from '../../analysis/packages/causes.ts'
import { distinctFlaws, flawName } from '../../analysis/packages/distinct.ts'
import { fixOf } from '../../analysis/packages/fix-of.ts'
import { isSettled } from '../../analysis/packages/flawed.ts'
import { pinsFor } from '../../analysis/packages/pins.ts'
import type { Advisories, Flaw } from '../../model/advisories.ts'
import { isManifest } from '../../model/package.ts'
import { formatPath, type Place } from '../../model/place.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import type { Statement } from '../../model/vex.ts'
import type { Complaint, Fix } from '../rule.ts'
import { noFixWords } from './no-fix-words.ts'
import { exposureBrief, isUrgent } from './package-power.ts'

/**
 * How urgent a cause is: attacked now; bad, and critical or within reach of outsiders or of its node; else what
 * production needs, and what only development does. Each has a rule of its own, so that reports rank them.
 */
export type PackageUrgency = 'exploited' | 'exposed' | 'production' | 'development'

/** The complaints about those causes of a lock file that are as urgent as said, one for each direct dependency. */
export function packageComplaints(
  file: Resource,
  scene: Scene,
  urgency: PackageUrgency,
): readonly Complaint[] {
  const carriers = carriersOf(file, scene)
  const isReached = isUrgent(carriers, scene)
  const exposure = exposureBrief(carriers, scene)
  return causesIn(file, scene)
    .filter((cause) => urgencyOf(cause, isReached) === urgency)
    .map((cause) => ({
      place: cause.bringer.place,
      message: [causeWords(cause, scene), ...runWords(cause, exposure)].join(' '),
      sure: flawsIn(cause, 'affected').length > 0,
      settled: settledBy(cause),
    }))
}

/** How a cause is mended: its packages get versions without known flaws, which may take a change of one's own. */
export const PACKAGE_FIX: Fix<Resource> = {
  risk: 'mayBreak',
  edit: (file, { place }, scene) => {
    if (!isManifest(file)) return []
    const cause = causesIn(file, scene).find(({ bringer }) => isSamePath(bringer.place, place))
    return cause === undefined ? [] : pinsFor(file, cause, scene.advisories)
  },
}

function isSamePath(one: Place, other: Place): boolean {
  return formatPath(one.path) === formatPath(other.path)
}

// What only development needs is no part of the image that is shipped.
function runWords({ isProduction }: Cause, exposure: string | undefined): readonly string[] {
  return exposure === undefined || isProduction === false ? [] : [`${exposure}.`]
}

// Every flaw has to be settled; the last word stands for all of them.
function settledBy({ packages }: Cause): Statement | undefined {
  const flaws = packages.flatMap((each) => each.flaws)
  return flaws.every(isSettled) ? flaws.at(-1)?.said : undefined
}

// What does no harm makes nothing urgent, unless it is all there is: then the finding keeps its name.
function countingIn(cause: Cause): readonly Flaw[] {
  const flaws = flawsIn(cause, 'affected')
  const open = flaws.filter((flaw) => !isSettled(flaw))
  return open.length === 0 ? flaws : open
}

function urgencyOf(cause: Cause, isReached: boolean): PackageUrgency {
  const flaws = countingIn(cause)
  // What is made to do harm does it where it is installed, on the laptops of developers first of all.
  if (flaws.some(({ isMalicious }) => isMalicious)) return 'exploited'
  if (cause.isProduction === false) return 'development'
  if (flaws.some(isExploited)) return 'exploited'
  const level = worstLevel(flaws)
  // A severity that nobody gave is not a low one: within reach it counts as high.
  const isBad = level === 'high' || (level === 'unknown' && flaws.length > 0)
  return level === 'critical' || (isBad && isReached) ? 'exposed' : 'production'
}

// The worst of its flaws stands for a cause; the rest is counted. Lists of all are what `portolan packages` is for.
function causeWords(cause: Cause, { advisories }: Scene): string {
  const { bringer, packages } = cause
  const told = packages.flatMap(({ found, flaws }) =>
    distinctFlaws(flaws).map((flaw) => ({ found, flaw })),
  )
  const open = told.filter(({ flaw }) => !isSettled(flaw))
  const counting = open.length === 0 ? told : open
  const [worst] = counting.toSorted((a, b) => rankOf(b.flaw) - rankOf(a.flaw))
  if (worst === undefined) return ''
  const { found, flaw } = worst
  const named = `"${bringer.name}" ${bringer.version ?? 'without a version'}`
  const isSure = flaw.answer === 'affected'
  const subject =
    found === bringer
      ? `${named} ${isSure ? 'has' : 'may have'}`
      : `${named} brings ${found.name} ${found.version ?? ''} ${isSure ? 'with' : 'perhaps with'}`
  const more = counting.length === 1 ? '' : ` and ${counting.length - 1} more`
  return `${subject} ${flawName(flaw)}${more} (${axesOf(flaw)})${isSure ? fixWords(cause, advisories) : ''}.`
}

function rankOf({ severity, kev, epss, isMalicious, answer }: Flaw): number {
  const known =
    severity === undefined ? 0 : LEVELS.indexOf(severity.level) + (severity.score ?? 0) / 100
  const attacked = isMalicious || kev !== undefined ? 100 : (epss?.probability ?? 0) * 10
  return answer === 'unknown' ? -1 : known + attacked
}

const LEVELS = ['none', 'low', 'medium', 'high', 'critical'] as const

// Each axis by itself: nobody can say how much of one makes up for another.
function axesOf({ severity, kev, epss, isMalicious, answer, why }: Flaw): string {
  if (answer === 'unknown') return `cannot tell: ${why ?? 'no version is pinned'}`
  const words = [
    ...(isMalicious ? ['made to do harm'] : []),
    ...(kev === undefined
      ? []
      : [`exploited since ${kev.added}${kev.forRansom ? ' for ransom' : ''}`]),
    ...(severity === undefined ? [] : [severity.level]),
    ...(epss === undefined ? [] : [`EPSS ${Math.round(epss.probability * 100)} %`]),
  ]
  return words.length === 0 ? 'severity unknown' : words.join(', ')
}

function fixWords({ packages, bringer }: Cause, advisories: Advisories | undefined): string {
  const open = packages.filter(({ flaws }) => !flaws.every(isSettled))
  const meant = open.length === 0 ? packages : open
  const fixes = meant.map((each) => ({ found: each.found, fix: fixOf(each, advisories) }))
  const unmended = fixes.filter(({ fix }) => fix.kind === 'none').length
  if (unmended === fixes.length) return `; ${noFixWords(fixes[0]?.fix)}`
  const [first = ''] = fixes.flatMap(({ found, fix }) => {
    if (fix.kind === 'none') return []
    const name = found === bringer ? '' : `${found.name} `
    return [`${name}${fix.version} mends it${fix.isMajor ? ', a major change' : ''}`]
  })
  return `; ${first}${unmended === 0 ? '' : `, ${unmended} without a fix`}`
}
