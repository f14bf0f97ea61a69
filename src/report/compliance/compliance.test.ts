import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import {
  EVIL,
  PLAIN,
  runOf,
  SHOP,
  UNREAD,
  verdictOf,
  withWaived,
} from '../../../test/report/verdicts.ts'
import { FRAMEWORK_IDS } from '../../model/framework.ts'
import { FRAMEWORKS } from '../../model/frameworks.data.ts'
import { judgeCompliance } from '../../verdict/compliance.ts'
import type { Verdict } from '../../verdict/verdict.ts'
import type { Run, Style } from '../report.ts'
import { writeComplianceJson } from './json.ts'
import { writeComplianceText } from './text.ts'

const ajv = new Ajv2020({ allowUnionTypes: true, allErrors: true, formats: { date: true } })
ajv.addSchema(schemaOf('report'), 'report.schema.json')
const validate = ajv.compile(schemaOf('compliance'))
const shop = verdictOf({ texts: SHOP, ...UNREAD })

function schemaOf(name: string) {
  const file = new URL(`../../../docs/api/${name}.schema.json`, import.meta.url)
  return JSON.parse(readFileSync(file, 'utf8'))
}

function jsonOf(verdict: Verdict, framework: (typeof FRAMEWORK_IDS)[number] = 'nsa'): string {
  const chunks: string[] = []
  const compliance = judgeCompliance(verdict, FRAMEWORKS[framework])
  writeComplianceJson(compliance, verdict, runOf(), (chunk) => chunks.push(chunk))
  return chunks.join('')
}

function textOf(verdict: Verdict, run: Run = runOf(), style: Style = PLAIN): string {
  const chunks: string[] = []
  const compliance = judgeCompliance(verdict, FRAMEWORKS.nsa)
  writeComplianceText(compliance, { verdict, run, style }, (chunk) => chunks.push(chunk))
  return chunks.join('')
}

describe('the JSON of a framework', () => {
  it.each([
    ...FRAMEWORK_IDS.map((id) => ({ name: id, json: jsonOf(shop, id) })),
    { name: 'a hostile estate', json: jsonOf(verdictOf(EVIL)) },
    { name: 'nothing', json: jsonOf(verdictOf({ texts: {} })) },
    { name: 'waived findings', json: jsonOf(withWaived(shop, 'root-example')) },
  ])('follows its schema: $name', ({ json }) => {
    validate(JSON.parse(json))
    expect(validate.errors ?? []).toEqual([])
  })

  it('is the same bytes for the same verdict', () => {
    expect(jsonOf(shop)).toBe(jsonOf(verdictOf({ texts: SHOP, ...UNREAD })))
  })
})

describe('the text of a framework', () => {
  it('tells the counts first, then what is not met with its first places', () => {
    const lines = textOf(verdictOf({ texts: SHOP })).split('\n')
    expect(lines[1]).toBe('Framework       NSA/CISA Kubernetes Hardening Guide 1.2')
    expect(lines[2]).toBe('20 controls     2 not met · 18 no rule covers')
    expect(lines[4]).toBe('Not met · 2 controls')
    expect(lines[6]).toBe('      deploy/cart.yaml:18:13  privileged-example')
  })

  it('calls nothing met when something was not examined', () => {
    const text = textOf(
      verdictOf({ texts: { 'good.yaml': `${SHOP['deploy/good.yaml']}` }, ...UNREAD }),
    )
    expect(text).not.toMatch(/Met as far/)
    expect(text).toMatch(/not everything was examined/)
  })

  it('lists everything when asked to', () => {
    const short = textOf(verdictOf({ texts: {} }))
    const long = textOf(verdictOf({ texts: {} }), runOf({ verbose: true }))
    expect(short).toContain('-v tells all')
    expect(long).not.toContain('-v tells all')
    expect(long.split('\n').length).toBeGreaterThan(short.split('\n').length)
  })

  it.each([60, 80, 100])('keeps within %d columns but for places', (width) => {
    const lines = textOf(shop, runOf(), { ...PLAIN, width }).split('\n')
    const long = lines.filter((line) => line.length > width)
    for (const line of long) expect(line).toMatch(/^ +\S+:\d+:\d+ |^ +Render |^\w.*deploy/)
  })
})
