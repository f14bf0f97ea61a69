import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import {
  EVIL,
  runOf,
  SHOP,
  UNREAD,
  verdictOf,
  withWaived,
  written,
} from '../../../test/report/verdicts.ts'
import type { Verdict } from '../../verdict/verdict.ts'
import { json } from './json.ts'

const SCHEMA = new URL('../../../docs/api/report.schema.json', import.meta.url)
const validate = new Ajv2020({ allowUnionTypes: true, allErrors: true }).compile(
  JSON.parse(readFileSync(SCHEMA, 'utf8')),
)
const shop = verdictOf({ texts: SHOP, ...UNREAD })

describe('the JSON report', () => {
  it.each([
    { name: 'findings, faults and placeholders', verdict: shop, run: runOf() },
    { name: 'waived findings', verdict: withWaived(shop, 'root-example'), run: runOf() },
    { name: 'a hostile estate', verdict: verdictOf(EVIL), run: runOf() },
    { name: 'nothing', verdict: verdictOf({ texts: {} }), run: runOf({ targets: [] }) },
    { name: 'no rules', verdict: verdictOf({ texts: SHOP, rules: [] }), run: runOf() },
    {
      name: 'every flag',
      verdict: shop,
      run: runOf({
        persona: 'boss',
        selection: ['--rule a'],
        gate: { failOn: 'urgent', newOnly: false, failed: 0 },
        shown: () => false,
        offeringEvidence: ['a label'],
      }),
    },
  ])('follows its schema for $name', ({ verdict, run }) => {
    validate(JSON.parse(written(json, verdict, run)))
    expect(validate.errors ?? []).toEqual([])
  })

  it('holds a finding with all that tells it', () => {
    expect(report(shop).findings[1]).toEqual({
      id: 'adbb6540d98ab822',
      rule: 'privileged-example',
      severity: 'critical',
      state: 'open',
      stop: 'workloads',
      message: 'Container "cart" is privileged.',
      object: 1,
      resource: { apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'shop', name: 'cart' },
      place: {
        file: 'deploy/cart.yaml',
        line: 18,
        column: 13,
        endColumn: 29,
        path: 'spec.template.spec.containers[0].securityContext.privileged',
        start: 299,
        end: 303,
      },
      duty: 'developer',
      owner: null,
      fixable: true,
    })
  })

  it('names a field that is not written, at the nearest that is', () => {
    expect(report(shop).findings[4]).toMatchObject({
      fixable: false,
      place: { line: 15, path: 'spec.template.spec.containers[0].resources.limits.memory' },
    })
  })

  it('gives null for the namespace of what has none', () => {
    expect(report(shop).findings[0]?.resource).toEqual({
      apiVersion: 'v1',
      kind: 'Namespace',
      namespace: null,
      name: 'shop',
    })
  })

  it('says hostile names exactly', () => {
    const { findings } = report(verdictOf(EVIL))
    const name = Object.keys(EVIL.texts)[0] ?? ''
    expect(findings[0]?.place.file).toBe(name)
    expect(findings[0]?.resource.name).toContain('a\u001B[2Jb line\nbreak')
  })

  it('is the same for every persona', () => {
    const neutral = JSON.parse(written(json, shop))
    const boss = JSON.parse(written(json, shop, runOf({ persona: 'boss' })))
    expect(boss).toEqual({ ...neutral, run: { ...neutral.run, persona: 'boss' } })
  })

  it('hides findings only from the list', () => {
    const run = runOf({ shown: ({ severity }) => severity === 'critical' })
    const hidden = JSON.parse(written(json, shop, run))
    expect(hidden.findings).toHaveLength(2)
    expect(hidden.run.hiddenFindings).toBe(4)
    expect(hidden.rules).toHaveLength(1)
    expect(hidden.stops).toEqual(JSON.parse(written(json, shop)).stops)
    expect(hidden.focus[1].findings).toHaveLength(2)
  })

  it('is written in chunks that memory does not notice', () => {
    const texts = Object.fromEntries(
      Array.from({ length: 300 }, (_, index) => [`${index}.yaml`, SHOP['deploy/cart.yaml'] ?? '']),
    )
    const chunks: string[] = []
    const style = { color: false, ascii: false, width: 80, links: false }
    json.write(verdictOf({ texts }), runOf(), style, (chunk) => chunks.push(chunk))
    expect(chunks.length).toBeGreaterThan(5)
    expect(Math.max(...chunks.map(({ length }) => length))).toBeLessThan(200_000)
    expect(JSON.parse(chunks.join('')).findings).toHaveLength(1500)
  })
})

interface Report {
  readonly findings: readonly {
    readonly resource: { readonly name: string }
    readonly place: { readonly file: string }
  }[]
}

function report(verdict: Verdict): Report {
  const text: Report = JSON.parse(written(json, verdict))
  return text
}
