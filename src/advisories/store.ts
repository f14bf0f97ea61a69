import type { Fault } from '../base/fault.ts'
import type { AdvisorySeverity, Exploitation, Match, PackageVersion } from './match.ts'

/** The advisories of one ecosystem: how many, from when. */
export interface Snapshot {
  /** Without suffix. */
  readonly ecosystem: string
  readonly records: number
  /** When the newest of its advisories was modified, an instant (ISO 8601, UTC). */
  readonly asOf: string
  /** The day on which it was imported or updated. */
  readonly taken: string
  /** Of the whole file, hexadecimal. */
  readonly sha256: string
  readonly sizeBytes: number
  /** Parts of records that were not understood, so not used: unknown types, ranges without order. */
  readonly skipped: number
  /** Of its records, those that were taken back: they match nothing. */
  readonly withdrawn: number
}

/** What is known of attacks, from one source: how many flaws, from when. */
export interface SignalsSnapshot {
  readonly kind: 'KEV' | 'EPSS'
  readonly entries: number
  /** The day the source was made (ISO 8601); empty where it does not say. */
  readonly asOf: string
  readonly taken: string
  readonly sha256: string
}

/** The words of an advisory, for whoever asks about one. */
export interface AdvisoryProse extends Exploitation {
  readonly id: string
  readonly ecosystem: string
  readonly summary: string
  /** Markdown. */
  readonly details: string
  readonly references: readonly { readonly type: string; readonly url: string }[]
  readonly severity: AdvisorySeverity | undefined
  /** When it was taken back, an instant (ISO 8601). */
  readonly withdrawn: string | undefined
}

/** An opened set of advisories; holds its files open until `close`. */
export interface Store {
  /** One for each ecosystem that has records, sorted by name. */
  readonly snapshots: readonly Snapshot[]
  readonly signals: readonly SignalsSnapshot[]
  /** Opens what packages of some ecosystems need, and tells what is damaged and whether the previous set stands in. */
  readonly faultsFor: (ecosystems: Iterable<string>) => readonly Fault[]
  /** Reads every byte of the set in use, and tells the same of it. */
  readonly check: () => readonly Fault[]
  /** Whether anything is known of an ecosystem (a suffix does not matter). Without, its packages are not examined. */
  readonly has: (ecosystem: string) => boolean
  /** What is known against a package version, in the order of the ids; nothing for an ecosystem that is not there. */
  readonly match: (subject: PackageVersion) => readonly Match[]
  /** The versions above one's own that no flaw is known of, lowest first, among those that its advisories name. */
  readonly freeAbove: (subject: PackageVersion) => Iterable<string>
  /** The words of an advisory by its id, or by an alias of it; several where ecosystems repeat it. */
  readonly prose: (id: string) => readonly AdvisoryProse[]
  /** Every name of the flaw that `id` names, itself included, sorted. */
  readonly namesOf: (id: string) => readonly string[]
  readonly close: () => void
}
