import { readEstate, type Estate } from '../../src/intake/read-estate.ts'
import { NEWEST_KUBERNETES } from '../../src/model/version.ts'
import { CATALOGUE } from '../../src/rules/catalogue.ts'
import { judgeSurvey, type Verdict } from '../../src/verdict/verdict.ts'

/** Reads a folder as `portolan scan` does without flags. */
export function estateOf(folder: string): Estate {
  return readEstate({
    targets: ['.'],
    workingFolder: folder,
    skipPaths: [],
    readStdin: () => new Uint8Array(),
    kubernetes: NEWEST_KUBERNETES,
    offering: undefined,
    today: '2026-11-24',
  })
}

/** Judges a folder by the whole catalogue. */
export function verdictOf(folder: string): Verdict {
  return judgeSurvey(estateOf(folder), CATALOGUE)
}
