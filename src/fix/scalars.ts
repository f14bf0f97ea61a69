import type { Json } from '../model/edit.ts'

/** How a text is written: as it stands, or between quotes. */
export type Quotes = 'plain' | 'single' | 'double'

/** What stands around a scalar: nothing but its line, or brackets in which commas and brackets end it. */
export type Setting = 'block' | 'flow'

// Everything that YAML 1.1 may read as something other than text when it has no quotes, whatever its case.
const WORDS = /^(?:y|n|yes|no|on|off|true|false|null)$/i
// A first letter, slash or underscore begins no number; two hyphens or one before a letter (`--flag`) neither.
const TEXT_START = /^(?:[A-Za-z_/]|--?[A-Za-z])/
const DIGIT_START = /^[0-9]/
// Characters of which numbers and dates of any YAML are made. Another one among them makes a text: 128Mi, 10.0.0.0/8.
const NUMERIC = /^[0-9a-fxob_.:+TZ-]*$/i
const VERSION = /^[0-9]+(?:\.[0-9]+){2,}$/
const SAFE_IN_BLOCK = /^[\w./@+=%,()$~; -]*(?::[\w./@+=%,()$~;-][\w./@+=%,()$~; -]*)*$/
const SAFE_IN_FLOW = /^[\w./@+=%()$~;-]*(?::[\w./@+=%()$~;-]+)*$/
// Line breaks of YAML 1.1 and the byte order mark, which JSON would leave as they are.
const UNPRINTABLE = /[\u007f-\u00a0\u2028\u2029\ufeff]/g
const PRINTABLE = /^[ -~\u00a1-\u2027\u202a-\ud7ff\ue000-\ufefe]*$/

/** Whether a value is written in one piece: a scalar, `{}` or `[]`. */
export function isAtom(value: Json): boolean {
  return typeof value !== 'object' || value === null || Object.keys(value).length === 0
}

/** The text of a value that `isAtom`. Texts get the quotes asked for, or double ones where those would not do. */
export function atomText(value: Json, setting: Setting, quotes: Quotes = 'plain'): string {
  if (typeof value !== 'string') return JSON.stringify(value)
  if (quotes === 'plain' && isPlain(value, setting)) return value
  if (quotes === 'single' && PRINTABLE.test(value)) return `'${value.replaceAll("'", "''")}'`
  return doubleQuoted(value)
}

/** The quotes around the scalar at `offset`. */
export function quotesAt(text: string, offset: number): Quotes {
  const first = text[offset]
  if (first === '"') return 'double'
  return first === "'" ? 'single' : 'plain'
}

/** A text between double quotes, as both JSON and Kubernetes' YAML read it. */
export function doubleQuoted(text: string): string {
  return JSON.stringify(text).replace(
    UNPRINTABLE,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** Whether `text` without quotes reads back as the same string in Kubernetes' dialect. Says no when unsure. */
export function isPlain(text: string, setting: Setting): boolean {
  const isSafe = setting === 'block' ? SAFE_IN_BLOCK : SAFE_IN_FLOW
  if (!isSafe.test(text) || text.endsWith(' ') || WORDS.test(text)) return false
  if (TEXT_START.test(text)) return true
  return DIGIT_START.test(text) && (VERSION.test(text) || !NUMERIC.test(text))
}
