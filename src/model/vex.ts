/** What somebody says of a flaw in a package (VEX). Source: OpenVEX 0.2.0, "Status labels", read 2026-11-25. */
export interface Statement {
  readonly status: 'not_affected' | 'affected' | 'fixed' | 'under_investigation'
  /** Why it is not affected, as OpenVEX spells it. */
  readonly justification: string | undefined
  readonly note: string | undefined
  /** The file that says so. */
  readonly from: string
}

/** A statement with what it is about. */
export interface SpokenStatement {
  /** The flaw, by its id and its other names. */
  readonly ids: readonly string[]
  /** The package URLs it is about; without a version it means all of them. Empty: whatever has the flaw. */
  readonly purls: readonly string[]
  readonly statement: Statement
}
