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
  const workingFolder = writeFiles(MACHINE)
  return (line) => run(line.split(' '), { workingFolder, env: { PORTOLAN_DATA: 'known' } })
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

  it('asks what to do with them', async () => {
    expect((await machine()('db eat')).exitCode).toBe(2)
  })
})
