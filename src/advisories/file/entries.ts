import type { Rated } from '../cvss.ts'
import type { Affected, RangeEvent } from '../osv/record.ts'

/** What is kept of one package in one advisory. Short names: there are hundreds of thousands of them. */
export interface AffectedEntry {
  /** The advisory. */
  readonly i: string
  /** Suffix of the ecosystem. */
  readonly x?: string | undefined
  /** Versions. */
  readonly v?: readonly string[] | undefined
  /** Ranges, each as its events. */
  readonly r?: readonly (readonly RangeEvent[])[] | undefined
  /** Severity of this package alone. */
  readonly s?: Rated | undefined
  /** Informational: unmaintained, unsound, notice. */
  readonly n?: string | undefined
}

/** What is kept of an advisory besides its packages and its words. */
export interface RecordEntry {
  readonly id: string
  readonly modified: string
  readonly published?: string | undefined
  readonly withdrawn?: string | undefined
  readonly aliases?: readonly string[] | undefined
  readonly upstream?: readonly string[] | undefined
  readonly related?: readonly string[] | undefined
  readonly summary: string
  readonly severity?: Rated | undefined
  readonly skipped?: number | undefined
}

/** The words of an advisory. */
export interface ProseEntry {
  readonly id: string
  readonly details: string
  readonly references: readonly { readonly type: string; readonly url: string }[]
}

/** One flaw under all its names. */
export interface FlawEntry {
  /** The name it was looked up by. */
  readonly id: string
  /** All of them, sorted. */
  readonly names: readonly string[]
  /** The worst that one of them says, and which. */
  readonly severity?: (Rated & { readonly from: string }) | undefined
}

/** An entry of CISA's catalogue. */
export interface KevEntry {
  readonly id: string
  readonly added: string
  readonly forRansom: boolean
}

/** An estimate of FIRST. */
export interface EpssEntry {
  readonly id: string
  readonly probability: number
  readonly percentile: number
}

/** The range form of an entry. */
export function decisiveOf({ v, r }: AffectedEntry): Pick<Affected, 'versions' | 'ranges'> {
  return { versions: v ?? [], ranges: (r ?? []).map((events) => ({ events })) }
}
