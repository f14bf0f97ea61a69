import { isUtf8 } from 'node:buffer'

// Go's texts are bytes. A byte that is no UTF-8 becomes a lone surrogate here, as in Python's surrogateescape, and turns
// into its byte again wherever bytes are asked for.
const LONE = /[\uDC80-\uDCFF]/
const FIRST_LONE = 0xdc00

/** The text of bytes, whatever they are. */
export function textOfBytes(bytes: Buffer): string {
  if (isUtf8(bytes)) return bytes.toString('utf8')
  let text = ''
  for (let at = 0; at < bytes.length;) {
    const size = [1, 2, 3, 4].find(
      (count) => isUtf8(bytes.subarray(at, at + count)) && at + count <= bytes.length,
    )
    if (size === undefined) text += String.fromCharCode(FIRST_LONE + (bytes[at] ?? 0))
    else text += bytes.toString('utf8', at, at + size)
    at += size ?? 1
  }
  return text
}

/** The bytes of a text. */
export function bytesOf(text: string): Buffer {
  if (!LONE.test(text)) return Buffer.from(text)
  const parts: Buffer[] = []
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0
    const isByte = code > FIRST_LONE && code <= 0xdcff
    parts.push(isByte ? Buffer.from([code - FIRST_LONE]) : Buffer.from(char))
  }
  return Buffer.concat(parts)
}

const ASCII = /^[\0-\x7F]*$/

/** How many bytes a text has. */
export function byteLength(text: string): number {
  return ASCII.test(text) ? text.length : bytesOf(text).length
}

/** The bytes of a text from `start` to `end`, as a text. */
export function sliceBytes(text: string, start: number, end?: number): string {
  if (ASCII.test(text)) return text.slice(start, end)
  return textOfBytes(bytesOf(text).subarray(start, end))
}
