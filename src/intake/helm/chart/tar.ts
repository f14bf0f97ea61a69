/** A file in an archive. */
export interface TarEntry {
  readonly path: string
  readonly bytes: Buffer
}

const BLOCK = 512

/** The regular files of a tar archive; links and devices are passed over. Undefined when it is broken. O(bytes). */
export function readTar(archive: Buffer): readonly TarEntry[] | undefined {
  const entries: TarEntry[] = []
  let longName: string | undefined
  for (let at = 0; at + BLOCK <= archive.length;) {
    const header = archive.subarray(at, at + BLOCK)
    if (header[0] === 0) break
    const size = sizeOf(header)
    const start = at + BLOCK
    if (size === undefined || start + size > archive.length) return undefined
    const bytes = archive.subarray(start, start + size)
    const type = String.fromCharCode(header[156] ?? 0)
    if (type === 'L') longName = textUntilZero(bytes)
    else if (type === 'x') longName = paxPath(bytes) ?? longName
    else if (type !== 'g') {
      if (type === '0' || type === '\0') entries.push({ path: longName ?? nameOf(header), bytes })
      longName = undefined
    }
    at = start + Math.ceil(size / BLOCK) * BLOCK
  }
  return entries
}

function sizeOf(header: Buffer): number | undefined {
  const text = textUntilZero(header.subarray(124, 136)).trim()
  return /^[0-7]{1,11}$/.test(text) ? Number.parseInt(text, 8) : undefined
}

function nameOf(header: Buffer): string {
  const name = textUntilZero(header.subarray(0, 100))
  const isUstar = header.toString('latin1', 257, 262) === 'ustar'
  const prefix = isUstar ? textUntilZero(header.subarray(345, 500)) : ''
  return prefix === '' ? name : `${prefix}/${name}`
}

function paxPath(bytes: Buffer): string | undefined {
  return /(?:^|\n)\d+ path=([^\n]*)\n/.exec(bytes.toString('utf8'))?.[1]
}

function textUntilZero(bytes: Buffer): string {
  const end = bytes.indexOf(0)
  return bytes.toString('utf8', 0, end === -1 ? bytes.length : end)
}
