import type { Trouble } from './yaml-fault.ts'

// Line feeds with or without a carriage return, tabs and what can be printed in the Basic Multilingual Plane. A byte
// order mark inside a line is a letter to Kubernetes, and before a line it is none.
// Sticky and greedy, because asking for a run of usual characters takes a quarter less time than searching for an unusual one.
const ASCII = /[\t\n -~]*/y
const UNUSUAL_OR_RETURN = /[^\t\n -~\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd]/
const UNUSUAL_UNIT = /[^\t\n\r -~\u00a0-\u2027\u202a-\ud7ff\ue000-\ufffd]|\r(?!\n)|(?<=\n)\ufeff/
const UNUSUAL = new RegExp(UNUSUAL_UNIT.source.replace(']', '\\u{10000}-\\u{10ffff}]'), 'gu')
const BYTE_ORDER_MARK = 0xfeff
// Only YAML 1.1 ends a line there, and so does Kubernetes; what people and other tools see is something else.
const OLD_BREAKS = new Set([0x0d, 0x85, 0x2028, 0x2029])

/**
 * Finds the next character from an offset on that the fast reader does not know: control characters, halves of
 * surrogate pairs, old kinds of line breaks, byte order marks that begin a line. Offsets must grow; O(text) for all calls together.
 */
export function unusualFinder(text: string): (from: number) => number {
  // From the cheapest question to the dearest: most texts have no carriage returns and nothing beyond the first plane.
  if (isAscii(text) || !UNUSUAL_OR_RETURN.test(text) || !UNUSUAL_UNIT.test(text))
    return () => text.length
  let found = -1
  return (from) => {
    if (found >= from) return found
    UNUSUAL.lastIndex = from
    found = UNUSUAL.exec(text)?.index ?? text.length
    return found
  }
}

function isAscii(text: string): boolean {
  ASCII.lastIndex = 0
  ASCII.test(text)
  return ASCII.lastIndex === text.length
}

/** What is wrong with the unusual character at `offset`. */
export function troubleWith(text: string, offset: number): Trouble {
  const code = text.codePointAt(offset) ?? 0
  if (code === BYTE_ORDER_MARK) return strayMark(offset)
  const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
  const message = OLD_BREAKS.has(code)
    ? `A line break of an old kind (${name}) stands here: Kubernetes ends the line, most other tools do not.`
    : `A control character or half a character (${name}) stands here, and YAML takes none.`
  return {
    code: 'INTAKE_YAML',
    offset,
    message,
    remedy: 'Replace it with an ordinary line break, or write it as an escape in double quotes.',
  }
}

function strayMark(offset: number): Trouble {
  return {
    code: 'INTAKE_YAML',
    offset,
    message: 'A byte order mark (U+FEFF) begins this line, which it may only do with a document.',
    remedy:
      'Delete the mark, which cannot be seen: save the file as UTF-8 without a byte order mark.',
  }
}
