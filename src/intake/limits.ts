/** How much an estate may hold. What lies beyond becomes a fault, so that no input can exhaust the machine unseen. */
export interface IntakeLimits {
  /** Bytes of one file, or of what comes from standard input. */
  readonly maxFileBytes: number
  /** Characters of all files that hold objects: they stay in memory to the end of the run. */
  readonly maxEstateCharacters: number
  /** Entries of all folders together. */
  readonly maxEntries: number
  /** Bytes of one `.gitignore`. */
  readonly maxIgnoreBytes: number
  /** Lists inside one another (`kind: List` with lists as items). */
  readonly maxListDepth: number
}

/** Far above real estates: the largest public sets of manifests hold some 10 MB in some 50,000 files. */
export const DEFAULT_INTAKE_LIMITS: IntakeLimits = {
  maxFileBytes: 64 * 1024 * 1024,
  maxEstateCharacters: 128 * 1024 * 1024,
  maxEntries: 2_000_000,
  maxIgnoreBytes: 256 * 1024,
  maxListDepth: 8,
}
