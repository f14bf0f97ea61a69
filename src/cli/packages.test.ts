import { describe, expect, it } from 'vitest'
import { writeFiles } from '../intake/estate.testing.ts'
import { run, type Ran } from './host.testing.ts'

const MACHINE = {
  'osv/npm/GHSA-aaaa-bbbb-cccc.json': JSON.stringify({
    id: 'GHSA-aaaa-bbbb-cccc',
    modified: '2026-11-20T00:00:00Z',
    affected: [
      {
        package: { ecosystem: 'npm', name: 'left' },
        ranges: [{ type: 'SEMVER', events: [{ introduced: '0' }, { fixed: '1.2.4' }] }],
      },
    ],
  }),
  'shop/package.json':
    '{ "dependencies": { "left": "1.2.3" }, "devDependencies": { "right": "2" } }',
  'shop/package-lock.json': JSON.stringify({
    lockfileVersion: 3,
    packages: {
      '': { dependencies: { left: '1.2.3' }, devDependencies: { right: '2' } },
      'node_modules/left': { version: '1.2.3' },
      'node_modules/right': { version: '2.0.0', dev: true },
    },
  }),
  'shop/Cargo.lock': '[[package]]\nname = "under"\nversion = "1.0.0"\nsource = "registry+x"\n',
}

async function machine(): Promise<(line: string) => Promise<Ran>> {
  const workingFolder = writeFiles(MACHINE)
  const start = (line: string): Promise<Ran> =>
    run(line.split(' '), { workingFolder, env: { PORTOLAN_DATA: 'known' } })
  expect(await start('db import osv')).toMatchObject({ exitCode: 0 })
  return start
}

describe('portolan packages', () => {
  it('tells programs every package, with its advisories and where it stands', async () => {
    const { stdout, exitCode } = await (await machine())('packages shop --all -f json')
    expect(JSON.parse(stdout)).toMatchObject({
      packages: [
        { ecosystem: 'crates.io', name: 'under', version: '1.0.0', ids: [], examined: false },
        {
          ecosystem: 'npm',
          name: 'left',
          version: '1.2.3',
          ids: ['GHSA-aaaa-bbbb-cccc'],
          place: 'shop/package-lock.json:1:103',
          dev: false,
          direct: true,
          broughtBy: { name: 'left', at: 'shop/package.json:1:21' },
          fix: '1.2.4',
          examined: true,
        },
        { ecosystem: 'npm', name: 'right', version: '2.0.0', ids: [], dev: true, examined: true },
      ],
      counts: { packages: 3, examined: 2, vulnerable: 1 },
      notExamined: [{ ecosystem: 'crates.io', packages: 1 }],
    })
    // Of one ecosystem nothing is known: that is no clean answer.
    expect(exitCode).toBe(4)
  })

  it('tells people what is vulnerable alone, and counts the rest', async () => {
    const { stdout } = await (await machine())('packages shop')
    expect(stdout).toContain('left 1.2.3 · npm · shop/package-lock.json:1:103 · production\n')
    expect(stdout).toContain('3 packages · 2 examined · 1 vulnerable · 1 shown\n')
    expect(stdout).toContain('Not examined, as the database has nothing of them: crates.io (1).')
  })

  it('is counted among the commonest problems, of those that were examined', async () => {
    const { stdout } = await (await machine())('scan shop')
    expect(stdout).toContain('1 of 2 vulnerable packages')
  })

  it.each(['packages --image shop.tar', 'packages --image=shop.tar'])(
    'says of %s that images are not read, and what does',
    async (line) => {
      const { stderr, exitCode } = await run(line.split(' '))
      expect(exitCode).toBe(2)
      expect(stderr).toContain('Images are not read, only lock files, manifests and SBOMs.')
      expect(stderr).toContain('syft IMAGE -o cyclonedx-json')
    },
  )
})
