import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findSarifValidator } from '../../../test/report/validators/sarif-multitool.ts'
import {
  EVIL,
  PAGES,
  runOf,
  SHOP,
  UNREAD,
  verdictOf,
  withWaived,
  written,
} from '../../../test/report/verdicts.ts'
import type { Verdict } from '../../verdict/verdict.ts'
import { messageOf } from './message.ts'
import { sarif } from './sarif.ts'
import { artifactOf } from './uri.ts'

const shop = verdictOf({ texts: SHOP, ...UNREAD })
const run = runOf({ pages: PAGES })

describe('the SARIF report', () => {
  it('places a result by four numbers, with a fingerprint that survives moved lines', () => {
    expect(logOf(shop).results[0]).toEqual({
      ruleId: 'privileged-example',
      ruleIndex: 0,
      kind: 'fail',
      level: 'error',
      message: { text: 'Container "cart" is privileged.' },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'deploy/cart.yaml', uriBaseId: '%SRCROOT%' },
            region: { startLine: 18, startColumn: 13, endLine: 18, endColumn: 29 },
          },
          logicalLocations: [
            {
              fullyQualifiedName:
                'Deployment/shop/cart/spec.template.spec.containers[0].securityContext.privileged',
              kind: 'resource',
            },
          ],
        },
      ],
      partialFingerprints: { primaryLocationLineHash: 'adbb6540d98ab822:1' },
    })
    const texts = { 'moved.yaml': `# one line more\n${SHOP['deploy/cart.yaml'] ?? ''}` }
    const [moved] = logOf(verdictOf({ texts })).results
    expect(moved?.partialFingerprints).toEqual({ primaryLocationLineHash: 'adbb6540d98ab822:1' })
  })

  it('reviews what cannot be told and suppresses what is waived', () => {
    const results = logOf(withWaived(shop, 'root-example')).results
    expect(results.find(({ kind }) => kind === 'review')).toMatchObject({
      level: 'none',
      message: { text: 'Cannot tell: Container "guess" is privileged.' },
    })
    expect(results.filter(({ ruleId }) => ruleId === 'root-example')).toEqual([
      expect.objectContaining({ suppressions: [{ kind: 'external', status: 'accepted' }] }),
      expect.objectContaining({ suppressions: [{ kind: 'external', status: 'accepted' }] }),
    ])
  })

  it('tells everything of a rule beside the finding', () => {
    const [rule] = logOf(shop).tool.driver.rules
    expect(rule).toMatchObject({
      id: 'privileged-example',
      name: 'PrivilegedExample',
      fullDescription: { text: 'What privileged-example is.' },
      defaultConfiguration: { level: 'error' },
      properties: {
        'security-severity': '9.5',
        precision: 'very-high',
        tags: ['security', 'kubernetes', 'workloads', 'host-access'],
      },
    })
    for (const part of [
      '## What it is\n\nWhat privileged-example is.\n\nMore of it.',
      '## Why it matters\n\nWhy',
      '## How it is used against you\n\nHow',
      '## Apply\n\n```yaml\nkind: Pod # applied\n```',
      '## What it restricts\n\nWhat',
      '## How to lift it\n\nHow',
      '## Mend it\n\n```sh\nportolan fix privileged-example deploy\n```\n\nThis prints the patch. It may break',
      '## Who owns it\n\nWhat a pod asks of the node',
      '## References\n\n- [Pod Security Standards](https://',
    ]) {
      expect(rule?.help.markdown).toContain(part)
    }
  })

  it.each([
    { severity: 'critical', is: '9.5' },
    { severity: 'high', is: '8.0' },
    { severity: 'medium', is: '5.5' },
    { severity: 'low', is: '3.0' },
  ])('calls $severity $is', ({ is }) => {
    const severities = logOf(shop).tool.driver.rules.map(
      ({ properties }) => properties['security-severity'],
    )
    expect(severities).toContain(is)
  })

  it('notifies of faults, with their places', () => {
    expect(logOf(shop).invocations[0]).toMatchObject({
      executionSuccessful: true,
      exitCode: 1,
      toolExecutionNotifications: [
        {
          descriptor: { id: 'INTAKE_YAML' },
          level: 'error',
          message: {
            text: 'Not examined: A tab stands where YAML wants spaces. Replace it with spaces.',
          },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: 'deploy/broken.yaml', uriBaseId: '%SRCROOT%' },
                region: { startLine: 12, startColumn: 7 },
              },
            },
          ],
        },
      ],
    })
  })

  it('is a category of its own for other targets', () => {
    const idOf = (targets: readonly string[], selection: readonly string[]): string =>
      logOf(shop, runOf({ targets, selection })).automationDetails.id
    expect(idOf(['.'], [])).toBe('portolan/')
    expect(idOf(['deploy', 'a b'], ['--stop workloads'])).toBe(
      'portolan/deploy/a%20b/--stop%20workloads/',
    )
  })

  it('leaves the least bad out where code scanning takes no more, and says how many', () => {
    const document = 'apiVersion: v1\nkind: Pod\nspec: { containers: [{ name: a }, { name: b }] }\n'
    const texts = { 'many.yaml': Array(12_500).fill(document).join('---\n') }
    const verdict = verdictOf({ texts })
    expect(verdict.findings).toHaveLength(50_000)
    const text = written(sarif, verdict, run)
    expect(gzipSync(text).length).toBeLessThan(10_000_000)
    const { results, invocations, properties } = onlyRun(text)
    expect(results).toHaveLength(25_000)
    expect(new Set(results.map(({ level }) => level))).toEqual(new Set(['error']))
    expect(properties.leftOut).toEqual({ findings: 25_000, faults: 0 })
    expect(invocations[0]?.toolExecutionNotifications[0]?.message.text).toBe(
      '25000 findings of lower severity left out, because code scanning takes no more. The JSON report has all.',
    )
  })
})

