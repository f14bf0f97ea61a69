import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

// Each folder is a case: args.txt (one word a line), input/ in a copy of which it runs, stdin.txt if something is piped,
// today.txt if the day matters, before.txt if other command lines come first, and what came out: stdout.txt, stderr.txt,
// exit.txt. `npm run golden` writes the last three anew; the diff is for a person.

const ROOM = import.meta.dirname
const PORTOLAN = join(ROOM, '..', '..', 'bin', 'portolan')
const cases = readdirSync(ROOM, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => ({ name }))

describe('the built command line', () => {
  it.each(cases)('answers as written down: $name', async ({ name }) => {
    const folder = join(ROOM, name)
    const { status, stdout, stderr } = runCase(folder)
    await expect(plain(stdout)).toMatchFileSnapshot(join(folder, 'stdout.txt'))
    await expect(plain(stderr)).toMatchFileSnapshot(join(folder, 'stderr.txt'))
    await expect(`${status}\n`).toMatchFileSnapshot(join(folder, 'exit.txt'))
  })
})

function runCase(folder: string) {
  const args = linesOf(join(folder, 'args.txt'))
  const input = join(folder, 'input')
  if (!existsSync(input)) return run(folder, args, folder)
  const copy = mkdtempSync(join(tmpdir(), 'portolan-golden-'))
  cpSync(input, copy, { recursive: true })
  for (const line of linesOf(join(folder, 'before.txt')))
    expect(run(folder, line.split(' '), copy).status).toBe(0)
  const ran = run(folder, args, copy)
  rmSync(copy, { recursive: true })
  return ran
}

function linesOf(file: string): readonly string[] {
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : []
}

// Without a home, what a machine keeps lies below the working folder.
function run(folder: string, args: readonly string[], cwd: string) {
  const stdin = join(folder, 'stdin.txt')
  return spawnSync(process.execPath, [PORTOLAN, ...args], {
    cwd,
    env: { PATH: process.env['PATH'], ...dayOf(join(folder, 'today.txt')) },
    input: existsSync(stdin) ? readFileSync(stdin) : '',
    encoding: 'utf8',
  })
}

function dayOf(file: string) {
  if (!existsSync(file)) return {}
  return { SOURCE_DATE_EPOCH: `${Date.parse(readFileSync(file, 'utf8').trim()) / 1000}` }
}

// How long a run took is no fact about it, and the hash of what was packed depends on who packed it.
function plain(text: string): string {
  return text.replaceAll(/\b\d+\.\d+ s$/gm, 'N s').replaceAll(/\b[\da-f]{12}$/gm, 'HASH')
}
