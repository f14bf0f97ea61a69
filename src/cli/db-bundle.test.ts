import { readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { assert, asyncProperty, integer, nat } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { advisoryText, affected } from '../advisories/store.testing.ts'
import { writeFiles } from '../intake/estate.testing.ts'
import { run, type Ran } from './host.testing.ts'

const FILES = {
  'old/npm/A-1.json': advisoryText('A-1'),
  'new/npm/A-2.json': advisoryText('A-2', { modified: '2026-11-20T00:00:00Z' }),
  'go/Go/G-1.json': advisoryText('G-1', {
    affected: [affected('Go', 'example.org/far', { introduced: '0' })],
  }),
}

/** Two machines that share a folder: `here` has the network, `there` has not. */
function machines(): {
  readonly here: (line: string) => Promise<Ran>
  readonly there: (line: string) => Promise<Ran>
  readonly folder: string
} {
  const folder = writeFiles(FILES)
  const on = (data: string) => (line: string) =>
    run(line.split(' '), { workingFolder: folder, env: { PORTOLAN_DATA: data } })
  return { here: on('here'), there: on('there'), folder }
}

async function bundled(...sources: readonly string[]) {
  const both = machines()
  await both.here('db key own.key')
  for (const source of sources) await both.here(`db import ${source}`)
  expect((await both.here('db bundle b --key own.key')).exitCode).toBe(0)
  return both
}

const INSTALL = 'db install b --public-key own.key.pub'

interface Status {
  readonly snapshots: readonly { readonly ecosystem: string; readonly asOf: string }[]
}

async function known(on: (line: string) => Promise<Ran>): Promise<readonly string[]> {
  const { stdout } = await on('db status -f json --db-age 3650')
  if (stdout === '') return []
  const { snapshots }: Status = JSON.parse(stdout)
  return snapshots.map(({ ecosystem, asOf }) => `${ecosystem} ${asOf.slice(0, 10)}`)
}

describe('a bundle of advisories', () => {
  it('carries all of them to another machine', async () => {
    const { there } = await bundled('old', 'go')
    const done = await there(INSTALL)
    expect(done.exitCode).toBe(0)
    expect(await known(there)).toEqual(['Go 2026-11-01', 'npm 2026-11-01'])
    expect((await there('db status')).stderr).not.toContain('DAMAGED')
  })

  it('is not trusted when any of its bytes was changed, and nothing is', async () => {
    const { there, folder } = await bundled('old')
    const bytes = readFileSync(join(folder, 'b'))
    await assert(
      asyncProperty(nat(bytes.length - 1), integer({ min: 1, max: 255 }), async (at, by) => {
        const changed = Buffer.from(bytes)
        changed[at] = (changed[at] ?? 0) ^ by
        writeFileSync(join(folder, 'b'), changed)
        const done = await there(INSTALL)
        expect(done.exitCode).toBe(4)
        expect(done.stderr).toMatch(/ADVISORIES_(UNTRUSTED|NEWER)/)
        expect(await known(there)).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it.each([0, 10, 200, -1])('is not trusted when it ends at byte %i', async (at) => {
    const { there, folder } = await bundled('old')
    const { size } = statSync(join(folder, 'b'))
    truncateSync(join(folder, 'b'), at < 0 ? size + at : at)
    expect((await there(INSTALL)).stderr).toContain('ADVISORIES_UNTRUSTED')
  })

  it('is not trusted when something was added to it', async () => {
    const { there, folder } = await bundled('old')
    writeFileSync(join(folder, 'b'), 'more', { flag: 'a' })
    expect((await there(INSTALL)).stderr).toContain('ADVISORIES_UNTRUSTED')
  })

  it('is not trusted when another has signed it', async () => {
    const { here, there } = await bundled('old')
    await here('db key other.key')
    const done = await there('db install b --public-key other.key.pub')
    expect(done.stderr).toContain('not signed by the key that was given')
  })

  it('is refused when it is older than what is there, unless that is asked for', async () => {
    const { there } = await bundled('old')
    await there('db import new')
    const refused = await there(INSTALL)
    expect(refused.exitCode).toBe(4)
    expect(refused.stderr).toContain('npm is of 2026-11-01T00:00:00Z, here of 2026-11-20')
    expect(await known(there)).toEqual(['npm 2026-11-20'])
    expect((await there(`${INSTALL} --older`)).exitCode).toBe(0)
    expect(await known(there)).toEqual(['npm 2026-11-01'])
  })

  it('is refused when it lacks an ecosystem that is there', async () => {
    const { there } = await bundled('new')
    await there('db import go')
    expect((await there(INSTALL)).stderr).toContain('it has nothing of Go')
    expect(await known(there)).toEqual(['Go 2026-11-01'])
  })

  it('can be gone back from', async () => {
    const { there } = await bundled('new')
    await there('db import old')
    await there(INSTALL)
    expect(await known(there)).toEqual(['npm 2026-11-20'])
    expect((await there('db rollback')).exitCode).toBe(0)
    expect(await known(there)).toEqual(['npm 2026-11-01'])
    expect((await there('db rollback')).exitCode).toBe(0)
    expect(await known(there)).toEqual(['npm 2026-11-20'])
  })

  it('is not made of what is damaged', async () => {
    const { here, folder } = await bundled('old')
    const { file } = JSON.parse(readFileSync(join(folder, 'here/advisories/set-1.v1.json'), 'utf8'))
      .ecosystems[0]
    truncateSync(join(folder, 'here/advisories', file), 90)
    const done = await here('db bundle again --key own.key')
    expect(done.stderr).toContain('ADVISORIES_DAMAGED')
    expect(() => statSync(join(folder, 'again'))).toThrow('ENOENT')
  })

  it('keeps the secret key to its owner and overwrites none', async () => {
    const { here, folder } = await bundled('old')
    expect(statSync(join(folder, 'own.key')).mode & 0o777).toBe(0o600)
    const before = readFileSync(join(folder, 'own.key'))
    expect((await here('db key own.key')).exitCode).toBe(2)
    expect(readFileSync(join(folder, 'own.key'))).toEqual(before)
  })

  it.each([
    { line: 'db bundle b', exitCode: 2, words: 'no key was given' },
    { line: 'db install b', exitCode: 2, words: 'whose signature' },
    { line: 'db bundle b --key nowhere', exitCode: 4, words: 'ADVISORIES_KEY' },
    { line: 'db bundle b --key own.key.pub', exitCode: 4, words: 'ADVISORIES_KEY' },
    { line: 'db install b --public-key own.key', exitCode: 4, words: 'ADVISORIES_KEY' },
    { line: 'db install nowhere --public-key own.key.pub', exitCode: 4, words: 'ADVISORIES_READ' },
    { line: 'db install own.key --public-key own.key.pub', exitCode: 4, words: 'UNTRUSTED' },
    { line: 'db bundle no/such/folder --key own.key', exitCode: 4, words: 'ADVISORIES_WRITE' },
    { line: 'db bundle a b --key own.key', exitCode: 2, words: 'db bundle FILE --key KEY' },
    { line: 'db status --key own.key', exitCode: 2, words: 'portolan db status has no --key' },
    { line: 'db rollback', exitCode: 4, words: 'no set of advisories before' },
    { line: 'db import', exitCode: 2, words: 'portolan db import PATH' },
  ])('tells what is wrong with: $line', async ({ line, exitCode, words }) => {
    const { here } = await bundled('old')
    const ran = await here(line)
    expect({ exitCode: ran.exitCode, told: ran.stderr.includes(words) }).toEqual({
      exitCode,
      told: true,
    })
  })
})
