import {
  closeSync,
  fchmodSync,
  fchownSync,
  fstatSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
  type Stats,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** Writes a text piece by piece; false when it was not finished. */
export type Fill = (write: (text: string) => void) => boolean

/**
 * Puts a new text in the place of a file, all of it or nothing: it is written beside it and then takes its name, mode
 * and owner. What is no regular file (a pipe, /dev/null) is written to as it is. Whether `fill` finished is what is
 * given back; throws what the system says.
 */
export function replaceFile(path: string, fill: Fill): boolean {
  const old = statSync(path, { throwIfNoEntry: false })
  // A link stays a link: what it leads to is replaced.
  const target = old === undefined ? path : realpathSync(path)
  if (old !== undefined && !old.isFile()) return writeInto(target, 'w', undefined, fill)
  const draft = join(dirname(target), `.${basename(target)}.${process.pid}.portolan`)
  let isDone = false
  try {
    isDone = writeInto(draft, 'wx', old, fill)
    if (isDone) renameSync(draft, target)
  } finally {
    if (!isDone) rmSync(draft, { force: true })
  }
  return isDone
}

function writeInto(path: string, flags: 'w' | 'wx', like: Stats | undefined, fill: Fill): boolean {
  const file = openSync(path, flags)
  try {
    if (like !== undefined) resemble(file, like)
    // One for all pieces: new ones for each would be most of what a large report asks memory for.
    const room = Buffer.allocUnsafe(ROOM_BYTES)
    return fill((text) => {
      const fits = text.length * MOST_BYTES <= ROOM_BYTES
      const bytes = fits ? room.subarray(0, room.write(text)) : Buffer.from(text)
      let written = 0
      while (written < bytes.length) written += writeSync(file, bytes, written)
    })
  } finally {
    closeSync(file)
  }
}

// What one UTF-16 unit takes in UTF-8 at most.
const MOST_BYTES = 3
// Reports come in pieces of 64 Ki units and one member of a list more.
const ROOM_BYTES = 80 * 1024 * MOST_BYTES

function resemble(file: number, { mode, uid, gid }: Stats): void {
  const now = fstatSync(file)
  if (now.uid !== uid || now.gid !== gid) fchownSync(file, uid, gid)
  fchmodSync(file, mode & 0o7777)
}
