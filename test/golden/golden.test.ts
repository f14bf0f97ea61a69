import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

// Each folder is a case: args.txt (one word a line), input/ where it runs, stdin.txt if something is piped, today.txt if
// the day matters, and what came out: stdout.txt, stderr.txt, exit.txt. `npm run golden` writes the last three anew; the diff is for a person.

const ROOM = import.meta.dirname
const PORTOLAN = join(ROOM, '..', '..', 'bin', 'portolan')
const cases = readdirSync(ROOM, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => ({ name }))

describe('the built command line', () => {
  it.each(cases)('answers as written down: $name', async ({ name }) => {
    const folder = join(ROOM, name)
    const { status, stdout, stderr } = run(folder)
    await expect(plain(stdout)).toMatchFileSnapshot(join(folder, 'stdout.txt'))
    await expect(plain(stderr)).toMatchFileSnapshot(join(folder, 'stderr.txt'))
    await expect(`${status}\n`).toMatchFileSnapshot(join(folder, 'exit.txt'))
  })
})

function run(folder: string) {
  const args = readFileSync(join(folder, 'args.txt'), 'utf8').split('\n').filter(Boolean)
  const input = join(folder, 'input')
  const stdin = join(folder, 'stdin.txt')
  return spawnSync(process.execPath, [PORTOLAN, ...args], {
    cwd: existsSync(input) ? input : folder,
    env: { PATH: process.env['PATH'], ...dayOf(join(folder, 'today.txt')) },
    input: existsSync(stdin) ? readFileSync(stdin) : '',
    encoding: 'utf8',
  })
}

function dayOf(file: string) {
  if (!existsSync(file)) return {}
  return { SOURCE_DATE_EPOCH: `${Date.parse(readFileSync(file, 'utf8').trim()) / 1000}` }
}

// How long a run took is no fact about it.
function plain(text: string): string {
  return text.replaceAll(/\b\d+\.\d+ s$/gm, 'N s')
}
