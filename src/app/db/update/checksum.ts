import { createHash } from 'node:crypto'
import { openSync, closeSync } from 'node:fs'
import { readSteps } from '../../../advisories/file/sealed-file.ts'

/** A hash that the sender of a file gave, in base64. */
export interface Checksum {
  readonly kind: 'md5' | 'sha-256' | 'crc32c'
  readonly value: string
}

/** The hash in an answer's headers: RFC 9530, RFC 3230, RFC 1864, and what Google's storage says. The strongest counts. */
export function checksumOf(headers: Headers): Checksum | undefined {
  const told = ['repr-digest', 'digest', 'x-goog-hash']
    .map((name) => headers.get(name) ?? '')
    .join(',')
  const md5 = headers.get('content-md5')
  const texts: readonly (readonly [Checksum['kind'], string | undefined])[] = [
    ['sha-256', /sha-256=:?([\w+/]{43}=)/i.exec(told)?.[1]],
    ['md5', /\bmd5=([\w+/]{22}==)/i.exec(told)?.[1] ?? md5 ?? undefined],
    ['crc32c', /crc32c=([\w+/]{6}==)/i.exec(told)?.[1]],
  ]
  return texts.flatMap(([kind, value]) => (value === undefined ? [] : [{ kind, value }]))[0]
}

/** Whether a file has a hash. Throws what the system says. O(bytes). */
export function fits(path: string, { kind, value }: Checksum): boolean {
  const file = openSync(path, 'r')
  try {
    const steps = readSteps(file, { from: 0, length: Number.MAX_SAFE_INTEGER })
    return (kind === 'crc32c' ? crc32c(steps) : digest(steps, HASHES[kind])) === value
  } finally {
    closeSync(file)
  }
}

const HASHES = { md5: 'md5', 'sha-256': 'sha256' } as const

function digest(steps: Iterable<Uint8Array>, name: string): string {
  const hash = createHash(name)
  for (const bytes of steps) hash.update(bytes)
  return hash.digest('base64')
}

function crc32c(steps: Iterable<Uint8Array>): string {
  let crc = ~0
  for (const bytes of steps) {
    for (const byte of bytes) crc = (crc >>> 8) ^ (TABLE[(crc ^ byte) & 0xff] ?? 0)
  }
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(~crc >>> 0)
  return sum.toString('base64')
}

// RFC 3720, appendix B.4: the polynomial of Castagnoli, reflected.
const POLYNOMIAL = 0x82f63b78
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte
  for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? POLYNOMIAL : 0)
  return sum >>> 0
})
