import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { crc32, inflateRawSync } from 'node:zlib'

// Read in the order of the central directory, one entry at a time: exports hold hundreds of thousands of small files.
// Source: PKWARE APPNOTE 6.3.10, sections 4.3 and 4.5.3.

const END = 0x06054b50
const END_64 = 0x06064b50
const LOCATOR_64 = 0x07064b50
const CENTRAL = 0x02014b50
const END_BYTES = 22
const LOCATOR_BYTES = 20
const MOST_COMMENT_BYTES = 65_535
const CENTRAL_BYTES = 46
const LOCAL_BYTES = 30
const FULL_16 = 0xffff
const FULL_32 = 0xffffffff
const STORED = 0
const DEFLATED = 8

/** A file of an archive. */
export interface ZipEntry {
  readonly name: string
  /** Its content; undefined when it is damaged, larger than allowed, or packed in a way that is not known. */
  readonly read: () => Buffer | undefined
}

/** Does work with the files of a ZIP archive; undefined when it is none. Throws what the system says. */
export function withZip<T>(
  path: string,
  maxEntryBytes: number,
  work: (entries: Iterable<ZipEntry>) => T,
): T | undefined {
  const file = openSync(path, 'r')
  try {
    const directory = findDirectory(file)
    return directory && work(entriesOf(file, directory, maxEntryBytes))
  } finally {
    closeSync(file)
  }
}

function findDirectory(file: number): Buffer | undefined {
  const { size } = fstatSync(file)
  const tail = readAt(
    file,
    Math.max(0, size - END_BYTES - MOST_COMMENT_BYTES - LOCATOR_BYTES),
    size,
  )
  for (let at = tail.length - END_BYTES; at >= 0; at--) {
    if (tail.readUInt32LE(at) !== END) continue
    const extent = extentOf(file, tail, at)
    const isInside = extent !== undefined && extent.offset + extent.length <= size
    return isInside ? readAt(file, extent.offset, extent.length) : undefined
  }
  return undefined
}

function extentOf(file: number, tail: Buffer, at: number) {
  const length = tail.readUInt32LE(at + 12)
  const offset = tail.readUInt32LE(at + 16)
  const entries = tail.readUInt16LE(at + 10)
  if (length !== FULL_32 && offset !== FULL_32 && entries !== FULL_16) return { offset, length }
  const locator = at - LOCATOR_BYTES
  if (locator < 0 || tail.readUInt32LE(locator) !== LOCATOR_64) return { offset, length }
  const end = readAt(file, Number(tail.readBigUInt64LE(locator + 8)), 56)
  if (end.length < 56 || end.readUInt32LE(0) !== END_64) return undefined
  return { length: Number(end.readBigUInt64LE(40)), offset: Number(end.readBigUInt64LE(48)) }
}

function* entriesOf(file: number, directory: Buffer, maxBytes: number): Generator<ZipEntry> {
  let at = 0
  while (at + CENTRAL_BYTES <= directory.length && directory.readUInt32LE(at) === CENTRAL) {
    const nameBytes = directory.readUInt16LE(at + 28)
    const extraBytes = directory.readUInt16LE(at + 30)
    const commentBytes = directory.readUInt16LE(at + 32)
    const behind = at + CENTRAL_BYTES + nameBytes
    const name = directory.toString('utf8', at + CENTRAL_BYTES, behind)
    const method = directory.readUInt16LE(at + 10)
    const sizes = sizesOf(directory, at, directory.subarray(behind, behind + extraBytes))
    const sum = directory.readUInt32LE(at + 16)
    yield {
      name,
      read: () => {
        const bytes = readEntry(file, { ...sizes, method, maxBytes })
        return bytes !== undefined && crc32(bytes) === sum ? bytes : undefined
      },
    }
    at = behind + extraBytes + commentBytes
  }
}

interface Sizes {
  readonly packed: number
  readonly unpacked: number
  readonly offset: number
}

function sizesOf(directory: Buffer, at: number, extra: Buffer): Sizes {
  const large = largeNumbers(extra)
  const pick = (field: number): number => {
    const value = directory.readUInt32LE(at + field)
    return value === FULL_32 ? Number(large.shift() ?? BigInt(FULL_32)) : value
  }
  // In this order they stand in the extra field, those that do not fit only.
  const unpacked = pick(24)
  const packed = pick(20)
  return { unpacked, packed, offset: pick(42) }
}

function largeNumbers(extra: Buffer): bigint[] {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue
    const body = extra.subarray(at + 4, at + 4 + extra.readUInt16LE(at + 2))
    return Array.from({ length: body.length >> 3 }, (_, index) => body.readBigUInt64LE(index * 8))
  }
  return []
}

function readEntry(
  file: number,
  entry: Sizes & { readonly method: number; readonly maxBytes: number },
): Buffer | undefined {
  const { packed, unpacked, offset, method, maxBytes } = entry
  if (unpacked > maxBytes || packed > maxBytes) return undefined
  const local = readAt(file, offset, LOCAL_BYTES)
  if (local.length < LOCAL_BYTES) return undefined
  const start = offset + LOCAL_BYTES + local.readUInt16LE(26) + local.readUInt16LE(28)
  const bytes = readAt(file, start, packed)
  if (bytes.length < packed) return undefined
  if (method === STORED) return bytes
  return method === DEFLATED ? inflate(bytes, maxBytes) : undefined
}

function inflate(bytes: Buffer, maxBytes: number): Buffer | undefined {
  try {
    return inflateRawSync(bytes, { maxOutputLength: maxBytes })
  } catch (error) {
    // zlib's errors have a code; the entry is damaged or larger than it says.
    if (error instanceof Error && 'code' in error) return undefined
    throw error
  }
}

function readAt(file: number, offset: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length)
  return bytes.subarray(0, readSync(file, bytes, 0, length, offset))
}
