import { createHash } from 'node:crypto'
import {
  closeSync,
  fstatSync,
  fsyncSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'

/** A file that is never changed once it is written, and how it is known to be whole. */
export interface SealedFile {
  readonly file: string
  readonly sizeBytes: number
  /** Of all of it, hexadecimal. */
  readonly sha256: string
  /** The part in front, which decides; the rest is for reading. */
  readonly hotBytes: number
  /** CRC-32 of the part in front: quick enough to be checked at each opening. */
  readonly hotCrc: number
}

/** What a folder calls files that are being written. */
export const DRAFT = '.tmp'

/**
 * Writes a file that names itself after its stem and its content; all of it, on the disk, or nothing. Throws what the
 * system says.
 */
export function seal(
  folder: string,
  stem: string,
  { pieces, hotPieces }: { readonly pieces: readonly Uint8Array[]; readonly hotPieces: number },
): SealedFile {
  const draft = join(folder, `${stem}.${process.pid}${DRAFT}`)
  try {
    const sealed = writeDraft(draft, pieces, hotPieces)
    const file = nameOf(stem, sealed)
    renameSync(draft, join(folder, file))
    return { file, ...sealed }
  } finally {
    rmSync(draft, { force: true })
  }
}

/**
 * Copies a sealed file of a folder under another stem, byte for byte; undefined when it is not what was written. Throws
 * what the system says of the copy.
 */
export function copySealed(
  folder: string,
  stem: string,
  sealed: SealedFile,
): SealedFile | undefined {
  const source = openIfThere(join(folder, sealed.file))
  if (source === undefined) return undefined
  try {
    const steps = readSteps(source, { from: 0, length: sealed.sizeBytes })
    return fstatSync(source).size === sealed.sizeBytes
      ? receiveSealed(folder, stem, { sealed, steps })
      : undefined
  } finally {
    closeSync(source)
  }
}

/**
 * Writes the bytes of a sealed file that come from elsewhere under a stem; undefined, and nothing written, when they are
 * not what was sealed. Throws what the system says.
 */
export function receiveSealed(
  folder: string,
  stem: string,
  { sealed, steps }: { readonly sealed: SealedFile; readonly steps: Iterable<Uint8Array> },
): SealedFile | undefined {
  const draft = join(folder, `${stem}.${process.pid}${DRAFT}`)
  try {
    if (writeSteps(draft, steps) !== sealed.sha256) return undefined
    const file = nameOf(stem, sealed)
    renameSync(draft, join(folder, file))
    return { ...sealed, file }
  } finally {
    rmSync(draft, { force: true })
  }
}

// Gives the hash of all that was written.
function writeSteps(draft: string, steps: Iterable<Uint8Array>): string {
  const descriptor = openSync(draft, 'w')
  try {
    const hash = createHash('sha256')
    for (const bytes of steps) {
      hash.update(bytes)
      writeAll(descriptor, bytes)
    }
    fsyncSync(descriptor)
    return hash.digest('hex')
  } finally {
    closeSync(descriptor)
  }
}

function nameOf(stem: string, { sha256 }: Pick<SealedFile, 'sha256'>): string {
  return `${stem}-${sha256.slice(0, NAME_DIGITS)}.v1.advisories`
}

const NAME_DIGITS = 16

function writeDraft(
  draft: string,
  pieces: readonly Uint8Array[],
  hotPieces: number,
): Omit<SealedFile, 'file'> {
  const descriptor = openSync(draft, 'w')
  try {
    const hash = createHash('sha256')
    let sizeBytes = 0
    let hotBytes = 0
    let hotCrc = 0
    for (const [at, bytes] of batched(pieces, hotPieces)) {
      hash.update(bytes)
      if (at === 'hot') {
        hotCrc = crc32(bytes, hotCrc)
        hotBytes += bytes.length
      }
      sizeBytes += bytes.length
      writeAll(descriptor, bytes)
    }
    fsyncSync(descriptor)
    return { sizeBytes, sha256: hash.digest('hex'), hotBytes, hotCrc }
  } finally {
    closeSync(descriptor)
  }
}

// Hundreds of thousands of small pieces, in steps that are worth a call of the system.
function* batched(
  pieces: readonly Uint8Array[],
  hotPieces: number,
): Generator<readonly ['hot' | 'cold', Uint8Array]> {
  for (const [kind, part] of [
    ['hot', pieces.slice(0, hotPieces)],
    ['cold', pieces.slice(hotPieces)],
  ] as const) {
    let batch: Uint8Array[] = []
    let size = 0
    for (const piece of part) {
      batch.push(piece)
      size += piece.length
      if (size < STEP_BYTES) continue
      yield [kind, Buffer.concat(batch)]
      batch = []
      size = 0
    }
    if (size > 0) yield [kind, Buffer.concat(batch)]
  }
}

/** Writes all of `bytes` to an open file. Throws what the system says. */
export function writeAll(descriptor: number, bytes: Uint8Array): void {
  let written = 0
  while (written < bytes.length) written += writeSync(descriptor, bytes, written)
}

const STEP_BYTES = 1024 * 1024

/** Whether the part in front of an open file is what was written, and the file as long as it was. */
export function isHotWhole(descriptor: number, sealed: SealedFile): boolean {
  if (fstatSync(descriptor).size !== sealed.sizeBytes) return false
  let crc = 0
  for (const bytes of readSteps(descriptor, { from: 0, length: sealed.hotBytes })) {
    crc = crc32(bytes, crc)
  }
  return crc === sealed.hotCrc
}

/** Whether all of a file is what was written; false for one that is missing or cannot be read. */
export function isWhole(folder: string, sealed: SealedFile): boolean {
  const descriptor = openIfThere(join(folder, sealed.file))
  if (descriptor === undefined) return false
  try {
    if (fstatSync(descriptor).size !== sealed.sizeBytes) return false
    const hash = createHash('sha256')
    for (const bytes of readSteps(descriptor, { from: 0, length: sealed.sizeBytes })) {
      hash.update(bytes)
    }
    return hash.digest('hex') === sealed.sha256
  } finally {
    closeSync(descriptor)
  }
}

/** Opens a file for reading; undefined when the system does not let it. */
export function openIfThere(path: string): number | undefined {
  try {
    return openSync(path, 'r')
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined
    throw error
  }
}

/** A part of an open file in steps; fewer bytes where it ends before. The buffer is the same each time. */
export function* readSteps(
  descriptor: number,
  { from, length }: { readonly from: number; readonly length: number },
): Generator<Buffer> {
  const buffer = Buffer.allocUnsafe(Math.min(STEP_BYTES, Math.max(length, 1)))
  for (let at = 0; at < length;) {
    const count = readSync(descriptor, buffer, 0, Math.min(buffer.length, length - at), from + at)
    if (count === 0) return
    yield buffer.subarray(0, count)
    at += count
  }
}
