import type { Fault } from '../base/fault.ts'
import { memberOf } from '../model/part.ts'
import type { MendedFile } from './fix.ts'

/** The files of the machine, handed in. Paths may be relative to the working folder; all throw what the system says. */
export interface Disk {
  /** The path without symbolic links. */
  readonly realPath: (path: string) => string
  /** The text of a file, byte order mark and all. */
  readonly read: (path: string) => string
  /** Puts a new text in a file's place, all of it or nothing; the file keeps its mode and owner. */
  readonly replace: (path: string, text: string) => void
  /** Whether the second path is the first one or below it; both without symbolic links. */
  readonly isWithin: (folder: string, path: string) => boolean
}

/** What was written, and why the rest was not. */
export interface Written {
  readonly files: readonly MendedFile[]
  readonly faults: readonly Fault[]
}

/**
 * Writes the changed files. A file outside of the targets (through a link that was changed meanwhile), or one that is
 * not any more what was read, is left alone.
 */
export function writeFixes(
  files: readonly MendedFile[],
  targets: readonly string[],
  disk: Disk,
): Written {
  const written: MendedFile[] = []
  const faults: Fault[] = []
  for (const file of files) {
    const fault = writeFix(file, targets, disk)
    if (fault === undefined) written.push(file)
    else faults.push(fault)
  }
  return { files: written, faults }
}

function writeFix(
  { file, before, after }: MendedFile,
  targets: readonly string[],
  disk: Disk,
): Fault | undefined {
  try {
    const path = disk.realPath(file)
    const isInside = targets.some((target) => disk.isWithin(disk.realPath(target), path))
    if (!isInside) return refusal(file, OUTSIDE)
    if (disk.read(path) !== before) return refusal(file, CHANGED)
    disk.replace(path, after)
    return undefined
  } catch (error) {
    const code = memberOf(error, 'code')
    if (typeof code !== 'string') throw error
    return refusal(file, {
      message: `The system refused to write it (${code}); it is as it was.`,
      remedy: 'Give the user that runs Portolan the right to write this file and its folder.',
    })
  }
}

type Words = Pick<Fault, 'message' | 'remedy'>

const OUTSIDE: Words = {
  message: 'It leads out of what was asked for, so it was not written.',
  remedy: 'Name the file itself.',
}

const CHANGED: Words = {
  message: 'It changed while Portolan was at work, so it was not written.',
  remedy: 'Run the fix again.',
}

function refusal(at: string, words: Words): Fault {
  return { code: 'FIX_WRITE', at, ...words }
}
