import type { Fault } from '../../base/fault.ts'
import { draftsAt } from '../../intake/drafts.ts'
import { readEstate } from '../../intake/read-estate.ts'
import { printable } from '../../report/printable.ts'
import { isProven } from '../guide.ts'
import { EXIT } from '../outcome.ts'
import { estateRequest, type EstateTerms } from '../scan.ts'
import { CONFIGURATION_MARK, type Library } from './configuration-text.ts'
import { configure, type Configuration } from './configure.ts'
import { filesOf, type ConfigurationFile } from './folder.ts'
import type { Tier } from './network/admin-tier.ts'
import { proofLines } from './network/proof-text.ts'
import { prove, type Proof } from './network/prove.ts'
import { draftTerraform } from './terraform/draft-terraform.ts'

/** The configuration of an estate. What was not read it cannot be adapted to, so faults make it incomplete. */
export interface EstateConfiguration {
  readonly configurations: readonly Configuration[]
  /** The same as files of a folder. */
  readonly files: readonly ConfigurationFile[]
  /** What holds of the network once all of it is applied; where topics of the network were asked for. */
  readonly proof: Proof | undefined
  readonly faults: readonly Fault[]
  readonly exitCode: number
}

/** Reads the estate and drafts the configuration of some topics for it. */
export function configureEstate(
  terms: EstateTerms,
  topics: readonly string[],
  { tier, ...library }: Library & { readonly tier?: Tier },
): EstateConfiguration {
  const request = estateRequest(terms)
  const { scene: found, faults } = readEstate(request)
  const files = draftTerraform(topics, found)
  // What is left is judged as Terraform itself will read it.
  const drafts = draftsAt([...files.values()], terms.workingFolder)
  const { scene } = files.size === 0 ? { scene: found } : readEstate({ ...request, drafts })
  const isEmpty = scene.resources.length === 0
  const { configurations, done } = isEmpty
    ? { configurations: [], done: scene }
    : configure(topics, scene, { library, files, tier })
  const proof = !isEmpty && isProven(topics) ? prove(scene, done) : undefined
  return {
    configurations,
    proof,
    files: [...filesOf(configurations, scene, library), ...proofFile(proof)],
    faults,
    exitCode: faults.length === 0 ? EXIT.fine : EXIT.incomplete,
  }
}

function proofFile(proof: Proof | undefined): readonly ConfigurationFile[] {
  if (proof === undefined) return []
  const lines = [
    `${CONFIGURATION_MARK}: what holds once all of it is applied.`,
    ...proofLines(proof),
  ]
  return [{ path: 'proof.txt', text: `${lines.map(printable).join('\n')}\n`, objects: 0 }]
}
