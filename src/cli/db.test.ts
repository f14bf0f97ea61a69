import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { writeFiles } from '../intake/estate.testing.ts'
import { run, type Ran } from './host.testing.ts'

const ADVISORY = JSON.stringify({
  schema_version: '1.7.5',
  id: 'GHSA-aaaa-bbbb-cccc',
  aliases: ['CVE-2026-0001'],
  modified: '2026-11-01T00:00:00Z',
  published: '2026-11-01T00:00:00Z',
  summary: 'It reads too far.',
  affected: [
    {
      package: { ecosystem: 'npm', name: 'left' },
      ranges: [{ type: 'SEMVER', events: [{ introduced: '0' }, { fixed: '1.2.4' }] }],
    },
  ],
})

const LOCK = JSON.stringify({
  name: 'shop',
  lockfileVersion: 3,
  packages: {
    '': { name: 'shop', dependencies: { left: '1.2.3', right: '2.0.0' } },
    'node_modules/left': { version: '1.2.3' },
    'node_modules/right': { version: '2.0.0' },
  },
})

const MACHINE = { 'osv/npm/GHSA-aaaa-bbbb-cccc.json': ADVISORY, 'shop/package-lock.json': LOCK }

function machine(): (line: string) => Promise<Ran> {
  return machineIn().on
}

/** Runs a line on a later day. */
type OnDay = (line: string, today: string) => Promise<Ran>

function aged(): { readonly at: OnDay; readonly folder: string } {
  const folder = writeFiles(MACHINE)
  const env = { PORTOLAN_DATA: 'known' }
  return {
    at: (line, today) => run(line.split(' '), { workingFolder: folder, env, today: () => today }),
    folder,
  }
}

function machineIn(): { readonly on: (line: string) => Promise<Ran>; readonly folder: string } {
  const folder = writeFiles(MACHINE)
  const env = { PORTOLAN_DATA: 'known' }
  return { on: (line) => run(line.split(' '), { workingFolder: folder, env }), folder }
}

/** Damages what decides in the newest file of npm. */
function harm(folder: string): void {
  const store = join(folder, 'known/advisories')
  const newest = readdirSync(store)
    .filter((name) => name.startsWith('npm-'))
    .toSorted()
    .at(-1)
  const path = join(store, newest ?? '')
  const bytes = readFileSync(path)
  bytes[100] = (bytes[100] ?? 0) ^ 0xff
  writeFileSync(path, bytes)
}

const LIST = 'packages shop --all -f json'

interface Listed {
  readonly name: string
  readonly ids: readonly string[]
  readonly examined: boolean
}

function listed({ stdout }: Ran): readonly (readonly [string, readonly string[], boolean])[] {
  const { packages }: { readonly packages: readonly Listed[] } = JSON.parse(stdout)
  return packages.map(({ name, ids, examined }) => [name, ids, examined] as const)
}

