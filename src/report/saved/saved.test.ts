import { describe, expect, it } from 'vitest'
import { RECORDED } from '../../../test/report/recorded.ts'
import { runOf, SHOP, UNREAD, verdictOf, written } from '../../../test/report/verdicts.ts'
import { FORMATS } from '../formats.ts'
import { json } from '../json/json.ts'
import type { Run } from '../report.ts'
import type { Verdict } from '../told.ts'
import { readSaved } from './read-saved.ts'

describe('a saved report', () => {
  it.each(RECORDED)('says in every format what the scan would have: $name', ({ make }) => {
    const { verdict, run } = make()
    const again = reopened(written(json, verdict, run), run)
    for (const format of FORMATS) {
      expect(written(format, again.verdict, again.run)).toBe(written(format, verdict, run))
    }
  })

  it('may be of a later minor version, with more than is known', () => {
    const later = { ...saved(), schemaVersion: '1.7.3', weather: 'fair' }
    expect(readSaved(JSON.stringify(later), 'a.json').ok).toBe(true)
  })
})

describe('readSaved', () => {
  it.each([
    { name: 'no JSON', text: 'kind: Pod', is: 'a.json is not valid JSON.' },
    { name: 'other JSON', text: '[]', is: 'a.json is no report of Portolan.' },
    {
      name: 'a report of another shape',
      text: JSON.stringify({ ...saved(), schemaVersion: '2.0.0' }),
      is: 'a.json is a report of version 2.0.0; this Portolan converts those of 1.1 and later.',
    },
    {
      name: 'a report that holds too little',
      text: JSON.stringify({ ...saved(), schemaVersion: '1.0.0' }),
      is: 'a.json is a report of version 1.0.0; this Portolan converts those of 1.1 and later.',
    },
    {
      name: 'a part that is missing',
      text: JSON.stringify({ ...saved(), stops: [] }),
      is: 'a.json is no whole report: stops is not as docs/api/report.schema.json says.',
    },
    {
      name: 'a rule that was not asked',
      text: JSON.stringify({ ...saved(), asked: [] }),
      is: 'a.json is no whole report: findings is not as docs/api/report.schema.json says.',
    },
    {
      name: 'an object that is not there',
      text: JSON.stringify({ ...saved(), findings: [], hidden: [], focus: [], objects: [] }),
      is: 'a.json is no whole report: workloads is not as docs/api/report.schema.json says.',
    },
    {
      name: 'an action about nothing',
      text: JSON.stringify({ ...saved(), findings: [] }),
      is: 'a.json is no whole report: focus is not as docs/api/report.schema.json says.',
    },
  ])('refuses $name', ({ text, is }) => {
    expect(readSaved(text, 'a.json')).toMatchObject({
      ok: false,
      fault: { code: 'REPORT_READ', at: 'a.json', message: is },
    })
  })
})

function saved(): object {
  const report: object = JSON.parse(written(json, verdictOf({ texts: SHOP, ...UNREAD })))
  return report
}

function reopened(text: string, { durationMs, pages }: Run): { verdict: Verdict; run: Run } {
  const read = readSaved(text, 'a.json')
  if (!read.ok) throw new Error(read.fault.message)
  return { verdict: read.value.verdict, run: { ...runOf(), ...read.value.run, durationMs, pages } }
}
