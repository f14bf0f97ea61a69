import type { Resource } from '../model/resource.ts'
import type { Source } from '../model/source.ts'
import type { Mishap } from './mishap.ts'

/**
 * What doing another program's work gave (rendering charts, building overlays). The objects of a group are there
 * together; two groups may be alternatives that never meet.
 */
export interface Made {
  readonly groups: readonly (readonly Resource[])[]
  /** The paths of all files that belong to it: they are not judged alone. */
  readonly used: ReadonlySet<string>
  /** How many of them were examined. */
  readonly files: number
  readonly sources: readonly Source[]
  /** How many documents were read for it. */
  readonly documents: number
  readonly mishaps: readonly Mishap[]
}

/** What two makers made, as one. */
export function joinMade(one: Made, other: Made): Made {
  return {
    groups: [...one.groups, ...other.groups],
    used: new Set([...one.used, ...other.used]),
    files: one.files + other.files,
    sources: [...one.sources, ...other.sources],
    documents: one.documents + other.documents,
    mishaps: [...one.mishaps, ...other.mishaps],
  }
}
