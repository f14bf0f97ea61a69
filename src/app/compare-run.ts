import { resolve } from 'node:path'
import { STDIN_NAME } from '../intake/read-estate.ts'
import type { Saved } from '../intake/saved/read-saved.ts'
import { isWithin } from '../intake/targets.ts'
import type { ChangeCounts, ComparedRun } from '../report/report.ts'
import { compare, type Comparison, type Snapshot } from '../verdict/comparison.ts'
import type { Scope } from '../verdict/snapshot.ts'
import type { Namespaces } from './narrow.ts'

/** The earlier run that a scan is compared with. */
export interface BaselineTerms {
  /** As the user typed it. */
  readonly file: string
  /** Whether only what is new counts at the gate. */
  readonly newOnly: boolean
}

/** Compares a scan with its baseline. */
export function compareRun(saved: Saved, terms: BaselineTerms, now: Snapshot): ComparedRun {
  const comparison = compare(saved.findings, now)
  const fresh = new Set(comparison.fresh.map(({ id }) => id))
  return { ...terms, isNew: ({ id }) => fresh.has(id), counts: countsOf(comparison) }
}

/** Where a run looks. */
interface Looked {
  readonly targets: readonly string[]
  readonly workingFolder: string
  readonly skipPaths: readonly string[]
}

/** What a run was asked to look at. */
export function scopeOf(
  { targets, workingFolder, skipPaths }: Looked,
  { namespaces, excludeNamespaces }: Namespaces,
): Scope {
  const roots = targets.filter((target) => target !== '-').map((t) => resolve(workingFolder, t))
  return {
    isWhole: namespaces.length === 0 && excludeNamespaces.length === 0,
    reaches(file) {
      if (file === STDIN_NAME) return targets.includes('-')
      // Whether a file that is not there would have been left out, its patterns alone do not tell.
      if (skipPaths.length > 0) return false
      const path = resolve(workingFolder, file)
      return roots.some((root) => isWithin(root, path))
    },
  }
}

/** How many of each. */
export function countsOf({ fresh, same, gone, unknown }: Comparison): ChangeCounts {
  return {
    new: fresh.length,
    same: same.length,
    gone: gone.length,
    cannotCompare: unknown.length,
  }
}
