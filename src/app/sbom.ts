import { basename, resolve } from 'node:path'
import { examinedIn } from '../analysis/packages/flawed.ts'
import type { Fault } from '../base/fault.ts'
import { readEstate } from '../intake/read-estate.ts'
import { lockFilesIn } from '../model/package.ts'
import { entriesOf } from '../report/sbom/bill.ts'
import { cycloneDxText } from '../report/sbom/cyclonedx.ts'
import { openVexText } from '../report/sbom/openvex.ts'
import { spdxText } from '../report/sbom/spdx.ts'
import { EXIT } from './outcome.ts'
import { estateRequest, type EstateTerms } from './scan.ts'

/** How a bill of materials is written. */
export type SbomFormat = 'cyclonedx' | 'spdx' | 'openvex'

/** A bill of materials, and what could not be read for it. */
export interface Sbom {
  readonly text: string
  readonly faults: readonly Fault[]
  readonly exitCode: number
}

/** What a bill is written with: its format and the version of the program. */
export interface SbomTerms {
  readonly format: SbomFormat
  readonly version: string
}

const WRITERS = { cyclonedx: cycloneDxText, spdx: spdxText, openvex: openVexText } as const

/** Writes the bill of materials of an estate: every package of its lock files, manifests and SBOMs. O(packages). */
export function writeSbom(terms: EstateTerms, { format, version }: SbomTerms): Sbom {
  const { scene, faults } = readEstate(estateRequest(terms))
  const billed = lockFilesIn(scene)
    .flatMap((file) => examinedIn(file, scene))
    .map(({ found, flaws = [] }) => ({
      found,
      flaws: flaws.map((flaw) => ({ flaw, statement: flaw.said })),
    }))
  const bill = { name: nameOf(terms), today: terms.today, version, entries: entriesOf(billed) }
  return {
    text: WRITERS[format](bill),
    faults,
    exitCode: faults.length === 0 ? EXIT.fine : EXIT.incomplete,
  }
}

function nameOf({ targets, workingFolder }: EstateTerms): string {
  const [only = '.'] = targets
  return targets.length > 1 ? 'estate' : basename(resolve(workingFolder, only)) || 'estate'
}
