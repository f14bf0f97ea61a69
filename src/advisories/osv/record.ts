/** A range of versions as OSV writes it, reduced to what decides: its events in the order of the file. */
export interface AffectedRange {
  readonly events: readonly RangeEvent[]
}

/** `limit` bounds what the range may speak of; `*` there is no bound. */
export type RangeEvent = readonly ['introduced' | 'fixed' | 'last_affected' | 'limit', string]

/** What an advisory says of one package. */
export interface Affected {
  /** The lower-case base of the ecosystem. */
  readonly base: string
  /** As the advisory spells it. */
  readonly ecosystem: string
  readonly suffix: string | undefined
  readonly name: string
  readonly versions: readonly string[]
  readonly ranges: readonly AffectedRange[]
  /** Replaces the advisory's own where it is not empty. */
  readonly severities: readonly SeverityText[]
  readonly informational: string | undefined
}

/** `CVSS_V3` and its vector, or `Ubuntu` and its word. */
export interface SeverityText {
  readonly type: string
  readonly score: string
}

/** An advisory, reduced to what is used, in plain values. */
export interface AdvisoryRecord {
  readonly id: string
  readonly modified: string
  readonly published: string | undefined
  readonly withdrawn: string | undefined
  readonly aliases: readonly string[]
  readonly upstream: readonly string[]
  readonly related: readonly string[]
  readonly summary: string
  readonly details: string
  readonly references: readonly { readonly type: string; readonly url: string }[]
  readonly severities: readonly SeverityText[]
  readonly affected: readonly Affected[]
  /** Parts that were not understood, so are not used. */
  readonly skipped: number
}
