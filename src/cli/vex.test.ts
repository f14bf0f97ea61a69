import { describe, expect, it } from 'vitest'
import { writeFiles } from '../intake/estate.testing.ts'
import { run, type Ran } from './host.testing.ts'

const PURL = 'pkg:npm/left@1.2.3'

const SAID = {
  'openvex.json': {
    '@context': 'https://openvex.dev/ns/v0.2.0',
    statements: [
      {
        vulnerability: { name: 'CVE-2026-0001' },
        products: [{ '@id': PURL }],
        status: 'not_affected',
        justification: 'vulnerable_code_not_in_execute_path',
      },
    ],
  },
  'cyclonedx.json': {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    vulnerabilities: [
      {
        id: 'CVE-2026-0001',
        analysis: { state: 'not_affected', justification: 'code_not_reachable' },
        affects: [{ ref: PURL }],
      },
    ],
  },
  'csaf.json': {
    document: { csaf_version: '2.0' },
    product_tree: {
      full_product_names: [{ product_id: 'L', product_identification_helper: { purl: PURL } }],
    },
    vulnerabilities: [
      {
        cve: 'CVE-2026-0001',
        product_status: { known_not_affected: ['L'] },
        flags: [{ label: 'vulnerable_code_not_in_execute_path', product_ids: ['L'] }],
      },
    ],
  },
}

const MACHINE = {
  'osv/npm/GHSA-aaaa-bbbb-cccc.json': JSON.stringify({
    id: 'GHSA-aaaa-bbbb-cccc',
    aliases: ['CVE-2026-0001'],
    modified: '2026-11-01T00:00:00Z',
    severity: [{ type: 'CVSS_V3', score: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H' }],
    affected: ['left', 'right'].map((name) => ({
      package: { ecosystem: 'npm', name },
      ranges: [{ type: 'SEMVER', events: [{ introduced: '0' }, { fixed: '1.2.4' }] }],
    })),
  }),
  'shop/package-lock.json': JSON.stringify({
    lockfileVersion: 3,
    packages: { '': { dependencies: { left: '*' } }, 'node_modules/left': { version: '1.2.3' } },
  }),
  'both/package-lock.json': JSON.stringify({
    lockfileVersion: 3,
    packages: {
      '': { dependencies: { left: '*' } },
      'node_modules/left': { version: '1.2.3', dependencies: { right: '*' } },
      'node_modules/right': { version: '1.0.0' },
    },
  }),
  ...Object.fromEntries(Object.entries(SAID).map(([file, said]) => [file, JSON.stringify(said)])),
}

async function machine(): Promise<(line: string) => Promise<Ran>> {
  const workingFolder = writeFiles(MACHINE)
  const start = (line: string): Promise<Ran> =>
    run(line.split(' '), { workingFolder, env: { PORTOLAN_DATA: 'known' } })
  expect(await start('db import osv --as-of 2026-11-24')).toMatchObject({ exitCode: 0 })
  return start
}

interface Told {
  readonly findings: readonly {
    readonly id: string
    readonly state: string
    readonly waiver?: object
  }[]
}

function findingsOf({ stdout }: Ran): Told['findings'] {
  const told: Told = JSON.parse(stdout)
  return told.findings
}

const FILES = Object.keys(SAID)

describe('what is said of a flaw', () => {
  it.each(FILES)(
    'in %s changes the state of what a scan finds, and never the list',
    async (file) => {
      const start = await machine()
      const before = await start('scan shop -f json')
      const after = await start(`scan shop -f json --vex ${file}`)
      expect([before.exitCode, after.exitCode]).toEqual([1, 0])
      expect(findingsOf(after).map(({ id }) => id)).toEqual(findingsOf(before).map(({ id }) => id))
      expect(findingsOf(before).map(({ state }) => state)).toEqual(['open'])
      expect(findingsOf(after)).toMatchObject([
        {
          state: 'waived',
          waiver: {
            id: file,
            owner: file,
            reason: 'not affected, vulnerable code not in execute path',
            source: 'vex',
          },
        },
      ])
    },
  )

  it.each(FILES)('in %s changes the state of packages, and never the list', async (file) => {
    const start = await machine()
    const { stdout } = await start(`packages shop -f json --vex ${file}`)
    expect(JSON.parse(stdout)).toMatchObject({
      packages: [
        {
          name: 'left',
          ids: ['GHSA-aaaa-bbbb-cccc'],
          states: { 'GHSA-aaaa-bbbb-cccc': { status: 'not_affected', from: file } },
        },
      ],
      counts: { packages: 1, examined: 1, vulnerable: 0 },
    })
  })

  it('of one package leaves the others of its cause open', async () => {
    const start = await machine()
    const { stdout, exitCode } = await start('scan both -f json --vex openvex.json')
    expect(exitCode).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({
      findings: [
        {
          state: 'open',
          message:
            '"left" 1.2.3 brings right 1.0.0 with GHSA-aaaa-bbbb-cccc (critical); right 1.2.4 mends it.',
        },
      ],
    })
  })

  it('is told by every report that has words for it, and by a report of a saved one', async () => {
    const start = await machine()
    const told = ['text', 'json', 'sarif', 'junit', 'markdown', 'html']
    for (const format of told) {
      const { stdout } = await start(`scan shop -f ${format} --vex openvex.json`)
      const isTold = stdout.includes('vulnerable code not in execute path')
      expect({ format, isTold }).toEqual({ format, isTold: true })
    }
    await start('scan shop -o known/saved.json -f json --vex openvex.json')
    const { stdout } = await start('report known/saved.json -f text')
    expect(stdout).toContain('openvex.json: not affected, vulnerable code not in execute path')
  })
})
