import { sign, verify, type KeyObject } from 'node:crypto'
import { closeSync, fstatSync, fsyncSync, openSync, readSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import type { Fault } from '../../base/fault.ts'
import { fail, succeed, type Result } from '../../base/result.ts'
import { DRAFT, openIfThere, readSteps, writeAll, type SealedFile } from '../file/sealed-file.ts'
import { damagedIn, filesOf } from '../set/damaged-files.ts'
import { MANIFEST, type Manifest } from '../set/manifest.ts'
import { nameOfKey } from './keys.ts'

// A bundle: a line that tells what it is, the length of a header (unsigned 32 bits, little-endian), the header (JSON), an
// Ed25519 signature over all before it, and the files of the set one after the other, in the order of the header, which
// gives the hash of each: who has checked the signature and the hashes has checked every byte.

const KIND = 'PORTOLAN BUNDLE '
const MAGIC = Buffer.from(`${KIND}1\n`)
const LENGTH_BYTES = 4
const SIGNATURE_BYTES = 64
// 48 ecosystems take 20 KB.
const MOST_HEADER_BYTES = 4 * 1024 * 1024

const HEADER = v.object({
  /** The day on which it was made (ISO 8601). */
  made: v.string(),
  /** The name of the key it is signed with. */
  key: v.string(),
  set: MANIFEST,
})

/** What a bundle says of itself. */
export type BundleHeader = v.InferOutput<typeof HEADER>

/** What a bundle is made of. */
export interface BundleTerms {
  readonly folder: string
  readonly manifest: Manifest
  readonly key: KeyObject
  /** The day it is (ISO 8601). */
  readonly today: string
}

/**
 * Writes the set of a folder into one signed file; all of it, on the disk, or nothing. Fails when a file of the set is
 * damaged. Throws what the system says.
 */
export function writeBundle(path: string, terms: BundleTerms): Result<BundleHeader> {
  const { folder, manifest, key, today } = terms
  const [damaged] = damagedIn(folder, manifest)
  if (damaged !== undefined) return fail(damagedSet(folder, damaged))
  const header: BundleHeader = { made: today, key: nameOfKey(key), set: manifest }
  const head = headBytes(header)
  const draft = `${path}.${process.pid}${DRAFT}`
  try {
    const target = openSync(draft, 'w')
    try {
      writeAll(target, head)
      writeAll(target, sign(null, head, key))
      for (const { sealed } of filesOf(manifest)) appendFile(target, join(folder, sealed.file))
      fsyncSync(target)
    } finally {
      closeSync(target)
    }
    renameSync(draft, path)
    return succeed(header)
  } finally {
    rmSync(draft, { force: true })
  }
}

/** An open bundle whose signature holds. */
export interface OpenBundle {
  readonly header: BundleHeader
  /** The bytes of the files in their order; each must be read before the next. */
  readonly stepsOf: (sealed: SealedFile) => Iterable<Uint8Array>
}

/**
 * Does work with a bundle that is signed by `key`; what no such signature covers is not read. Fails when it is no bundle,
 * cut off, changed, or signed by another. Throws what the system says.
 */
export function withBundle<T>(
  path: string,
  key: KeyObject,
  work: (bundle: OpenBundle) => Result<T>,
): Result<T> {
  const file = openIfThere(path)
  if (file === undefined) return fail(unreadable(path))
  try {
    const head = readHead(file)
    if (head === 'newer') return fail(newer(path))
    if (head === undefined) return fail(untrusted(path, NO_BUNDLE))
    const signature = readAt(file, head.length, SIGNATURE_BYTES)
    if (!verify(null, head, key, signature)) return fail(untrusted(path, NOT_SIGNED))
    const header = parseHeader(head)
    const offsets = offsetsOf(header.set, head.length + SIGNATURE_BYTES)
    if (offsets.end !== fstatSync(file).size) return fail(untrusted(path, CUT_OFF))
    const stepsOf = ({ file: name, sizeBytes }: SealedFile): Iterable<Uint8Array> =>
      readSteps(file, { from: offsets.starts.get(name) ?? 0, length: sizeBytes })
    return work({ header, stepsOf })
  } finally {
    closeSync(file)
  }
}

function headBytes(header: BundleHeader): Buffer {
  const text = Buffer.from(JSON.stringify(header))
  const length = Buffer.alloc(LENGTH_BYTES)
  length.writeUInt32LE(text.length)
  return Buffer.concat([MAGIC, length, text])
}

function appendFile(target: number, path: string): void {
  const source = openSync(path, 'r')
  try {
    const steps = readSteps(source, { from: 0, length: fstatSync(source).size })
    for (const bytes of steps) writeAll(target, bytes)
  } finally {
    closeSync(source)
  }
}

function readHead(file: number): Buffer | 'newer' | undefined {
  const front = readAt(file, 0, MAGIC.length + LENGTH_BYTES)
  if (!front.subarray(0, MAGIC.length).equals(MAGIC)) {
    return /^PORTOLAN BUNDLE \d+\n/.test(front.toString('latin1')) ? 'newer' : undefined
  }
  if (front.length < MAGIC.length + LENGTH_BYTES) return undefined
  const length = front.readUInt32LE(MAGIC.length)
  return length > MOST_HEADER_BYTES ? undefined : readAt(file, 0, front.length + length)
}

// What is signed is what we wrote, so anything else is a mistake of ours.
function parseHeader(head: Buffer): BundleHeader {
  const parsed: unknown = JSON.parse(head.subarray(MAGIC.length + LENGTH_BYTES).toString())
  return v.parse(HEADER, parsed)
}

function offsetsOf(manifest: Manifest, start: number) {
  const starts = new Map<string, number>()
  let end = start
  for (const { sealed } of filesOf(manifest)) {
    starts.set(sealed.file, end)
    end += sealed.sizeBytes
  }
  return { starts, end }
}

function readAt(file: number, offset: number, length: number): Buffer {
  const bytes = Buffer.alloc(length)
  return bytes.subarray(0, readSync(file, bytes, 0, length, offset))
}

const NO_BUNDLE = 'It is no bundle of advisories.'
const NOT_SIGNED =
  'It is not signed by the key that was given: it was changed, or signed by another.'
const CUT_OFF = 'It is cut off, or something was added to it.'
/** What is said of a bundle whose file does not have the hash that was signed. */
export const CHANGED = 'A file in it was changed after it was signed.'

/** The fault for a bundle that is not trusted, for a reason. */
export function untrusted(path: string, message: string): Fault {
  return {
    code: 'ADVISORIES_UNTRUSTED',
    at: path,
    message: `${message} Nothing of it was used.`,
    remedy: 'Fetch it again, and check --public-key with whoever made it: portolan db bundle.',
  }
}

function newer(path: string): Fault {
  return {
    code: 'ADVISORIES_NEWER',
    at: path,
    message: 'The bundle was written by a newer Portolan, in a form that this one cannot read.',
    remedy: 'Install it with that Portolan, or let this one make it: portolan db bundle.',
  }
}

function unreadable(path: string): Fault {
  return {
    code: 'ADVISORIES_READ',
    at: path,
    message: 'There is no such file, or it cannot be read.',
    remedy: 'Name the file that portolan db bundle wrote.',
  }
}

function damagedSet(folder: string, name: string): Fault {
  return {
    code: 'ADVISORIES_DAMAGED',
    at: folder,
    message: `The advisories of ${name} are damaged, so no bundle was made of them.`,
    remedy: 'portolan db import makes them whole.',
  }
}
