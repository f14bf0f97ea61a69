import type { Fault } from '../../base/fault.ts'
import { draftsAt } from '../../intake/drafts.ts'
import { readEstate } from '../../intake/read-estate.ts'
import { EXIT } from '../outcome.ts'
import { estateRequest, type EstateTerms } from '../scan.ts'
import type { Library } from './configuration-text.ts'
import { configureBeside, type Configuration } from './configure.ts'
import { filesOf, type ConfigurationFile } from './folder.ts'
import { draftTerraform } from './terraform/draft-terraform.ts'

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
  const request = estateRequest(terms)
  const { scene: found, faults } = readEstate(request)
  const files = draftTerraform(topics, found)
  // What is left is judged as Terraform itself will read it.
  const drafts = draftsAt([...files.values()], terms.workingFolder)
  const { scene } = files.size === 0 ? { scene: found } : readEstate({ ...request, drafts })
  const configurations =
    scene.resources.length === 0 ? [] : configureBeside(topics, scene, { library, files })
  return {
    configurations,
    files: filesOf(configurations, scene, library),
    faults,
    exitCode: faults.length === 0 ? EXIT.fine : EXIT.incomplete,
  }
}
