import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readEstate } from '../../src/intake/read-estate.ts'
import { PERSONAE } from '../../src/model/itinerary.ts'
import { NEWEST_KUBERNETES } from '../../src/model/version.ts'
import { html } from '../../src/report/html/html.ts'
import { CATALOGUE } from '../../src/rules/catalogue.ts'
import { loadPages } from '../../src/rules/pages.ts'
import { judgeSurvey, type Verdict } from '../../src/verdict/verdict.ts'
import { runOf, written } from './verdicts.ts'

const HARBOUR = join(import.meta.dirname, '..', '..', 'examples', 'harbour')
const FINDINGS = 5000
const MOST_BYTES = 1_500_000

const folder = mkdtempSync(join(tmpdir(), 'portolan-size-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

describe('the HTML report of five thousand findings', () => {
  const verdict = manyHarbours(16)
  const pages = loadPages()

  it.each([undefined, ...PERSONAE])('stays below 1.5 MB for %s', (persona) => {
    const page = written(html, verdict, runOf({ pages, persona }))
    expect(page.match(/<li id=f/g)).toHaveLength(FINDINGS)
    expect(Buffer.byteLength(page)).toBeLessThan(MOST_BYTES)
    // Explanations give way to findings, but never all of them: the worst rules come first.
    const explained = page.match(/<dl class=parts>/g) ?? []
    expect(explained.length).toBeGreaterThan(80)
  })
})

/** Copies of the demonstration estate, cut to their first findings. */
function manyHarbours(copies: number): Verdict {
  for (let copy = 0; copy < copies; copy += 1) {
    cpSync(HARBOUR, join(folder, `harbour-${copy}`), { recursive: true })
  }
  const survey = readEstate({
    targets: ['.'],
    workingFolder: folder,
    skipPaths: [],
    readStdin: () => new Uint8Array(),
    kubernetes: NEWEST_KUBERNETES,
    offering: undefined,
    today: '2026-11-24',
  })
  const verdict = judgeSurvey(survey, CATALOGUE)
  return { ...verdict, findings: verdict.findings.slice(0, FINDINGS) }
}
