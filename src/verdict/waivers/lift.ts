import type { Fault } from '../../base/fault.ts'
import { groupBy } from '../../base/group.ts'
import type { Pod } from '../../model/pod.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import { isFixable, type Finding } from '../finding.ts'
import { liftAnnotations } from './annotations.ts'
import { liftComments } from './comments.ts'
import { isCovered, isOfCluster, type Circumstances } from './cover.ts'
import { packagesBy } from './packages.ts'
import { WAIVER_SOURCES, type AppliedWaiver, type Waiver, type WaiverPolicy } from './waiver.ts'
import { checkLifts } from './written-lifts.ts'

/** What may lift findings: the waivers of files, and what waivers in the estate itself are measured by. */
export interface Leave {
  readonly filed: readonly Waiver[]
  readonly policy: WaiverPolicy
}

/** How a waiver stands on a day: `ended` means that a fix exists and it was to hold until then. */
export const STANDINGS = ['in force', 'expired', 'ended', 'locked'] as const

/** One of them. */
type Standing = (typeof STANDINGS)[number]

/** A waiver, and what became of it. */
export interface WaiverUse {
  readonly waiver: Waiver
  readonly standing: Standing
  /** How many findings it speaks of, and how many of them it lifts. */
  readonly covers: number
  readonly lifts: number
  /** That it is for another cluster than the one that is judged. */
  readonly isElsewhere?: true
}

/** Findings of which some are lifted, and what lifts them. */
export interface Lifted {
  readonly findings: readonly Finding[]
  readonly uses: readonly WaiverUse[]
  /** What was to lift something and was not as it has to be. */
  readonly faults: readonly Fault[]
}

/**
 * The one place where it is decided what is waived. Nobody lifts a locked rule. Of all waivers that speak of a finding
 * those of the most trusted source decide, also when they have ended: a comment cannot prolong what the file let end.
 * Without leave nothing is lifted. O(findings x waivers of their rule), and O(text) for the comments.
 */
export function liftFindings(
  findings: readonly Finding[],
  scene: Scene,
  leave: Leave | undefined,
): Lifted {
  if (leave === undefined) return { findings, uses: [], faults: [] }
  const { filed, policy } = leave
  const written = [...liftComments(scene.resources), ...liftAnnotations(scene.resources)]
  const { waivers: sourced, faults } = checkLifts(written, policy, scene.today)
  const waivers = [...filed, ...sourced]
  if (waivers.length === 0) return { findings, uses: [], faults }
  const tallies = new Map(waivers.map((waiver) => [waiver, { covers: 0, lifts: 0, ended: 0 }]))
  const decide = decisionBy(waivers, scene, policy)
  const lifted = findings.map((finding) => {
    const { covering, applying, ended } = decide(finding)
    for (const waiver of covering) add(tallies.get(waiver), 'covers')
    for (const waiver of ended) add(tallies.get(waiver), 'ended')
    if (applying === undefined || finding.state === 'waived') return finding
    add(tallies.get(applying), 'lifts')
    return { ...finding, state: 'waived' as const, waiver: appliedOf(applying) }
  })
  const uses = [...tallies].map(([waiver, { covers, lifts, ended }]) => ({
    waiver,
    standing: standingOf(waiver, covers > 0 && covers === ended, scene.today, policy),
    covers,
    lifts,
    ...(isElsewhere(waiver, policy) && { isElsewhere: true as const }),
  }))
  return { findings: lifted, uses, faults }
}

interface Tally {
  covers: number
  lifts: number
  ended: number
}

function add(tally: Tally | undefined, count: keyof Tally): void {
  if (tally !== undefined) tally[count]++
}

/** What the waivers say of one finding. */
interface Decision {
  readonly covering: readonly Waiver[]
  readonly applying: Waiver | undefined
  /** Those that were to hold until a fix exists, which it does. */
  readonly ended: readonly Waiver[]
}

const UNTOUCHED: Decision = { covering: [], applying: undefined, ended: [] }

function decisionBy(
  waivers: readonly Waiver[],
  scene: Scene,
  { lockedRules, ruleOf, cluster }: WaiverPolicy,
): (finding: Finding) => Decision {
  const { pods, today } = scene
  const byRule = groupBy(waivers, ({ rule }) => rule.id)
  const locked = new Set(lockedRules.map((id) => ruleOf(id)?.id ?? id))
  const byOwner = new Map<Resource, Pod>(pods.map((pod) => [pod.owner, pod]))
  const podOf = (resource: Resource): Pod | undefined => byOwner.get(resource)
  const known: Circumstances = { cluster, podOf, packagesOf: packagesBy(scene) }
  return (finding) => {
    const candidates = byRule.get(finding.rule.id)
    if (candidates === undefined) return UNTOUCHED
    const covering = candidates.filter(({ cover }) => isCovered(finding, cover, known))
    const ended = covering.filter(({ untilFixed }) => untilFixed && isFixable(finding))
    if (locked.has(finding.rule.id)) return { covering, applying: undefined, ended }
    const source = WAIVER_SOURCES.find((trusted) => covering.some((w) => w.source === trusted))
    const applying = covering.find(
      (waiver) => waiver.source === source && today <= waiver.expires && !ended.includes(waiver),
    )
    return { covering, applying, ended }
  }
}

function standingOf(
  { rule, expires }: Waiver,
  hasFix: boolean,
  today: string,
  { lockedRules, ruleOf }: WaiverPolicy,
): Standing {
  if (lockedRules.some((id) => (ruleOf(id)?.id ?? id) === rule.id)) return 'locked'
  if (expires < today) return 'expired'
  return hasFix ? 'ended' : 'in force'
}

function isElsewhere({ cover }: Waiver, { cluster }: WaiverPolicy): boolean {
  return cover.kind === 'scope' && !isOfCluster(cover.scope, cluster)
}

function appliedOf(waiver: Waiver): AppliedWaiver {
  const { id, owner, reason, expires, source, ticket, approvedBy } = waiver
  return {
    id,
    owner,
    reason,
    expires,
    source,
    ...(approvedBy !== undefined && { approvedBy }),
    ...(ticket !== undefined && { ticket }),
  }
}