describe('messageOf', () => {
  it.each([
    { name: 'doubles braces', text: '{0} ${x}', is: '{{0}} ${{x}}' },
    { name: 'links nothing', text: '[a](https://b)', is: '[a] (https://b)' },
    { name: 'keeps paths', text: 'containers[0].image', is: 'containers[0].image' },
    { name: 'is one line', text: 'a\nb', is: String.raw`a\nb` },
  ])('$name', ({ text, is }) => {
    expect(messageOf(text).text).toBe(is)
  })
})

describe('artifactOf', () => {
  it.each([
    { file: 'a b/c#d.yaml', is: { uri: 'a%20b/c%23d.yaml', uriBaseId: '%SRCROOT%' } },
    { file: 'a:b.yaml', is: { uri: 'a%3Ab.yaml', uriBaseId: '%SRCROOT%' } },
    { file: '../x.yaml', is: { uri: '../x.yaml', uriBaseId: '%SRCROOT%' } },
    { file: '/../x/../a/./y.yaml', is: { uri: 'file:///a/y.yaml' } },
    { file: '/x/y.yaml', is: { uri: 'file:///x/y.yaml' } },
    { file: 'half\uD800', is: { uri: 'half%EF%BF%BD', uriBaseId: '%SRCROOT%' } },
  ])('refers to $file', ({ file, is }) => {
    expect(artifactOf(file)).toEqual(is)
  })
})

describe("Microsoft's validator", () => {
  const validator = findSarifValidator()
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'portolan-sarif-'))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  it.skipIf(validator === undefined)('finds no fault, also by the rules of GitHub', () => {
    const verdicts = {
      shop,
      waived: withWaived(shop, 'root-example'),
      evil: verdictOf(EVIL),
      nothing: verdictOf({ texts: {} }),
    }
    const logs = Object.entries(verdicts).map(([name, verdict]) => {
      const log = join(folder, `${name}.sarif`)
      writeFileSync(log, written(sarif, verdict, run))
      return log
    })
    const out = join(folder, 'validated.sarif')
    const flags = ['--quiet', 'true', '--rule-kind', 'Sarif;Ghas', '--level', 'Error;Warning']
    execFileSync(validator ?? '', ['validate', ...logs, '-o', out, ...flags])
    const found = onlyRun(readFileSync(out, 'utf8')).results
    // SARIF2005 wants an informationUri, and Portolan has no page of its own yet.
    expect(found.filter(({ ruleId }) => ruleId !== 'SARIF2005')).toEqual([])
    expect(found).toHaveLength(logs.length)
  })
})

interface Result {
  readonly ruleId: string
  readonly kind: string
  readonly level: string
  readonly message: { readonly text: string }
  readonly partialFingerprints: object
}

interface Log {
  readonly tool: {
    readonly driver: {
      readonly rules: readonly {
        readonly help: { readonly markdown: string }
        readonly properties: Readonly<Record<string, unknown>>
      }[]
    }
  }
  readonly automationDetails: { readonly id: string }
  readonly properties: { readonly leftOut: object }
  readonly invocations: readonly {
    readonly toolExecutionNotifications: readonly { readonly message: { readonly text: string } }[]
  }[]
  readonly results: readonly Result[]
}

function logOf(verdict: Verdict, as = run): Log {
  return onlyRun(written(sarif, verdict, as))
}

function onlyRun(text: string): Log {
  const { runs }: { readonly runs: readonly Log[] } = JSON.parse(text.replace(/^\uFEFF/, ''))
  const [run, ...others] = runs
  if (run === undefined || others.length > 0) throw new Error('The log does not hold one run.')
  return run
}
