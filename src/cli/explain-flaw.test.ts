import { describe, expect, it } from 'vitest'
import { PARTS } from '../app/explain.ts'
import { writeFiles } from '../intake/estate.testing.ts'
import { run, type Ran } from './host.testing.ts'

function advisory(id: string, changes: object = {}): string {
  return JSON.stringify({
    schema_version: '1.7.5',
    id,
    modified: '2026-11-01T00:00:00Z',
    summary: 'It reads too far.',
    details: '# Impact\nIt reads\u001b[31m beyond its end.',
    references: [{ type: 'WEB', url: 'https://left.example/news' }],
    ...changes,
  })
}

function below(fixed: string, ecosystem = 'npm'): readonly object[] {
  const events = [{ introduced: '0' }, { fixed }]
  return [{ package: { ecosystem, name: 'left' }, ranges: [{ type: 'ECOSYSTEM', events }] }]
}

const MACHINE = {
  'osv/npm/GHSA-aaaa-bbbb-cccc.json': advisory('GHSA-aaaa-bbbb-cccc', {
    aliases: ['CVE-2026-0001'],
    severity: [{ type: 'CVSS_V3', score: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N' }],
    affected: below('1.2.4'),
  }),
  'osv/npm/GHSA-with-draw-nnnn.json': advisory('GHSA-with-draw-nnnn', {
    withdrawn: '2026-11-02T00:00:00Z',
    affected: below('9.0.0'),
  }),
  'osv/Debian/DSA-1.json': advisory('DSA-1', {
    upstream: ['CVE-2026-0009'],
    affected: below('2.0-1', 'Debian:12'),
  }),
  'kev.json': JSON.stringify({
    dateReleased: '2026-11-20T00:00:00Z',
    vulnerabilities: [
      { cveID: 'CVE-2026-0001', dateAdded: '2026-11-10', knownRansomwareCampaignUse: 'Known' },
    ],
  }),
  'shop/Dockerfile': 'FROM node:24\nCOPY package*.json ./\n',
  'shop/package.json': '{ "dependencies": { "left": "^1.0.0" } }',
  'shop/package-lock.json': JSON.stringify({
    lockfileVersion: 3,
    packages: {
      '': { dependencies: { left: '^1.0.0' } },
      'node_modules/left': { version: '1.2.3' },
    },
  }),
  'shop/deploy.yaml': `apiVersion: apps/v1
kind: Deployment
metadata: { name: till, namespace: shop }
spec:
  selector: { matchLabels: { app: till } }
  template:
    metadata: { labels: { app: till } }
    spec:
      containers: [{ name: web, image: registry.example/shop:1 }]
`,
  'empty/a.yaml': 'apiVersion: v1\nkind: Namespace\nmetadata: { name: a }\n',
  'image/bom.json': JSON.stringify({
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    components: [
      {
        type: 'library',
        name: 'left',
        version: '1.0-1',
        purl: 'pkg:deb/debian/left@1.0-1?distro=debian-12',
      },
    ],
  }),
  'vex.json': JSON.stringify({
    '@context': 'https://openvex.dev/ns/v0.2.0',
    statements: [
      {
        vulnerability: { name: 'CVE-2026-0001' },
        products: [{ '@id': 'pkg:npm/left' }],
        status: 'not_affected',
        justification: 'vulnerable_code_not_in_execute_path',
      },
    ],
  }),
}

async function machine(): Promise<(line: string) => Promise<Ran>> {
  const workingFolder = writeFiles(MACHINE)
  const start = (line: string): Promise<Ran> =>
    run(line.split(' '), { workingFolder, env: { PORTOLAN_DATA: 'known' } })
  expect(await start('db import osv kev.json')).toMatchObject({ exitCode: 0 })
  return start
}

describe('explaining an advisory', () => {
  it('tells the way to it: workload, image, Dockerfile, lock file, direct dependency', async () => {
    const { stdout, exitCode } = await (await machine())('explain cve-2026-0001 shop -f md')
    expect(exitCode).toBe(0)
    expect(stdout).toContain(
      '\n\nCVE-2026-0001 · high · stop Code\n\n> What was read has it once.\n',
    )
    expect(stdout).toContain(
      '- left 1.2.3 in shop/package-lock.json:1:72 (shop/package.json:1:21); it runs in Deployment shop/till, container web, image registry.example/shop:1, built by shop/Dockerfile.\n',
    )
    expect(stdout.match(/(?<=^## ).*/gm)).toEqual(PARTS)
  })

  it('keeps apart how severe it is, whether it is attacked, and how', async () => {
    const { stdout } = await (await machine())('explain GHSA-aaaa-bbbb-cccc shop --format md')
    expect(stdout).toContain(
      'Severity high, CVSS 7.5, says GHSA-aaaa-bbbb-cccc. CISA lists it as exploited since 2026-11-10, also for ransom.',
    )
    expect(stdout).toContain(
      'An attacker comes over the network, from as far away as anything leads there. It takes no account, nobody who helps, no special circumstances. What is lost: what should stay secret.',
    )
    expect(stdout).toContain('take left 1.2.4: `npm install left@1.2.4`')
  })

  it('lets no terminal obey the words of an advisory', async () => {
    const { stdout } = await (await machine())('explain CVE-2026-0001 shop')
    expect(stdout).toContain(String.raw`It reads\u001b[31m beyond its end.`)
  })

  it('tells programs the same', async () => {
    const { stdout } = await (await machine())('explain CVE-2026-0001 shop -f json --vex vex.json')
    expect(JSON.parse(stdout)).toMatchObject({
      id: 'CVE-2026-0001',
      names: ['CVE-2026-0001', 'GHSA-aaaa-bbbb-cccc'],
      severity: 'high',
      places: [
        {
          ecosystem: 'npm',
          name: 'left',
          version: '1.2.3',
          answer: 'affected',
          scope: 'production',
          broughtBy: { name: 'left', at: 'shop/package.json:1:21' },
          fix: '1.2.4',
          state: 'not_affected',
          paths: [
            {
              workload: 'Deployment shop/till',
              container: 'web',
              image: 'registry.example/shop:1',
              dockerfile: 'shop/Dockerfile',
            },
          ],
        },
      ],
      references: [
        'https://osv.dev/vulnerability/CVE-2026-0001',
        'https://osv.dev/vulnerability/GHSA-aaaa-bbbb-cccc',
        'https://left.example/news',
      ],
    })
  })

  it('says so when nothing that was read has it', async () => {
    const { stdout, exitCode } = await (await machine())('explain CVE-2026-0001 empty')
    expect(exitCode).toBe(0)
    expect(stdout).toContain('No package of what was read has it.\n')
  })

  it('says of one that was withdrawn that nothing is to be done', async () => {
    const { stdout } = await (await machine())('explain GHSA-with-draw-nnnn shop')
    expect(stdout).toContain('It was withdrawn on 2026-11-02: nothing has to be done about it.')
    expect(stdout).toContain('No package of what was read has it.\n')
  })

  it('finds what a distribution says of a flaw under another name', async () => {
    const { stdout, exitCode } = await (await machine())('explain CVE-2026-0009 image')
    expect(exitCode).toBe(0)
    expect(stdout).toContain('What was read has it once.\n')
    expect(stdout).toContain('take left 2.0-1')
  })

  it.each([
    ['without a database', 'PORTOLAN_DATA', 'There is no database of advisories on this machine'],
    [
      'of an id that no advisory has',
      'known',
      'None of the advisories that were imported is called "CVE-2026-9999"',
    ],
  ])('is refused %s', async (_, data, words) => {
    const workingFolder = writeFiles(MACHINE)
    await run(['db', 'import', 'osv'], { workingFolder, env: { PORTOLAN_DATA: 'known' } })
    const { stderr, exitCode } = await run(['explain', 'CVE-2026-9999', 'shop'], {
      workingFolder,
      env: { PORTOLAN_DATA: data },
    })
    expect({ exitCode, isTold: stderr.includes(words) }).toEqual({ exitCode: 2, isTold: true })
  })

  it('takes no target for a rule', async () => {
    const { stderr, exitCode } = await (await machine())('explain root-container shop')
    expect(exitCode).toBe(2)
    expect(stderr).toContain('A rule is explained without an estate.')
  })
})
