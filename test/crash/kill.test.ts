import { spawn } from 'node:child_process'
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openStore } from '../../src/advisories/open-store.ts'
import { advisoryText, affected, valueOf } from '../../src/advisories/store.testing.ts'
import { publishOn, startMirror, type LocalMirror } from '../../src/app/db/update/mirror.testing.ts'
import { writeFiles } from '../../src/intake/estate.testing.ts'

// Imports and updates that are killed at random moments: what is there afterwards must be whole, and one of the two sets.
// PORTOLAN_KILLS says how many; PORTOLAN_SEED chooses other moments.

const KILLS = Number(process.env['PORTOLAN_KILLS'] ?? 8)
const SEED = Number(process.env['PORTOLAN_SEED'] ?? 20_261_124)
const MOST_MS_PER_KILL = 20_000
const PORTOLAN = join(import.meta.dirname, '..', '..', 'bin', 'portolan')
const RECORDS = 800

describe('a store of advisories', () => {
  it(
    `is whole after each of ${KILLS} kills`,
    async () => {
      const machine = await prepare()
      const whole = await runs(machine)
      let killed = 0
      let late = 0
      for (let count = 0; count < KILLS; count++) {
        const next = machine.generation + 1
        offer(machine, next)
        const how = count % 2 === 0 ? 'import' : 'update'
        const end = await start(machine, how, whole[how] * (0.2 + random()))
        if (end === 'killed') killed++
        const found = generationIn(machine.store)
        expect([machine.generation, next]).toContain(found)
        if (end === 'killed' && found === next) late++
        machine.generation = found
      }
      expect(await start(machine, 'import', undefined)).toBe('ended')
      expect(readdirSync(machine.store).filter((name) => name.endsWith('.tmp'))).toEqual([])
      console.log(`${killed} of ${KILLS} were killed, ${late} of them behind it all (seed ${SEED})`)
      expect(killed).toBeGreaterThan(KILLS / 8)
    },
    MOST_MS_PER_KILL * (KILLS + 10),
  )
})

interface Machine {
  readonly folder: string
  readonly store: string
  readonly mirror: LocalMirror
  /** Which set is in use: all of its advisories tell its number. */
  generation: number
}

type How = 'import' | 'update'

async function prepare(): Promise<Machine> {
  const folder = writeFiles({})
  const mirror = await startMirror()
  const machine = { folder, store: join(folder, 'data/advisories'), mirror, generation: 0 }
  offer(machine, 0)
  return machine
}

// How long either takes when nobody kills it, the second time, when much is taken over.
async function runs(machine: Machine): Promise<Readonly<Record<How, number>>> {
  const times = { import: 0, update: 0 }
  for (const how of ['import', 'update', 'import', 'update'] as const) {
    machine.generation++
    offer(machine, machine.generation)
    const begin = performance.now()
    expect(await start(machine, how, undefined)).toBe('ended')
    times[how] = performance.now() - begin
    expect(generationIn(machine.store)).toBe(machine.generation)
  }
  return times
}

/** Puts the next advisories where they are imported and fetched from. */
function offer({ mirror, folder }: Machine, generation: number): void {
  for (const ecosystem of ['npm', 'Go']) {
    publishOn(
      mirror,
      ecosystem,
      Array.from({ length: RECORDS }, (_, at) =>
        advisoryText(`${ecosystem}-${at}`, {
          modified: new Date(Date.UTC(2026, 0, 1) + generation * 1000).toISOString(),
          summary: `${generation}`,
          affected: [affected(ecosystem, `left-${at % 50}`, { introduced: '0' })],
        }),
      ),
    )
    const archive = mirror.files.get(`/${ecosystem}/all.zip`) ?? Buffer.alloc(0)
    writeFileSync(join(folder, `${ecosystem}.zip`), archive)
  }
}

function start(machine: Machine, how: How, killAfterMs: number | undefined): Promise<string> {
  const { folder, mirror } = machine
  const words =
    how === 'import'
      ? ['db', 'import', 'npm.zip', 'Go.zip']
      : ['db', 'update', 'npm', 'Go', '--mirror', mirror.base]
  const child = spawn(process.execPath, [PORTOLAN, ...words], {
    cwd: folder,
    env: { PORTOLAN_DATA: 'data' },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const said: string[] = []
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()))
  const timer =
    killAfterMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfterMs)
  return new Promise((resolve) => {
    child.on('close', (code, signal) => {
      clearTimeout(timer)
      if (signal !== null) resolve('killed')
      else resolve(code === 0 ? 'ended' : said.join(''))
    })
  })
}

/** Which set is in use; it must be whole, and of one making throughout. */
function generationIn(store: string): number {
  const opened = valueOf(openStore(store))
  const faults = opened.check()
  const summaries = ['npm', 'Go'].flatMap((ecosystem) =>
    Array.from({ length: 50 }, (_, at) =>
      opened.match({ ecosystem, name: `left-${at}`, version: '1.0.0' }),
    ).flat(),
  )
  opened.close()
  expect(faults).toEqual([])
  expect(summaries).toHaveLength(2 * RECORDS)
  const generations = new Set(summaries.map(({ summary }) => Number(summary)))
  expect(generations.size).toBe(1)
  return [...generations][0] ?? -1
}

// mulberry32: the same moments for the same seed, as far as the machine is as fast.
let state = SEED
function random(): number {
  state = (state + 0x6d2b79f5) | 0
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
}
