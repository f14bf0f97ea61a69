import {
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import * as v from 'valibot'
import { writeAll } from '../../../advisories/file/sealed-file.ts'
import { checksumOf, fits } from './checksum.ts'
import {
  ask,
  failureOf,
  isFailure,
  modifiedOf,
  patiently,
  RANGE_REFUSED,
  type Answer,
  type Failure,
  type Network,
} from './fetch.ts'
import type { Mirror } from './mirrors.ts'

// What is there in part: `npm.zip.part`, and beside it `npm.zip.part.json`, which tells of which version it is.

const PROGRESS = v.object({
  address: v.string(),
  /** A strong entity tag, or the date of the last change: what `If-Range` takes. */
  version: v.string(),
  sizeBytes: v.optional(v.number()),
  modified: v.optional(v.string()),
  checksum: v.optional(
    v.object({ kind: v.picklist(['md5', 'sha-256', 'crc32c']), value: v.string() }),
  ),
})

type Progress = v.InferOutput<typeof PROGRESS>

/** A file that is whole, and when its sender says that it was made (ISO 8601). */
export interface Downloaded {
  readonly path: string
  readonly modified: string | undefined
}

/** What to bring, and where to put it. */
export interface Wanted {
  readonly address: string
  readonly path: string
  readonly maxBytes: number
}

/**
 * Brings a large file. What is there in part, of this run or of one that was ended, is gone on with where the sender still
 * has the same version. The file stands at its path only when it has the size and the hash that the sender told. Throws
 * what the file system says.
 */
export async function download(
  network: Network,
  mirror: Mirror,
  wanted: Wanted,
): Promise<Downloaded | Failure> {
  return await patiently(network, () => attempt(network, mirror, wanted))
}

async function attempt(
  network: Network,
  { authorization }: Mirror,
  wanted: Wanted,
): Promise<Downloaded | Failure> {
  const known = progressOf(wanted)
  const have = known === undefined ? 0 : sizeOf(partOf(wanted))
  const range = known && have > 0 ? { from: have, version: known.version } : undefined
  const answer = await ask(network, wanted.address, { authorization, ...(range && { range }) })
  if (isFailure(answer)) return answer
  try {
    if (answer.status === RANGE_REFUSED) {
      forget(wanted)
      return { why: 'it has another version now', isLasting: false }
    }
    const isRest = known !== undefined && isRestOf(answer, have, known)
    const progress = isRest ? known : begin(answer, wanted)
    const isSmall = (progress.sizeBytes ?? 0) <= wanted.maxBytes
    const size = isSmall ? await append(answer, wanted, isRest ? have : 0) : Infinity
    if (size > wanted.maxBytes) {
      forget(wanted)
      return { why: 'it is larger than such a file can be', isLasting: true }
    }
    return finish(wanted, progress, size)
  } catch (error) {
    return failureOf(error)
  } finally {
    answer.close()
  }
}

// A sender that knows no ranges, or has another version, sends all from the beginning.
function isRestOf({ status, headers }: Answer, have: number, { sizeBytes }: Progress): boolean {
  const [, from, total] = /^bytes (\d+)-\d+\/(\d+)$/.exec(headers.get('content-range') ?? '') ?? []
  const isSameSize = sizeBytes === undefined || total === `${sizeBytes}`
  return status === 206 && from === `${have}` && isSameSize
}

function begin({ headers }: Answer, wanted: Wanted): Progress {
  forget(wanted)
  const size = headers.get('content-length')
  const progress: Progress = {
    address: wanted.address,
    version: versionOf(headers) ?? '',
    sizeBytes: size === null ? undefined : Number(size),
    modified: modifiedOf(headers),
    checksum: checksumOf(headers),
  }
  // Without a version nobody could tell what the rest belongs to.
  if (progress.version !== '') writeFileSync(`${partOf(wanted)}.json`, JSON.stringify(progress))
  return progress
}

function versionOf(headers: Headers): string | undefined {
  const tag = headers.get('etag')
  const isStrong = tag !== null && !tag.startsWith('W/')
  return (isStrong ? tag : headers.get('last-modified')) ?? undefined
}

// Gives the size of what is there then, and stops where it is more than there may be.
async function append({ body }: Answer, wanted: Wanted, from: number): Promise<number> {
  const file = openSync(partOf(wanted), from === 0 ? 'w' : 'a')
  let size = from
  try {
    for await (const bytes of body) {
      size += bytes.length
      if (size > wanted.maxBytes) break
      writeAll(file, bytes)
    }
    fsyncSync(file)
    return size
  } finally {
    closeSync(file)
  }
}

function finish(
  wanted: Wanted,
  { sizeBytes, checksum, modified }: Progress,
  size: number,
): Downloaded | Failure {
  const part = partOf(wanted)
  if (sizeBytes !== undefined && size < sizeBytes)
    return { why: 'it was cut off', isLasting: false }
  const isSound = size === (sizeBytes ?? size) && (checksum === undefined || fits(part, checksum))
  if (!isSound) {
    forget(wanted)
    return { why: 'what came is not what was announced', isLasting: false }
  }
  renameSync(part, wanted.path)
  forget(wanted)
  return { path: wanted.path, modified }
}

function partOf({ path }: Wanted): string {
  return `${path}.part`
}

function forget(wanted: Wanted): void {
  for (const path of [partOf(wanted), `${partOf(wanted)}.json`]) rmSync(path, { force: true })
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}

function progressOf(wanted: Wanted): Progress | undefined {
  try {
    const parsed: unknown = JSON.parse(readFileSync(`${partOf(wanted)}.json`, 'utf8'))
    const progress = v.safeParse(PROGRESS, parsed)
    return progress.success && progress.output.address === wanted.address
      ? progress.output
      : undefined
  } catch (error) {
    // Not there, or half written by one who was ended: then all is fetched from the beginning.
    if (error instanceof SyntaxError || (error instanceof Error && 'code' in error))
      return undefined
    throw error
  }
}
