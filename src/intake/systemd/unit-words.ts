/** A word of a command, as systemd takes it apart, with the stretch of the text that it stands in. */
export interface UnitWord {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** A stretch of a text. */
interface Stretch {
  readonly start: number
  readonly end: number
}

/**
 * The words of a value: parted by white space and broken lines, joined by quotes, with the escapes of C. What is left
 * of a quote that is never closed is one word. O(stretch). Source: systemd.service(5) and systemd.syntax(7).
 */
export function unitWords(text: string, { start, end }: Stretch): readonly UnitWord[] {
  const words: UnitWord[] = []
  for (let at = skipGaps(text, start, end); at < end;) {
    const word = wordAt(text, at, end)
    words.push(word)
    at = skipGaps(text, word.end, end)
  }
  return words
}

function skipGaps(text: string, start: number, end: number): number {
  let at = start
  while (at < end) {
    if (isGap(text[at])) {
      // A comment between two lines of a value is none of its words.
      const isLineStart = text[at] === '\n'
      at++
      if (isLineStart) at = skipComments(text, at, end)
    } else if (text[at] === '\\' && /^\\\r?\n/.test(text.slice(at, at + 3))) at++
    else break
  }
  return at
}

function skipComments(text: string, start: number, end: number): number {
  let at = start
  for (;;) {
    const comment = /^[ \t]*[#;]/.exec(text.slice(at, at + MOST_INDENT))
    if (comment === null || at >= end) return at
    const next = text.indexOf('\n', at)
    at = next === -1 ? end : next + 1
  }
}

const MOST_INDENT = 200

function isGap(character: string | undefined): boolean {
  return character === ' ' || character === '\t' || character === '\n' || character === '\r'
}

function wordAt(text: string, start: number, end: number): UnitWord {
  let word = ''
  let quote = ''
  let at = start
  for (; at < end; at++) {
    const character = text[at] ?? ''
    if (quote === '' && isGap(character)) break
    if (character === '\\' && at + 1 < end) {
      if (quote === '' && /^\\\r?\n/.test(text.slice(at, at + 3))) break
      word += ESCAPES[text[at + 1] ?? ''] ?? text[at + 1] ?? ''
      at++
    } else if (character === quote) quote = ''
    else if (quote === '' && (character === '"' || character === "'")) quote = character
    else word += character
  }
  return { text: word, start, end: at }
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', s: ' ' }
