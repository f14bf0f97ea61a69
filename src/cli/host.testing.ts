import type { Host } from './host.ts'
import { route } from './route.ts'

/** What a run said and how it ended. */
export interface Ran {
  readonly exitCode: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs a command line in this process, on a machine that is as little as it can be. */
export async function run(words: readonly string[], machine: Partial<Host> = {}): Promise<Ran> {
  const out: string[] = []
  const err: string[] = []
  const exitCode = await route(words, {
    program: 'portolan',
    env: {},
    workingFolder: '/',
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    isScreen: false,
    columns: undefined,
    readStdin: () => Promise.resolve(new Uint8Array()),
    fetch: () => Promise.reject(new Error('No test reaches the network unless it says so.')),
    interruptible: (work) => ({ value: work() }),
    now: () => 0,
    today: () => '2026-11-24',
    ...machine,
  })
  return { exitCode, stdout: out.join(''), stderr: err.join('') }
}
