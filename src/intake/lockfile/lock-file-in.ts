import { realpathSync } from 'node:fs'
import { dirname, posix, resolve } from 'node:path'
import type { Source } from '../../model/source.ts'
import { decodeText } from '../decode-text.ts'
import { readBytes } from '../read-bytes.ts'
import { isWithin, type FoundFile } from '../targets.ts'
import { readLockFile, type LockFileReading } from './read-lock-file.ts'

// Manifests and parents: the largest known have some hundred kilobytes; a go.sum may have some megabytes.
const MOST_BYTES = 8 * 1024 * 1024

/**
 * Reads the lock file `source` with what stands beside it on the disk. Nothing outside of `roots` is opened, whatever the
 * file says or links lead to. Without roots, nothing beside it is.
 */
export function lockFileIn(
  source: Source,
  { path, name }: FoundFile,
  roots: readonly string[],
): LockFileReading {
  const read = new Map<string, Source | undefined>()
  const beside = (relative: string): Source | undefined => {
    if (!read.has(relative)) read.set(relative, readBeside(relative, { path, name, roots }))
    return read.get(relative)
  }
  return readLockFile({ source, beside })
}

interface Seat {
  readonly path: string
  readonly name: string
  readonly roots: readonly string[]
}

function readBeside(relative: string, { path, name, roots }: Seat): Source | undefined {
  const real = realPath(resolve(dirname(path), relative))
  if (real === undefined || !roots.some((root) => isWithin(root, real))) return undefined
  const file = posix.join(posix.dirname(name), relative)
  const bytes = readBytes(real, file, MOST_BYTES)
  const text = bytes.ok ? decodeText(bytes.value, file) : bytes
  return text.ok ? { file, text: text.value } : undefined
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync(path)
  } catch {
    // It is not there: what a lock file refers to need not be.
    return undefined
  }
}
