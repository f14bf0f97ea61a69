import { closeSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { fail, type Result } from '../../base/result.ts'

const LOCK = 'LOCK'

/** Does work while no other process writes to the folder; fails when one does. A lock whose owner has died counts for nothing. */
export async function whileLocked<T>(
  folder: string,
  work: () => Promise<Result<T>>,
): Promise<Result<T>> {
  const path = join(folder, LOCK)
  if (!take(path) && !(takeOver(path) && take(path))) return fail(busy(path))
  try {
    return await work()
  } finally {
    rmSync(path, { force: true })
  }
}

function take(path: string): boolean {
  try {
    const file = openSync(path, 'wx')
    writeSync(file, owner(process.pid))
    closeSync(file)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

// By renaming, so that of two who find a dead owner only one removes the lock it has seen.
function takeOver(path: string): boolean {
  const held = read(path)
  if (held !== undefined && isAlive(held)) return false
  const aside = `${path}.${process.pid}`
  try {
    renameSync(path, aside)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return true
    throw error
  }
  rmSync(aside, { force: true })
  return true
}

function isAlive(held: string): boolean {
  const pid = Number(held.split(' ')[0])
  // Killed between making the lock and signing it.
  if (!Number.isInteger(pid) || pid <= 0) return false
  return held === owner(pid) && pid !== process.pid && answers(pid)
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

// In containers process ids are used again and again; when it started tells one from another, where the system says.
function owner(pid: number): string {
  const stat = read(`/proc/${pid}/stat`) ?? ''
  const afterName = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return `${pid} ${afterName[START_TIME] ?? ''}`
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

function busy(path: string) {
  return {
    code: 'ADVISORIES_BUSY',
    at: path,
    message: 'Another Portolan is writing advisories here.',
    remedy: 'Wait until it is done. If there is none, delete this file.',
  } as const
}
