import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** One run of a program: wall time, time on processors, most memory at once (0 where the system does not tell). */
export interface Run {
  readonly wallMs: number
  readonly cpuMs: number
  readonly peakMiB: number
}

// A run is polled for its memory; the kernel keeps the high-water mark, so a coarse step loses nothing but the last.
const POLL_MS = 5

/** Runs a command to its end, its output thrown away. The exit code is not judged: findings make it 1. */
export function runOnce(command: string, args: readonly string[]): Promise<Run> {
  return new Promise((resolve, reject) => {
    // NODE_EXTRA_CA_CERTS costs Node 20 some 40 ms a start that no user of a scanner pays.
    const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env
    const started = performance.now()
    const child = spawn(command, args, { env, stdio: ['ignore', 'ignore', 'ignore'] })
    let [peakMiB, cpuMs] = [0, 0]
    const poll = setInterval(() => {
      peakMiB = Math.max(peakMiB, highWaterMark(child.pid))
      cpuMs = Math.max(cpuMs, processorMs(child.pid))
    }, POLL_MS)
    child.on('error', reject)
    child.on('close', () => {
      clearInterval(poll)
      resolve({ wallMs: performance.now() - started, cpuMs, peakMiB })
    })
  })
}

/** The run in the middle of `count`, after one that is not counted. */
export async function runMedian(
  command: string,
  args: readonly string[],
  count: number,
): Promise<Run> {
  await runOnce(command, args)
  const runs: Run[] = []
  for (let i = 0; i < count; i++) runs.push(await runOnce(command, args))
  const middle = (key: keyof Run): number =>
    runs.map((run) => run[key]).toSorted((a, b) => a - b)[count >> 1] ?? 0
  return { wallMs: middle('wallMs'), cpuMs: middle('cpuMs'), peakMiB: middle('peakMiB') }
}

// The fields after the name in brackets, which may hold spaces: the 12th and 13th are hundredths of a second.
function processorMs(pid: number | undefined): number {
  try {
    const [, rest = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')
    const [user, system] = rest.split(' ').slice(11, 13).map(Number)
    return ((user ?? 0) + (system ?? 0)) * 10
  } catch {
    // As below.
    return 0
  }
}

function highWaterMark(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024
  } catch {
    // The process has just ended, or this system has no /proc: then there is nothing to add.
    return 0
  }
}
