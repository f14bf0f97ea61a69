/** A package as a lock file, SBOM or image names it. */
export interface PackageVersion {
  /** As OSV spells it, with its suffix where it is known: `npm`, `Debian:12`, `Alpine:v3.19`. */
  readonly ecosystem: string
  /** As the registry spells it; of distributions the source package. */
  readonly name: string
  /** Undefined where none is pinned (`>=2,<3`, a branch). */
  readonly version: string | undefined
}

/** How bad an advisory says it is. */
export interface AdvisorySeverity {
  readonly level: 'critical' | 'high' | 'medium' | 'low' | 'none'
  /** Of CVSS, 0 to 10; undefined where only a word was given. */
  readonly score: number | undefined
  /** The CVSS vector, or the word. */
  readonly text: string
  /** The advisory that says so: the matched one, or one of its aliases. */
  readonly from: string
}

/** What is known of attacks. */
export interface Exploitation {
  /** CISA's catalogue of what is exploited: the day it entered, and whether for ransom. */
  readonly kev: { readonly added: string; readonly forRansom: boolean } | undefined
  /** FIRST's estimate for the next 30 days; both from 0 to 1. */
  readonly epss: { readonly probability: number; readonly percentile: number } | undefined
}

/** One advisory that speaks of a package. Withdrawn ones are never among them. */
export interface Match extends Exploitation {
  readonly id: string
  /** Every other name of the same flaw, over aliases of aliases, sorted. */
  readonly aliases: readonly string[]
  /** The flaws it is a consequence of, as distributions name them (a DSA names its CVEs). */
  readonly upstream: readonly string[]
  /** `unknown`: the advisory names the package, but whether this version is meant cannot be told. */
  readonly answer: 'affected' | 'unknown'
  /** Why it cannot be told; undefined when it can. */
  readonly why: string | undefined
  readonly summary: string
  readonly severity: AdvisorySeverity | undefined
  /** The versions in which the affected ranges end, lowest first; empty when no fix is known. */
  readonly fixed: readonly string[]
  /** A package made to do harm (`MAL-`), whatever its score. */
  readonly isMalicious: boolean
  /** Unmaintained, unsound or notice (RustSec): told, though no flaw. */
  readonly informational: string | undefined
  /** Instants, ISO 8601. */
  readonly published: string | undefined
  readonly modified: string
}
