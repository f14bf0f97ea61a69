import { isAscii, isUtf8 } from 'node:buffer'
import type { Fault } from '../base/fault.ts'
import { fail, succeed, type Result } from '../base/result.ts'

const LINE_FEED = 10

/**
 * The text of `bytes`, byte order mark and all, or why it is none. O(bytes); texts without any character above U+007F
 * take one byte a character.
 */
export function decodeText(bytes: Buffer, at: string): Result<string> {
  if (utf16Of(bytes) !== undefined) return fail(utf16Fault(at))
  if (bytes.includes(0)) return fail(binaryFault(at))
  if (isAscii(bytes)) return succeed(bytes.toString('latin1'))
  if (isUtf8(bytes)) return succeed(bytes.toString('utf8'))
  return fail(hasControls(bytes) ? binaryFault(at) : encodingFault(bytes, at))
}

/** What `bytes` would say if nobody minded their encoding: enough to see whether a word stands in them. */
export function guessText(bytes: Buffer): string {
  const encoding = utf16Of(bytes)
  if (encoding === undefined) return bytes.toString('latin1')
  return new TextDecoder(encoding).decode(bytes)
}

function utf16Of(bytes: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined
}

// A text in some old encoding has letters above 0x7f, but no control characters; a picture or a program has both.
function hasControls(bytes: Buffer): boolean {
  return bytes.some((byte) => byte < 32 && (byte < 9 || byte > 13) && byte !== 27)
}

function utf16Fault(at: string): Fault {
  return {
    code: 'INTAKE_ENCODING',
    at: `${at}:1`,
    message: 'The file is UTF-16, as some Windows programs and PowerShell redirections write it.',
    remedy: 'Save it as UTF-8 (PowerShell: `… | Out-File -Encoding utf8NoBOM FILE`).',
  }
}

function binaryFault(at: string): Fault {
  return {
    code: 'INTAKE_BINARY',
    at,
    message: 'The file holds binary content, no text.',
    remedy: 'Give it another name or leave it out (--skip-path) if it is no manifest.',
  }
}

function encodingFault(bytes: Buffer, at: string): Fault {
  return {
    code: 'INTAKE_ENCODING',
    at: `${at}:${lineOfBadByte(bytes)}`,
    message: 'A byte stands here that is no UTF-8, so the text is in another encoding or damaged.',
    remedy: 'Save the file as UTF-8.',
  }
}

// No character of several bytes contains a line feed, so the first line that is not valid alone holds the bad byte.
function lineOfBadByte(bytes: Buffer): number {
  let line = 1
  let start = 0
  for (let end = bytes.indexOf(LINE_FEED); end !== -1; end = bytes.indexOf(LINE_FEED, start)) {
    if (!isUtf8(bytes.subarray(start, end))) return line
    start = end + 1
    line++
  }
  return line
}
