import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import type { Fault } from '../base/fault.ts'
import { fail, succeed, type Result } from '../base/result.ts'
import { systemFault } from './system-fault.ts'

// Opening must never wait: between listing and opening, a file may have become a pipe or a link. Windows lacks both flags.
const FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0)

const KEPT_BYTES = 1024 * 1024
// One buffer serves all files: making a new one for each costs more than reading it.
let buffer = Buffer.allocUnsafeSlow(KEPT_BYTES)

/**
 * The bytes of the file at `path`, valid until the next call, or the fault, which names it `at`. A file of more than
 * `maxBytes` is not read; what is no regular file is never waited for.
 */
export function readBytes(path: string, at: string, maxBytes: number): Result<Buffer> {
  return reading(path, at, (file) => {
    const stat = fstatSync(file)
    if (!stat.isFile()) return fail(noFile(at))
    if (stat.size > maxBytes) return fail(tooLarge(at, maxBytes))
    return succeed(fill(file, stat.size))
  })
}

/** The first `count` bytes of the file at `path`, valid until the next call. */
export function readStart(path: string, at: string, count: number): Result<Buffer> {
  return reading(path, at, (file) => {
    if (!fstatSync(file).isFile()) return fail(noFile(at))
    return succeed(buffer.subarray(0, readSync(file, buffer, 0, Math.min(count, KEPT_BYTES), null)))
  })
}

/** The fault of a pipe, socket or device. */
export function noFile(at: string): Fault {
  return {
    code: 'INTAKE_UNREADABLE',
    at,
    message: 'It is a pipe, socket or device, which is never opened.',
    remedy: 'Name a file or a folder; what a program prints is scanned with `… | portolan scan -`.',
  }
}

/** The fault of a file or an input with more than `maxBytes`. */
export function tooLarge(at: string, maxBytes: number): Fault {
  return {
    code: 'INTAKE_TOO_LARGE',
    at,
    message: `It is larger than ${Math.round(maxBytes / 1024 / 1024)} MiB, so it was not read.`,
    remedy: 'Split it into smaller files, or leave it out (--skip-path).',
  }
}

function reading<T>(path: string, at: string, use: (file: number) => Result<T>): Result<T> {
  let file: number | undefined
  try {
    file = openSync(path, FLAGS)
    return use(file)
  } catch (error) {
    return fail(systemFault(error, at))
  } finally {
    if (file !== undefined) closeSync(file)
  }
}

function fill(file: number, size: number): Buffer {
  if (size > buffer.length || buffer.length > KEPT_BYTES) {
    buffer = Buffer.allocUnsafeSlow(Math.max(size, KEPT_BYTES))
  }
  // Files of /proc have no size and end where they end; the others must not grow under our hands.
  const wanted = size === 0 ? buffer.length : size
  let filled = 0
  while (filled < wanted) {
    const count = readSync(file, buffer, filled, wanted - filled, null)
    if (count === 0) break
    filled += count
  }
  return buffer.subarray(0, filled)
}
