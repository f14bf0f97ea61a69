import { existsSync } from 'node:fs'
import { openStore } from '../../advisories/open-store.ts'
import type { Store } from '../../advisories/store.ts'
import type { Fault } from '../../base/fault.ts'
import { advisoriesFolder } from './data-folder.ts'

/** What is known of packages on this machine. */
export interface KnownAdvisories {
  /** Undefined where nothing was imported, or nothing of it can be used: packages are then not examined. */
  readonly advisories: Store | undefined
  /** What is wrong with what was imported; none where nothing was. */
  readonly faults: readonly Fault[]
}

/** Opens the advisories of this machine, if there are any. Its files are read when packages are first asked about. */
export function knownAdvisories(
  env: Readonly<Record<string, string | undefined>>,
  workingFolder: string,
): KnownAdvisories {
  const folder = advisoriesFolder(env, workingFolder)
  if (!existsSync(folder)) return { advisories: undefined, faults: [] }
  const opened = openStore(folder)
  if (opened.ok) return { advisories: opened.value, faults: opened.value.faults() }
  const faults = opened.fault.code === 'ADVISORIES_NONE' ? [] : [opened.fault]
  return { advisories: undefined, faults }
}
