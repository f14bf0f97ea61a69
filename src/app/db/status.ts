import { openStore } from '../../advisories/open-store.ts'
import type { SignalsSnapshot, Snapshot } from '../../advisories/store.ts'
import type { Fault } from '../../base/fault.ts'
import { succeed, type Result } from '../../base/result.ts'
import { agesOf, type AdvisoryAge } from '../../verdict/advisory-age.ts'

/** What the advisories of a folder hold, one snapshot for each ecosystem, and what is wrong with them. */
export interface AdvisoriesStatus {
  readonly folder: string
  readonly snapshots: readonly Snapshot[]
  /** What is known of attacks. */
  readonly signals: readonly SignalsSnapshot[]
  /** How old they are, in the order of the snapshots. */
  readonly ages: readonly AdvisoryAge[]
  readonly faults: readonly Fault[]
}

/**
 * Tells what advisories a folder holds; every byte of the set in use is checked. Fails where there are none that can be
 * used. O(bytes).
 */
export function advisoriesStatus(
  folder: string,
  { today, holdsDays }: { readonly today: string; readonly holdsDays: number },
): Result<AdvisoriesStatus> {
  const opened = openStore(folder)
  if (!opened.ok) return opened
  const store = opened.value
  const faults = store.check()
  const { snapshots, signals } = store
  const ages = agesOf({ snapshots, holdsDays }, today)
  const status = { folder, snapshots, signals, ages, faults }
  store.close()
  return succeed(status)
}
