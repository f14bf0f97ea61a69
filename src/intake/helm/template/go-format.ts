import { floatText } from './go-number.ts'
import { isDict, isList, sortedKeys, type Found, type Value } from './value.ts'

/** A value as `{{ }}`, print and `%v` show it. */
export function printed(value: Found): string {
  if (value === undefined || value === null) return '<nil>'
  if (isDict(value)) {
    const members = sortedKeys(value).map((key) => `${key}:${printed(value.get(key))}`)
    return `map[${members.join(' ')}]`
  }
  if (isList(value)) return `[${value.map(printed).join(' ')}]`
  switch (typeof value) {
    case 'number':
      return floatText(value)
    case 'object':
      return value.text
    default:
      return String(value)
  }
}

/** What `print` gives: a space stands between two operands of which neither is a text. */
export function printAll(values: readonly Value[]): string {
  let text = ''
  values.forEach((value, index) => {
    const before = values[index - 1]
    const isApart = index > 0 && typeof value !== 'string' && typeof before !== 'string'
    text += (isApart ? ' ' : '') + printed(value)
  })
  return text
}

const SHORT_ESCAPES: ReadonlyMap<string, string> = new Map([
  ['\x07', '\\a'],
  ['\b', '\\b'],
  ['\f', '\\f'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
  ['\v', '\\v'],
  ['\\', '\\\\'],
  ['"', '\\"'],
])

const ODD = /[^\p{L}\p{M}\p{N}\p{P}\p{S} ]|[\\"]/gu

/** A text in double quotes with Go's escapes, as `%q` writes it. */
export function quoted(text: string): string {
  return `"${text.replaceAll(ODD, escaped)}"`
}

function escaped(char: string): string {
  const short = SHORT_ESCAPES.get(char)
  if (short !== undefined) return short
  const code = char.codePointAt(0) ?? 0
  // A byte that is no UTF-8 is kept as a lone surrogate (see bytes.ts).
  if (code >= 0xdc80 && code <= 0xdcff) return `\\x${hex(code - 0xdc00, 2)}`
  if (code < 0x80) return `\\x${hex(code, 2)}`
  return code > 0xffff ? `\\U${hex(code, 8)}` : `\\u${hex(code, 4)}`
}

function hex(code: number, digits: number): string {
  return code.toString(16).padStart(digits, '0')
}
