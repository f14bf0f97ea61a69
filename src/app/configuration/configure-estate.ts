import type { Fault } from '../../base/fault.ts'
import { readEstate } from '../../intake/read-estate.ts'
import type { GuidePage } from '../../model/guide-page.ts'
import { EXIT } from '../outcome.ts'
import { estateRequest, type EstateTerms } from '../scan.ts'
import { configure, type Configuration } from './configure.ts'

/** The configuration of an estate. What was not read it cannot be adapted to, so faults make it incomplete. */
export interface EstateConfiguration {
  readonly configurations: readonly Configuration[]
  readonly faults: readonly Fault[]
  readonly exitCode: number
}

/** Reads the estate and drafts the configuration of some topics for it. */
export function configureEstate(
  terms: EstateTerms,
  topics: readonly string[],
  guides: ReadonlyMap<string, GuidePage>,
): EstateConfiguration {
  const { scene, faults } = readEstate(estateRequest(terms))
  return {
    configurations: scene.resources.length === 0 ? [] : configure(topics, scene, guides),
    faults,
    exitCode: faults.length === 0 ? EXIT.fine : EXIT.incomplete,
  }
}
