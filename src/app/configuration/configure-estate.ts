import type { Fault } from '../../base/fault.ts'
import { readEstate } from '../../intake/read-estate.ts'
import { EXIT } from '../outcome.ts'
import { estateRequest, type EstateTerms } from '../scan.ts'
import type { Library } from './configuration-text.ts'
import { configure, type Configuration } from './configure.ts'
import { filesOf, type ConfigurationFile } from './folder.ts'

/** The configuration of an estate. What was not read it cannot be adapted to, so faults make it incomplete. */
export interface EstateConfiguration {
  readonly configurations: readonly Configuration[]
  /** The same as files of a folder. */
  readonly files: readonly ConfigurationFile[]
  readonly faults: readonly Fault[]
  readonly exitCode: number
}

/** Reads the estate and drafts the configuration of some topics for it. */
export function configureEstate(
  terms: EstateTerms,
  topics: readonly string[],
  library: Library,
): EstateConfiguration {
  const { scene, faults } = readEstate(estateRequest(terms))
  const configurations = scene.resources.length === 0 ? [] : configure(topics, scene, library)
  return {
    configurations,
    files: filesOf(configurations, scene, library),
    faults,
    exitCode: faults.length === 0 ? EXIT.fine : EXIT.incomplete,
  }
}
