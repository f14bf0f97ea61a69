import type { Fault } from '../../base/fault.ts'
import type { Result } from '../../base/result.ts'
import type { PackageScope } from '../../model/package.ts'
import type { Source } from '../../model/source.ts'

/** A lock file, and what stands beside it: `beside` gives a file by its path from the lock file's folder, if it is there. */
export interface LockInput {
  readonly source: Source
  readonly beside: (path: string) => Source | undefined
}

/** A package as its file lists it. Offsets count in that file. */
export interface LockedPackage {
  /** What `needs` of others and roots call it: unique in its file. */
  readonly key: string
  readonly ecosystem: string
  readonly name: string
  readonly version: string | undefined
  readonly start: number
  readonly end: number
  /** The keys of the packages it brings; those that are nowhere are passed over. */
  readonly needs?: readonly string[]
  /** Where the file itself says so; else the way from the roots tells. */
  readonly scope?: PackageScope | undefined
  readonly isDirect?: boolean | undefined
  readonly source?: string | undefined
  readonly integrity?: string | undefined
  /** A package of the repository itself: on the way to others, but none that is looked up. */
  readonly isOwn?: boolean
}

/** A direct dependency of the repository. */
export interface Root {
  readonly key: string
  readonly name: string
  readonly scope: PackageScope
  /** Where a manifest asks for it, `file:line:column`. */
  readonly at: string | undefined
}

/** What a file gave. `roots` is undefined when nothing tells direct dependencies from others. */
export interface LockReading {
  readonly packages: readonly LockedPackage[]
  readonly roots?: readonly Root[] | undefined
  /** What of it was passed over. */
  readonly faults?: readonly Fault[]
}

/** Reads one format. Undefined: the file only has the name of one. Never throws for what the file holds. */
export interface LockReader {
  /** As its tool names the format. */
  readonly format: string
  /** Whether a file of this name, without its folder, is one. */
  readonly claims: (name: string) => boolean
  /** Whether people write it: then a version may be changed in its line, as no checksum has to follow. */
  readonly isManifest?: true
  readonly read: (input: LockInput) => Result<LockReading> | undefined
}
