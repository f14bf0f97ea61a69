import { readSync } from 'node:fs'
import { endianness } from 'node:os'

// A section is an index, sorted by the hash of the keys, and the texts behind it. Index: number of entries, then for each
// hash, offset and length (unsigned 32 bits, little-endian). Equal hashes stand side by side; a text says whose it is.

const ENTRY_NUMBERS = 3
const ENTRY_BYTES = ENTRY_NUMBERS * 4
const COUNT_BYTES = 4

/** A key and what is kept under it. */
export type Keyed = readonly [key: string, content: Uint8Array]

/** Where a section lies in its file, in bytes. */
export interface Extent {
  readonly offset: number
  readonly length: number
}

/** The bytes of a section, in pieces. The keys must be different. Throws beyond 4 GiB. */
export function packSection(entries: readonly Keyed[]): readonly Uint8Array[] {
  const hashed = entries
    .map(([key, content]) => ({ hash: keyHash(key), content }))
    .toSorted((one, other) => one.hash - other.hash)
  const index = Buffer.alloc(COUNT_BYTES + entries.length * ENTRY_BYTES)
  index.writeUInt32LE(entries.length, 0)
  let offset = index.length
  for (const [at, { hash, content }] of hashed.entries()) {
    const start = COUNT_BYTES + at * ENTRY_BYTES
    index.writeUInt32LE(hash, start)
    index.writeUInt32LE(offset, start + 4)
    index.writeUInt32LE(content.length, start + 8)
    offset += content.length
  }
  return [index, ...hashed.map(({ content }) => content)]
}

/** The section of an open file; its index is read once, its texts when they are asked for. */
export class KeyedSection {
  readonly #file: number
  readonly #offset: number
  readonly #index: Uint32Array
  #buffer = Buffer.allocUnsafe(FIRST_BUFFER_BYTES)

  constructor(file: number, { offset }: Extent) {
    this.#file = file
    this.#offset = offset
    const count = Buffer.alloc(COUNT_BYTES)
    readSync(file, count, 0, COUNT_BYTES, offset)
    this.#index = readNumbers(file, offset + COUNT_BYTES, count.readUInt32LE(0) * ENTRY_NUMBERS)
  }

  /** Every text that may be kept under a key: those of other keys with the same hash are among them. */
  *candidates(key: string): Generator<Buffer> {
    const hash = keyHash(key)
    for (let at = this.#first(hash); this.#index[at * ENTRY_NUMBERS] === hash; at++) {
      yield this.#content(at)
    }
  }

  /** Every text, in the order of the file. */
  *all(): Generator<Buffer> {
    const count = this.#index.length / ENTRY_NUMBERS
    for (let at = 0; at < count; at++) yield this.#content(at)
  }

  // The first entry whose hash is not below `hash`.
  #first(hash: number): number {
    let low = 0
    let high = this.#index.length / ENTRY_NUMBERS
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#index[middle * ENTRY_NUMBERS] ?? 0) < hash) low = middle + 1
      else high = middle
    }
    return low
  }

  // Valid until the next call.
  #content(at: number): Buffer {
    const offset = this.#index[at * ENTRY_NUMBERS + 1] ?? 0
    const length = this.#index[at * ENTRY_NUMBERS + 2] ?? 0
    if (length > this.#buffer.length) this.#buffer = Buffer.allocUnsafe(length * 2)
    const count = readSync(this.#file, this.#buffer, 0, length, this.#offset + offset)
    return this.#buffer.subarray(0, count)
  }
}

const FIRST_BUFFER_BYTES = 64 * 1024

// Read to where they stay: a large index would be in memory twice otherwise.
function readNumbers(file: number, offset: number, count: number): Uint32Array {
  const numbers = new Uint32Array(count)
  const bytes = Buffer.from(numbers.buffer)
  readSync(file, bytes, 0, bytes.length, offset)
  if (endianness() === 'BE') bytes.swap32()
  return numbers
}

// FNV-1a over UTF-16 units with a finisher: keys differ in their last characters.
function keyHash(key: string): number {
  let sum = 0x811c9dc5
  for (let at = 0; at < key.length; at++) sum = Math.imul(sum ^ key.charCodeAt(at), 0x01000193)
  sum = Math.imul(sum ^ (sum >>> 16), 0x85ebca6b)
  return (sum ^ (sum >>> 13)) >>> 0
}
