import { describe, expect, it } from 'vitest'
import { SHOP, UNREAD, verdictOf, withWaived, written } from '../../../test/report/verdicts.ts'
import { codeQuality } from './code-quality.ts'
import { sast, uuidOf } from './sast.ts'

const shop = verdictOf({ texts: SHOP, ...UNREAD })
const waived = withWaived(shop, 'root-example')

describe('the code quality report', () => {
  it('places an issue by path and line, with a fingerprint of its own', () => {
    expect(issuesOf(shop)[1]).toEqual({
      description: 'Container "cart" is privileged.',
      check_name: 'privileged-example',
      fingerprint: 'adbb6540d98ab822',
      severity: 'blocker',
      location: { path: 'deploy/cart.yaml', lines: { begin: 18 } },
    })
    expect(new Set(issuesOf(shop).map(({ fingerprint }) => fingerprint)).size).toBe(7)
  })

  it('says in words what does not count, and gives it the least weight', () => {
    const told = issuesOf(waived).map(({ severity, description }) => `${severity} ${description}`)
    expect(told).toContain('info Waived: Container "cart" may run as root: nothing forbids it.')
    expect(told).toContain('info Cannot tell: Container "guess" is privileged.')
    expect(told[0]).toBe(
      'info Not examined: A tab stands where YAML wants spaces. Replace it with spaces.',
    )
  })
})

describe('the SAST report', () => {
  it('tells a finding with its solution and its references', () => {
    const [first] = reportOf(shop).vulnerabilities
    expect(first).toEqual({
      id: 'adbb6540-d98a-8b82-ab98-26fa816889bf',
      name: 'Container "cart" is privileged.',
      description: expect.stringContaining('Whose move: developer. Finding adbb6540d98ab822.'),
      severity: 'Critical',
      solution:
        'Run no privileged containers: portolan fix privileged-example deploy. ' +
        'What it is, what it restricts and how to lift it: portolan explain privileged-example',
      location: { file: 'deploy/cart.yaml', start_line: 18, end_line: 18 },
      identifiers: [
        {
          type: 'portolan_rule',
          name: 'Portolan privileged-example',
          value: 'privileged-example',
        },
      ],
      links: expect.arrayContaining([
        {
          name: 'Pod Security Standards',
          url: 'https://kubernetes.io/docs/concepts/security/',
        },
      ]),
    })
  })

  it('calls what cannot be told unknown, and what is waived of no weight', () => {
    const told = reportOf(waived).vulnerabilities.map(({ severity, name }) => `${severity} ${name}`)
    expect(told).toContain('Unknown Cannot tell: Container "guess" is privileged.')
    expect(told).toContain('Info Waived: Container "log" may run as root: nothing forbids it.')
  })

  it('has messages of what was not examined', () => {
    const { scan } = reportOf(shop)
    expect(scan.status).toBe('success')
    expect(scan.messages.map(({ level, value }) => `${level} ${value}`).slice(0, 2)).toEqual([
      'warn Not examined: deploy/broken.yaml:12:7: A tab stands where YAML wants spaces. ' +
        'Replace it with spaces. (INTAKE_YAML)',
      'info Not examined: Cloud.',
    ])
  })
})

describe('uuidOf', () => {
  it('is a UUID of version 8 that tells ids apart', () => {
    const ids = ['0000000000000000', '0000000000000001', 'ffffffffffffffff']
    const uuids = ids.map(uuidOf)
    for (const uuid of uuids)
      expect(uuid).toMatch(/^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-a[\da-f]{3}-[\da-f]{12}$/)
    expect(new Set(uuids).size).toBe(3)
  })
})

interface Issue {
  readonly description: string
  readonly fingerprint: string
  readonly severity: string
}

function issuesOf(verdict: typeof shop): readonly Issue[] {
  const issues: readonly Issue[] = JSON.parse(written(codeQuality, verdict))
  return issues
}

interface Report {
  readonly scan: {
    readonly status: string
    readonly messages: readonly { readonly level: string; readonly value: string }[]
  }
  readonly vulnerabilities: readonly { readonly severity: string; readonly name: string }[]
}

function reportOf(verdict: typeof shop): Report {
  const report: Report = JSON.parse(written(sast, verdict))
  return report
}
