import { existsSync } from 'node:fs'
import { openStore } from '../../advisories/open-store.ts'
import type { Store } from '../../advisories/store.ts'
import type { Fault } from '../../base/fault.ts'
import type { Advisories } from '../../model/advisories.ts'
import { heeding, type Statements } from '../vex.ts'
import { advisoriesFolder } from './data-folder.ts'

/** What is known of packages, and the words of each advisory. */
export type KnownAdvisories = Advisories & Pick<Store, 'prose' | 'namesOf'>

/** How far advisories are relied on. */
export interface AdvisoryTerms {
  readonly holdsDays: number
  /** What is said of flaws (VEX). */
  readonly statements: Statements
}

/**
 * What is known of packages on this machine; undefined where nothing was ever imported. Its files are read when packages
 * are first asked about. Where nothing of what was imported can be used, nothing is known of any package, and a fault
 * tells whoever has packages.
 */
export function knownAdvisories(
  env: Readonly<Record<string, string | undefined>>,
  workingFolder: string,
  terms: AdvisoryTerms,
): KnownAdvisories | undefined {
  const folder = advisoriesFolder(env, workingFolder)
  if (!existsSync(folder)) return undefined
  const opened = openStore(folder)
  if (opened.ok) return relied(opened.value, terms)
  return opened.fault.code === 'ADVISORIES_NONE' ? undefined : unusable(opened.fault, terms)
}

/** For how many days advisories are relied on when nobody says it. */
export const USUAL_AGE_DAYS = 14

function relied(store: Store, { holdsDays, statements }: AdvisoryTerms): KnownAdvisories {
  const { faultsFor, has, match, freeAbove, prose, namesOf } = store
  return {
    holdsDays,
    // Changes while files are opened: that of the set before may stand in.
    get snapshots() {
      return store.snapshots
    },
    faultsFor,
    has,
    match: heeding(match, statements),
    freeAbove,
    prose,
    namesOf,
  }
}

function unusable(fault: Fault, { holdsDays }: AdvisoryTerms): KnownAdvisories {
  return {
    holdsDays,
    snapshots: [],
    faultsFor: () => [fault],
    has: () => false,
    match: () => [],
    freeAbove: () => [],
    prose: () => [],
    namesOf: () => [],
  }
}
