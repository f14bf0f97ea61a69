import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'

// What several commands do one after the other. Each folder is a case: input/, copied to where the commands run, and
// session.txt: lines that begin with `$ portolan`, each followed by what it said and by its exit code where that is not 0.
// `NAME=VALUE` before `portolan` sets a variable. `npm run golden` does not write it; vitest's --update does.

const ROOM = import.meta.dirname
const PORTOLAN = join(ROOM, '..', '..', 'bin', 'portolan')
const cases = readdirSync(ROOM, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => ({ name }))

describe('a session', () => {
  it.each(cases)('goes as written down: $name', async ({ name }) => {
    const folder = copyOf(join(ROOM, name, 'input'))
    const file = join(ROOM, name, 'session.txt')
    const lines = readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('$ '))
    const told = lines.map((line) => `${line}\n${answerTo(line, folder)}`)
    await expect(told.join('\n')).toMatchFileSnapshot(file)
  })
})

function copyOf(input: string): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'portolan-session-')))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  cpSync(input, folder, { recursive: true })
  return folder
}

function answerTo(line: string, folder: string): string {
  const words = line.slice(2).split(' ')
  const at = words.indexOf('portolan')
  const own = words.slice(0, at).map((word) => word.split('=', 2))
  const env = { PATH: process.env['PATH'], PORTOLAN_DATA: 'here', ...Object.fromEntries(own) }
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [PORTOLAN, ...words.slice(at + 1)],
    { cwd: folder, env: { ...TODAY, ...env }, encoding: 'utf8' },
  )
  const code = status === 0 ? '' : `exit ${status}\n`
  return plain(stdout + stderr + code, folder)
}

const TODAY = { SOURCE_DATE_EPOCH: `${Date.parse('2026-11-25') / 1000}` }

// Where it ran is no fact about it; keys are new each time, and how small something packs is a matter of the library.
function plain(text: string, folder: string): string {
  return text
    .replaceAll(folder, '.')
    .replaceAll(/\bkey [0-9a-f]{16}\b/g, 'key K')
    .replaceAll(/\b[0-9a-f]{12}$/gm, 'HASH')
    .replaceAll(/\b\d+\.\d+ s\b/g, 'N s')
}
