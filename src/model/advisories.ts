import type { Fault } from '../base/fault.ts'
import type { Statement } from './vex.ts'

/**
 * How bad an advisory, or one of its aliases, says a flaw is. `score` is CVSS, 0 to 10; undefined beside a bare word.
 * `text` is the vector or that word, `from` the advisory that says so.
 */
interface FlawSeverity {
  readonly level: 'critical' | 'high' | 'medium' | 'low' | 'none'
  readonly score: number | undefined
  readonly text: string
  readonly from: string
}

/** What is known against a package version: an advisory that speaks of it. */
export interface Flaw {
  readonly id: string
  /** Every other name of the same flaw, sorted. */
  readonly aliases: readonly string[]
  /** The flaws it is a consequence of, as distributions name them (a DSA names its CVEs). */
  readonly upstream: readonly string[]
  /** `unknown`: whether this version is meant cannot be told, for the reason in `why`. */
  readonly answer: 'affected' | 'unknown'
  readonly why: string | undefined
  readonly summary: string
  readonly severity: FlawSeverity | undefined
  /** The versions in which it is mended, lowest first; empty when no fix is known. */
  readonly fixed: readonly string[]
  /** A package made to do harm, whatever its score. */
  readonly isMalicious: boolean
  /** `unmaintained`, `unsound`, `notice`: told, though no flaw. */
  readonly informational: string | undefined
  /** CISA's catalogue of what is exploited: the day it entered, and whether for ransom. */
  readonly kev: { readonly added: string; readonly forRansom: boolean } | undefined
  /** FIRST's estimate for the next 30 days; both from 0 to 1. */
  readonly epss: { readonly probability: number; readonly percentile: number } | undefined
  /** What somebody says of it in this package (VEX); the last word, where several do. */
  readonly said?: Statement | undefined
}

/**
 * The advisories of one ecosystem: how many there are, and from when they are (ISO 8601): the day that was given or the
 * source told, else that of the newest advisory. Never the day on which they were imported.
 */
export interface AdvisorySnapshot {
  readonly ecosystem: string
  readonly records: number
  readonly asOf: string
}

/** What is known of packages. An ecosystem that it does not have is not examined, never clean. */
export interface Advisories {
  /** For how many days after `asOf` they may be relied on. */
  readonly holdsDays: number
  /** What is used: where the set before stands in for a damaged file, that of the set before. */
  readonly snapshots: readonly AdvisorySnapshot[]
  /** What is wrong with what packages of some ecosystems need: damaged, or replaced by an older set. */
  readonly faultsFor: (ecosystems: Iterable<string>) => readonly Fault[]
  readonly has: (ecosystem: string) => boolean
  readonly match: (subject: Subject) => readonly Flaw[]
  /** The versions above one's own that no flaw is known of, lowest first, among those that its advisories name. */
  readonly freeAbove: (subject: Subject) => Iterable<string>
}

/** A package version that is asked about. */
interface Subject {
  readonly ecosystem: string
  readonly name: string
  readonly version: string | undefined
}
