import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { FORMATS } from '../../src/report/formats.ts'
import { sarif } from '../../src/report/sarif/sarif.ts'
import { RECORDED } from './recorded.ts'
import { findSarifValidator } from './validators/sarif-multitool.ts'
import { VALIDATORS } from './validators/validators.ts'
import { written } from './verdicts.ts'

describe('the recorded results', () => {
  it('are many, each with a name of its own, and every format has a validator', () => {
    expect(RECORDED.length).toBeGreaterThanOrEqual(30)
    expect(new Set(RECORDED.map(({ name }) => name)).size).toBe(RECORDED.length)
    expect([...VALIDATORS.keys()]).toEqual(FORMATS.map(({ name }) => name))
  })

  it.each(RECORDED)('are valid in every format: $name', ({ make }) => {
    const { verdict, run } = make()
    for (const format of FORMATS) {
      const text = written(format, verdict, run)
      expect(VALIDATORS.get(format.name)?.(text)).toEqual([])
      // What half a pair of surrogates becomes in UTF-8 nobody can read back.
      expect(Buffer.from(text).toString()).toBe(text)
    }
  })

  const validator = findSarifValidator()
  it.skipIf(validator === undefined)(
    'are valid SARIF by the schema of OASIS and the rules of GitHub',
    { timeout: 300_000 },
    () => {
      const folder = mkdtempSync(join(tmpdir(), 'portolan-recorded-'))
      const logs = RECORDED.map(({ make }, index) => {
        const { verdict, run } = make()
        const log = join(folder, `${index}.sarif`)
        writeFileSync(log, written(sarif, verdict, run))
        return log
      })
      const out = join(folder, 'validated.sarif')
      const flags = ['--quiet', 'true', '--rule-kind', 'Sarif;Ghas', '--level', 'Error;Warning']
      execFileSync(validator ?? '', ['validate', ...logs, '-o', out, ...flags])
      const { runs }: Validated = JSON.parse(readFileSync(out, 'utf8').replace(/^\uFEFF/, ''))
      const found = runs.flatMap(({ results }) => results)
      rmSync(folder, { recursive: true })
      // SARIF2005 wants an informationUri, and Portolan has no page of its own yet.
      expect(found.filter(({ ruleId }) => ruleId !== 'SARIF2005')).toEqual([])
      expect(found).toHaveLength(logs.length)
    },
  )
})

interface Validated {
  readonly runs: readonly { readonly results: readonly { readonly ruleId: string }[] }[]
}
