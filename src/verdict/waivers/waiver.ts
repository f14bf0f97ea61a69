import type { Place } from '../../model/place.ts'
import type { Rule } from '../../rules/rule.ts'

/** Where a waiver is written, the most trusted first: who may change the estate must not overrule who guards it. */
export const WAIVER_SOURCES = ['file', 'comment', 'annotation'] as const

/** One of them. */
export type WaiverSource = (typeof WAIVER_SOURCES)[number]

/**
 * What a waiver of a file speaks of: a finding has to fit all that is given, and one of the names of each. `*` and `?`
 * stand for any characters and for one.
 */
export interface Scope {
  /** Clusters as the configuration or `--cluster` names the one that is judged. */
  readonly cluster?: readonly string[]
  readonly namespace?: readonly string[]
  /** Kinds as they are written, or as `portolan explain` names those of others: `group/Kind`. */
  readonly kind?: readonly string[]
  readonly name?: readonly string[]
  readonly container?: readonly string[]
  /** Files from the folder that `.portolan` is in; one that ends in `/` means all below. */
  readonly path?: readonly string[]
  /** Images of the containers. */
  readonly image?: readonly string[]
  /** Packages as package URLs: what a lock file asks for, or all that is flawed below it. Without a version any. */
  readonly purl?: readonly string[]
  /** Fields as reports name them: each with all below it. */
  readonly part?: readonly string[]
}

/** What a waiver covers: what its scope names, or all that stands at or below some fields. */
export type Cover =
  | { readonly kind: 'scope'; readonly scope: Scope; readonly pathOf: PathOf }
  | { readonly kind: 'fields'; readonly places: readonly Place[] }

/** The path of a file from the folder that `.portolan` is in; undefined outside of it. */
export type PathOf = (file: string) => string | undefined

/** Who lifts a restriction, why, and until when. All of it was checked. */
interface WaiverTerms {
  readonly reason: string
  readonly owner: string
  readonly approvedBy?: string
  /** The last day on which it holds (ISO 8601). */
  readonly expires: string
  readonly ticket?: string
  readonly mitigation?: string
  /** Whether it ends for a finding as soon as `portolan fix` can mend it. */
  readonly untilFixed: boolean
}

/** One rule, lifted for one part of the estate. */
export interface Waiver extends WaiverTerms {
  /** As its file names it; a comment or annotation is named after its line. */
  readonly id: string
  readonly rule: Rule
  readonly source: WaiverSource
  /** `file:line:column`. */
  readonly at: string
  readonly cover: Cover
}

/** What a finding tells of what lifts it: a waiver, or a statement (VEX), which has no last day. */
export interface AppliedWaiver extends Pick<
  Waiver,
  'id' | 'owner' | 'reason' | 'ticket' | 'approvedBy'
> {
  readonly source: WaiverSource | 'vex'
  readonly expires?: string
}

/** What waivers are measured by. */
export interface WaiverPolicy {
  /** How many days ahead a waiver may last. */
  readonly maxDays: number
  /** Ids of rules that nobody can lift. */
  readonly lockedRules: readonly string[]
  /** The cluster that is judged, where somebody named it. */
  readonly cluster?: string | undefined
  /** The rule of an id or a former id. */
  readonly ruleOf: (id: string) => Rule | undefined
}
