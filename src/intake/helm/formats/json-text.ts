import { jsonNumber } from '../template/go-number.ts'
import { give } from '../template/trouble.ts'
import { isDict, isList, sortedKeys, type Value } from '../template/value.ts'

/** How JSON is written. */
export interface JsonStyle {
  /** Spaces for each level, on lines of their own; on one line without. */
  readonly indent: string
  /** Whether the signs that mean something in HTML are written as escapes, as Go does unless told otherwise. */
  readonly isHtmlSafe: boolean
}

const MAX_DEPTH = 500

/** A value in JSON as Go's encoding/json writes it: keys sorted. Throws Trouble for values too deep. */
export function jsonText(value: Value, style: JsonStyle): string {
  return write(value, style, '\n', 0)
}

function write(value: Value, style: JsonStyle, lead: string, depth: number): string {
  if (depth > MAX_DEPTH) return give('a value is nested too deeply for JSON, or holds itself')
  const inner = lead + style.indent
  if (isDict(value)) {
    const colon = style.indent === '' ? ':' : ': '
    const members = sortedKeys(value).map(
      (key) =>
        jsonString(key, style) + colon + write(value.get(key) ?? null, style, inner, depth + 1),
    )
    return enclosed('{', members, '}', { style, lead, inner })
  }
  if (isList(value)) {
    const members = value.map((member) => write(member, style, inner, depth + 1))
    return enclosed('[', members, ']', { style, lead, inner })
  }
  return scalar(value, style)
}

interface Leads {
  readonly style: JsonStyle
  readonly lead: string
  readonly inner: string
}

function enclosed(open: string, members: readonly string[], close: string, leads: Leads): string {
  const { style, lead, inner } = leads
  if (members.length === 0) return open + close
  if (style.indent === '') return open + members.join(',') + close
  return open + inner + members.join(`,${inner}`) + lead + close
}

function scalar(value: Value, style: JsonStyle): string {
  switch (typeof value) {
    case 'string':
      return jsonString(value, style)
    case 'number':
      return jsonNumber(value)
    case 'object':
      return value === null || isDict(value) || isList(value)
        ? 'null'
        : jsonString(value.text, style)
    default:
      return String(value)
  }
}

const ALWAYS = /[\u2028\u2029]/g
const HTML = /[<>&]/g
const LONE = /\p{Cs}/gu

function jsonString(text: string, { isHtmlSafe }: JsonStyle): string {
  const plain = JSON.stringify(text.replaceAll(LONE, '\uFFFD')).replaceAll(ALWAYS, unicode)
  return isHtmlSafe ? plain.replaceAll(HTML, unicode) : plain
}

function unicode(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`
}
