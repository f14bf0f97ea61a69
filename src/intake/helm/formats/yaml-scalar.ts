import { parseInteger } from '../template/literal.ts'

/** How a text is written in YAML. */
export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal'

/**
 * How sigs.k8s.io/yaml (go.yaml.in/yaml/v2) writes a text: plain where it would be read as the same text, in single
 * quotes where a sign forbids that, in double ones where it would be read as something else or cannot be shown.
 */
export function styleOf(text: string, isKey: boolean): ScalarStyle {
  if (isKey ? SIMPLE_KEY.test(text) && !isTyped(text) : SIMPLE.test(text) && !isTyped(text)) {
    return 'plain'
  }
  const hasBreak = BREAK.test(text)
  if (text.includes('\n')) {
    return isKey || !isBlockAllowed(text) ? 'double' : 'literal'
  }
  if (isTyped(text)) return 'double'
  if (text === '') return 'double'
  if (isSpecial(text) || hasBreak) return 'double'
  return isPlainAllowed(text) ? 'plain' : 'single'
}

// By far the most texts: words, paths, versions.
const SIMPLE = /^[A-Za-z/][\w./-]*$/
const SIMPLE_KEY = SIMPLE

const BREAK = /[\n\r\u0085\u2028\u2029]/
const SPACE_BEFORE_BREAK = / [\n\r\u0085\u2028\u2029]/
// A tab, what controls, a byte order mark, and all beyond the first plane cannot be shown.
const UNSHOWN = /[^\n\u0020-\u007E\u00A0-\uD7FF\uE000-\uFEFE\uFF00-\uFFFD]/

function isSpecial(text: string): boolean {
  return UNSHOWN.test(text)
}

function isBlockAllowed(text: string): boolean {
  return !text.endsWith(' ') && !SPACE_BEFORE_BREAK.test(text) && !isSpecial(text)
}

const FIRST_SIGNS = /^[#,[\]{}&*!|>'"%@`]/
const LONE_SIGNS = /^[?:-](?: |\t|$)|:(?: |\t|$)|[ \t]#/

function isPlainAllowed(text: string): boolean {
  if (text.startsWith(' ') || text.endsWith(' ')) return false
  if (text.startsWith('---') || text.startsWith('...')) return false
  return !FIRST_SIGNS.test(text) && !LONE_SIGNS.test(text)
}

const WORDS: ReadonlySet<string> = new Set(
  'y Y yes Yes YES true True TRUE on On ON n N no No NO false False FALSE off Off OFF ~ null Null NULL .nan .NaN .NAN .inf .Inf .INF +.inf +.Inf +.INF -.inf -.Inf -.INF'.split(
    ' ',
  ),
)

const FLOAT = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/
const BASE_60 = /^[-+]?\d[\d_]*(?::[0-5]?\d)+(?:\.[\d_]*)?$/
const BINARY = /^-?0b[01]+$/
const DATE =
  /^\d{4}-\d{1,2}-\d{1,2}(?:[Tt ]\d{1,2}:\d{1,2}:\d{1,2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})?)?$/
const UNSIGNED = 1n << 64n

// Whether a plain text would be read as a number, a date, true, false or nothing.
function isTyped(text: string): boolean {
  if (WORDS.has(text)) return true
  const first = text.charAt(0)
  if (first === '.') return FLOAT.test(text)
  if (first !== '+' && first !== '-' && !(first >= '0' && first <= '9')) return false
  const plain = text.replaceAll('_', '')
  if (parseInteger(plain) !== undefined || FLOAT.test(plain) || BINARY.test(plain)) return true
  if (/^\d+$/.test(plain) && BigInt(plain) < UNSIGNED) return true
  return BASE_60.test(text) || DATE.test(text)
}

const ESCAPES: ReadonlyMap<number, string> = new Map([
  [0x00, '0'],
  [0x07, 'a'],
  [0x08, 'b'],
  [0x09, 't'],
  [0x0a, 'n'],
  [0x0b, 'v'],
  [0x0c, 'f'],
  [0x0d, 'r'],
  [0x1b, 'e'],
  [0x22, '"'],
  [0x5c, '\\'],
  [0x85, 'N'],
  [0xa0, '_'],
  [0x2028, 'L'],
  [0x2029, 'P'],
])

/** A text in double quotes. */
export function doubleQuoted(text: string): string {
  let result = '"'
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0
    const isShown = code >= 0x20 && !UNSHOWN.test(char) && !BREAK.test(char)
    result += isShown && char !== '"' && char !== '\\' ? char : escapeOf(code)
  }
  return `${result}"`
}

function escapeOf(code: number): string {
  const short = ESCAPES.get(code)
  if (short !== undefined) return `\\${short}`
  const digits = code.toString(16).toUpperCase()
  if (code <= 0xff) return `\\x${digits.padStart(2, '0')}`
  return code <= 0xffff ? `\\u${digits.padStart(4, '0')}` : `\\U${digits.padStart(8, '0')}`
}

/** A text as a literal block, its lines by `indent` spaces. */
export function literal(text: string, indent: string): string {
  const hint = /^[ \n\r\u0085\u2028\u2029]/.test(text) ? '2' : ''
  const chomp = !text.endsWith('\n') ? '-' : /(?:^|\n)\n$/.test(text) ? '+' : ''
  const lines = text.split('\n')
  if (lines.at(-1) === '') lines.pop()
  const body = lines.map((line) => (line === '' ? '' : indent + line))
  return `|${hint}${chomp}\n${body.join('\n')}`
}
