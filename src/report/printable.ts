// Controls (a terminal obeys them), formats (right-to-left marks reorder a line, zero-width ones hide in it), halves of
// surrogate pairs, line and paragraph separators, and what Unicode says is no character: XML allows none of the last.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/gu
const PLAIN = /^[ -~]*$/

const SHORT_ESCAPES: ReadonlyMap<string, string> = new Map([
  ['\n', String.raw`\n`],
  ['\r', String.raw`\r`],
  ['\t', String.raw`\t`],
])

/**
 * `text` with every character that cannot be seen, or that a screen would obey, spelled as an escape (`\u001b`). The
 * result is one line. Names, values and paths of the estate pass through here before any person's eyes do.
 */
export function printable(text: string): string {
  return PLAIN.test(text) ? text : text.replaceAll(UNSEEN, escapeOf)
}

/** `text` in ASCII alone, the rest spelled as escapes. */
export function asciiOnly(text: string): string {
  return PLAIN.test(text) ? text : text.replaceAll(/[^ -~]/gu, escapeOf)
}

/** At most `limit` characters of `text`; what was cut is marked by `mark`. */
export function clip(text: string, limit: number, mark = '…'): string {
  if (text.length <= limit) return text
  const cut = text.slice(0, limit - mark.length)
  // Half a pair is no character.
  return (/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut) + mark
}

/**
 * JSON of `value`, which must not be undefined. Unseen characters are spelled as JSON escapes, so the text says the
 * same to programs and nothing to a terminal.
 */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value)
  return PLAIN.test(text) ? text : text.replaceAll(UNSEEN, jsonEscapeOf)
}

// What JSON writes between quotes as it is, but for quotes themselves; by far most texts of a report are such.
const NEARLY_BARE = /^[ -[\]-~]*$/

/** `jsonText` for a text, several times as fast. */
export function jsonString(text: string): string {
  if (!NEARLY_BARE.test(text)) return jsonText(text)
  return text.includes('"') ? `"${text.replaceAll('"', String.raw`\"`)}"` : `"${text}"`
}

function escapeOf(character: string): string {
  const short = SHORT_ESCAPES.get(character)
  if (short !== undefined) return short
  const digits = hex(character.codePointAt(0) ?? 0)
  return digits.length > 4 ? String.raw`\u{${digits}}` : String.raw`\u${digits}`
}

function jsonEscapeOf(character: string): string {
  let escape = ''
  for (let at = 0; at < character.length; at++) {
    escape += String.raw`\u${hex(character.charCodeAt(at))}`
  }
  return escape
}

function hex(code: number): string {
  return code.toString(16).padStart(4, '0')
}
