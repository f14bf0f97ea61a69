import {
  closeSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import type { Fault } from '../../base/fault.ts'
import { fail, type Result } from '../../base/result.ts'

const LOCK = 'LOCK'

/**
 * Does work while no other process writes to the folder; fails when one does. A lock whose owner has died counts for
 * nothing: it is taken, and `work` gets the fault that tells it. Throws what the system says.
 */
export async function whileLocked<T>(
  folder: string,
  work: (left: Fault | undefined) => Promise<Result<T>>,
): Promise<Result<T>> {
  const path = join(folder, LOCK)
  const own = mark()
  const isFree = take(path, own)
  if (!isFree && !(takeOver(path) && take(path, own))) return fail(busy(path))
  try {
    return await work(isFree ? undefined : leftBehind(path))
  } finally {
    if (read(path) === own) rmSync(path, { force: true })
  }
}

function take(path: string, own: string): boolean {
  try {
    const file = openSync(path, 'wx')
    writeSync(file, own)
    closeSync(file)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

// By renaming, so that of two who find a dead owner only one removes the lock it has seen. Who was so late that it moved
// the lock of the other puts it back.
function takeOver(path: string): boolean {
  const held = read(path)
  if (held !== undefined && isAlive(held, path)) return false
  const aside = `${path}.${process.pid}`
  try {
    renameSync(path, aside)
    const isSame = read(aside) === held
    if (!isSame) linkSync(aside, path)
    rmSync(aside, { force: true })
    return isSame
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return true
    throw error
  }
}

function isAlive(held: string, path: string): boolean {
  const [pid = '', start = '', host = ''] = held.split(' ')
  // Another machine or container that shares the folder: its processes cannot be seen from here.
  if (host !== '' && host !== hostname()) return ageOf(path) < LONGEST_WORK_MS
  // Killed between making the lock and signing it.
  if (!/^[1-9][0-9]*$/.test(pid)) return ageOf(path) < LONGEST_SIGNING_MS
  return startOf(Number(pid)) === start && answers(Number(pid))
}

// An update ends itself after an hour.
const LONGEST_WORK_MS = 2 * 60 * 60 * 1000
const LONGEST_SIGNING_MS = 2000

function ageOf(path: string): number {
  const { mtimeMs } = statSync(path, { throwIfNoEntry: false }) ?? { mtimeMs: 0 }
  return Date.now() - mtimeMs
}

function answers(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // Somebody else's process may not be asked, but it is there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function mark(): string {
  return `${process.pid} ${startOf(process.pid)} ${hostname()}`
}

// In containers process ids are used again and again; when it started tells one from another, where the system says.
function startOf(pid: number): string {
  const stat = read(`/proc/${pid}/stat`) ?? ''
  const afterName = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return afterName[START_TIME] ?? ''
}

// proc(5): the 22nd field, two of which stand before the one behind the name.
const START_TIME = 19

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined
    throw error
  }
}

function busy(path: string): Fault {
  return {
    code: 'ADVISORIES_BUSY',
    at: path,
    message: 'Another Portolan is writing advisories here.',
    remedy: 'Wait until it is done. If there is none, delete this file.',
  }
}

function leftBehind(path: string): Fault {
  return {
    code: 'ADVISORIES_BUSY',
    at: path,
    message:
      'Whoever wrote advisories here before was ended in the midst of it; its lock was taken.',
    remedy: 'Nothing has to be done: what was in use before was whole.',
  }
}