describe('portolan db', () => {
  it('leaves packages unexamined while nothing was imported', async () => {
    expect(listed(await machine()(LIST))).toEqual([
      ['left', [], false],
      ['right', [], false],
    ])
  })

  it('knows what was imported', async () => {
    const on = machine()
    expect((await on('db import osv')).exitCode).toBe(0)
    expect(listed(await on(LIST))).toEqual([
      ['left', ['GHSA-aaaa-bbbb-cccc'], true],
      ['right', [], true],
    ])
    expect((await on('db status')).stdout).toContain('npm        1')
  })

  it('says that there are none, with the code for missing data', async () => {
    const none = await machine()('db status')
    expect(none.exitCode).toBe(4)
    expect(none.stderr).toContain('ADVISORIES_NONE')
  })

  it('keeps what it had when an import fails', async () => {
    const on = machine()
    await on('db import osv')
    expect((await on('db import nowhere')).exitCode).toBe(4)
    expect(listed(await on(LIST))[0]).toEqual(['left', ['GHSA-aaaa-bbbb-cccc'], true])
  })

  it('tells in lists and scans that a file is damaged, and what is used instead', async () => {
    const { on, folder } = machineIn()
    await on('db import osv')
    await on('db import osv')
    harm(folder)
    expect(listed(await on(LIST))[0]).toEqual(['left', ['GHSA-aaaa-bbbb-cccc'], true])
    for (const line of [LIST, 'scan shop -f json']) {
      const ran = await on(line)
      expect(ran.stdout).toContain('those of the set before are used')
      expect(ran.stderr).toContain('those of the set before are used')
    }
    const status = await on('db status')
    expect(status.exitCode).toBe(3)
    expect(status.stderr).toContain('those of the set before are used')
  })

  it('examines nothing when all is damaged, and says why', async () => {
    const { on, folder } = machineIn()
    await on('db import osv')
    harm(folder)
    const list = await on(LIST)
    expect(list.exitCode).toBe(3)
    expect(listed(list)[0]).toEqual(['left', [], false])
    expect(list.stderr).toContain('nothing is known of it')
    writeFileSync(join(folder, 'known/advisories/CURRENT.v1'), '')
    expect((await on(LIST)).stderr).toContain('ADVISORIES_DAMAGED')
  })

  // The newest advisory is of 2026-11-01.
  it.each([
    { day: '2026-11-04', note: false, warning: false, exitCode: 0 },
    { day: '2026-11-05', note: true, warning: false, exitCode: 0 },
    { day: '2026-11-15', note: true, warning: false, exitCode: 0 },
    { day: '2026-11-16', note: false, warning: true, exitCode: 4 },
  ])('tells on $day how old the advisories are', async ({ day, note, warning, exitCode }) => {
    const { at } = aged()
    await at('db import osv', '2026-11-02')
    for (const line of [LIST, 'scan shop --fail-on never', 'db status']) {
      const ran = await at(line, day)
      expect(ran.exitCode).toBe(exitCode)
      expect(ran.stderr.includes('note: advisories are not of today: npm of 2026-11-01')).toBe(note)
      expect(ran.stderr.includes('WARNING: ADVISORIES ARE TOO OLD')).toBe(warning)
    }
  })

  it('takes the day that the sources are of, and not that of the import', async () => {
    const { at } = aged()
    await at('db import osv --as-of 2026-11-10', '2026-11-20')
    expect((await at('db status', '2026-11-20')).stdout).toMatch(
      /npm +1 +0 +0 +2026-11-10T00:00:00Z +10 days +2026-11-20/,
    )
    for (const day of ['2026-11-21', '10.11.2026', '2026-02-31x']) {
      expect((await at(`db import osv --as-of ${day}`, '2026-11-20')).exitCode).toBe(2)
    }
  })

  it('lets a flag or the configuration say how old they may be', async () => {
    const { at, folder } = aged()
    await at('db import osv', '2026-11-02')
    expect((await at(`${LIST} --db-age 2`, '2026-11-04')).exitCode).toBe(4)
    writeFileSync(join(folder, 'portolan.yaml'), 'version: 1\nadvisories: { maxAgeDays: 1 }\n')
    expect((await at('scan shop --fail-on never', '2026-11-04')).exitCode).toBe(4)
    expect((await at('scan shop --fail-on never --db-age 3', '2026-11-04')).exitCode).toBe(0)
    expect((await at('db status', '2026-11-04')).exitCode).toBe(4)
    expect((await at('scan shop --show-config', '2026-11-04')).stdout).toContain(
      'advisories.maxAgeDays: 1  # portolan.yaml:2:',
    )
    expect((await at('scan shop --db-age old', '2026-11-04')).exitCode).toBe(2)
  })

  it('lets a failed gate and an incomplete run outrank old advisories', async () => {
    const { at, folder } = aged()
    await at('db import osv', '2026-11-02')
    writeFileSync(join(folder, 'shop/broken.yaml'), 'apiVersion: v1\nkind: Pod\n\tmetadata: x\n')
    expect((await at('scan shop --fail-on never', '2026-12-20')).exitCode).toBe(3)
    expect((await at('scan shop --fail-on low', '2026-12-20')).exitCode).toBe(1)
  })

  it.each([
    { format: 'text', words: 'Advisories for npm: of 2026-11-01, 19 days old, which is too old' },
    { format: 'json', words: '"title":"Advisories for npm"' },
    { format: 'html', words: 'Advisories for npm: of 2026-11-01, 19 days old' },
    { format: 'markdown', words: '- Advisories for npm: of 2026-11-01, 19 days old' },
    { format: 'sarif', words: 'Advisories for npm: of 2026-11-01, 19 days old' },
  ])('tells in a report as $format how old they are', async ({ format, words }) => {
    const { at } = aged()
    await at('db import osv', '2026-11-02')
    const { stdout } = await at(`scan shop -f ${format} --width 200`, '2026-11-20')
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(words)
  })

  it('says nothing of their age to whoever has no packages', async () => {
    const { at, folder } = aged()
    await at('db import osv', '2026-11-02')
    writeFileSync(join(folder, 'pod.yaml'), 'apiVersion: v1\nkind: Pod\nmetadata: { name: a }\n')
    const ran = await at('scan pod.yaml --fail-on never', '2027-11-20')
    expect(ran.stderr).not.toContain('ADVISORIES')
    expect(ran.exitCode).not.toBe(4)
  })

  it('asks what to do with them', async () => {
    expect((await machine()('db eat')).exitCode).toBe(2)
  })
})
