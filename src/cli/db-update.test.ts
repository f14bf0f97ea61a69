import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { advisoryText } from '../advisories/store.testing.ts'
import { publishOn, startMirror } from '../app/db/update/mirror.testing.ts'
import { writeFiles } from '../intake/estate.testing.ts'
import { run } from './host.testing.ts'

async function machine() {
  const mirror = await startMirror()
  publishOn(mirror, 'npm', [advisoryText('A-1')])
  const folder = writeFiles({ 'portolan.yaml': 'version: 1\n' })
  const on = (line: string, env: Readonly<Record<string, string>> = {}) =>
    run(line.split(' '), {
      workingFolder: folder,
      env: { PORTOLAN_DATA: 'known', ...env },
      fetch: (address, options) => fetch(address, options),
    })
  return { mirror, folder, on }
}

describe('portolan db update', () => {
  it('fetches from the mirror that a flag names', async () => {
    const { mirror, on } = await machine()
    const done = await on(`db update npm --mirror ${mirror.base}`)
    expect(done.exitCode).toBe(0)
    expect(done.stderr).toBe(
      `npm: ${mirror.base}\nKEV: ${mirror.base}\nEPSS: ${mirror.base}\n` +
        'Advisories of 1 ecosystem are in use: portolan db status\n',
    )
    expect((await on('db status')).stdout).toContain('npm        1 ')
  })

  it('fetches from the mirror that a variable or portolan.yaml names', async () => {
    const { mirror, folder, on } = await machine()
    expect((await on('db update npm', { PORTOLAN_MIRRORS: mirror.base })).exitCode).toBe(0)
    writeFileSync(
      join(folder, 'portolan.yaml'),
      `version: 1\nadvisories: { mirrors: ['${mirror.base}'] }\n`,
    )
    mirror.asked.length = 0
    expect((await on('db update')).exitCode).toBe(0)
    expect(mirror.asked).toContain('/npm/modified_id.csv')
  })

  it('ends with 4 when nothing could be fetched, and with 3 when something could not', async () => {
    const { mirror, on } = await machine()
    expect((await on(`db update Hex --mirror ${mirror.base}`)).exitCode).toBe(4)
    expect((await on(`db update Hex npm --mirror ${mirror.base}`)).exitCode).toBe(3)
  })

  it.each([
    { line: 'db update nmp', words: 'Did you mean "npm"?' },
    { line: 'db update npm --mirror ftp://me:secret@mirror.example', words: 'no address' },
    { line: 'db update npm --key a', words: 'portolan db update has no --key' },
  ])('does not take: $line', async ({ line, words }) => {
    const { on } = await machine()
    const ran = await on(line)
    expect(ran.exitCode).toBe(2)
    expect(ran.stderr).toContain(words)
    expect(ran.stderr).not.toContain('secret')
  })

  it('is never done by a scan', async () => {
    const { mirror, folder, on } = await machine()
    writeFileSync(join(folder, 'package-lock.json'), '{"lockfileVersion":3,"packages":{}}')
    await on('scan .', { PORTOLAN_MIRRORS: mirror.base })
    await on('packages .', { PORTOLAN_MIRRORS: mirror.base })
    expect(mirror.asked).toEqual([])
  })
})
