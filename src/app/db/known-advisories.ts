import { existsSync } from 'node:fs'
import { openStore } from '../../advisories/open-store.ts'
import type { Fault } from '../../base/fault.ts'
import type { Advisories } from '../../model/advisories.ts'
import { advisoriesFolder } from './data-folder.ts'

/**
 * What is known of packages on this machine; undefined where nothing was ever imported. Its files are read when packages
 * are first asked about. Where nothing of what was imported can be used, nothing is known of any package, and a fault
 * tells whoever has packages.
 */
export function knownAdvisories(
  env: Readonly<Record<string, string | undefined>>,
  workingFolder: string,
): Advisories | undefined {
  const folder = advisoriesFolder(env, workingFolder)
  if (!existsSync(folder)) return undefined
  const opened = openStore(folder)
  if (opened.ok) return opened.value
  return opened.fault.code === 'ADVISORIES_NONE' ? undefined : unusable(opened.fault)
}

function unusable(fault: Fault): Advisories {
  return { snapshots: [], faultsFor: () => [fault], has: () => false, match: () => [] }
}
