import { joined } from '../evaluate-template.ts'
import { INVALID, isUnknown, numberOf, textOf, type Value } from '../value.ts'
import type { Context } from './function.ts'
import { jsonText } from './json-text.ts'

const VERB = /%(?:\[(\d{1,3})\])?([-+ #0]*)(\d{1,4})?(?:\.(\d{1,3}))?([a-zA-Z%])/g

/**
 * What `format` gives, for the verbs that real modules use. A value that cannot be told leaves a hole where it would
 * stand; one that is to be padded, or any other verb, makes the whole unknown.
 */
export function format([pattern, ...found]: readonly Value[], context: Context): Value {
  const text = typeof pattern === 'string' ? pattern : undefined
  if (text === undefined) return isUnknown(pattern) ? context.untold() : INVALID
  const pieces: Value[] = []
  let end = 0
  let next = 0
  for (const match of text.matchAll(VERB)) {
    pieces.push(text.slice(end, match.index))
    end = match.index + match[0].length
    const verb = match[5] ?? ''
    if (verb === '%') pieces.push('%')
    else {
      const index = match[1] === undefined ? next : Number(match[1]) - 1
      next = index + 1
      const piece = formatOne(match, found[index])
      if (piece === undefined) return context.untold()
      pieces.push(piece)
    }
  }
  pieces.push(text.slice(end))
  return joined(pieces, '', context.scope)
}

function formatOne(match: RegExpExecArray, value: Value | undefined): Value | undefined {
  const [, , flags = '', width = '', , verb = ''] = match
  const decimals = match[4]
  if (value === undefined) return INVALID
  if (isUnknown(value)) return flags === '' && width === '' ? value : undefined
  const text = formatted(value, verb, decimals)
  return text === undefined ? undefined : padded(text, flags, Number(width))
}

function formatted(value: Value, verb: string, decimals: string | undefined): string | undefined {
  const number = numberOf(value)
  switch (verb) {
    case 's':
    case 'v':
      if (decimals !== undefined) return undefined
      return textOf(value) ?? (value === null ? 'null' : jsonText(value))
    case 'd':
      return number === undefined ? undefined : String(Math.trunc(number))
    case 'f':
      return number?.toFixed(Number(decimals ?? 6))
    case 'x':
      return number !== undefined && Number.isInteger(number) ? number.toString(16) : undefined
    case 'q':
      return JSON.stringify(textOf(value) ?? null)
    case 't':
      return typeof value === 'boolean' ? String(value) : undefined
    default:
      return undefined
  }
}

function padded(text: string, flags: string, width: number): string | undefined {
  if (flags.includes('+') || flags.includes(' ') || flags.includes('#')) return undefined
  if (flags.includes('-')) return text.padEnd(width)
  if (!flags.includes('0')) return text.padStart(width)
  return text.startsWith('-')
    ? `-${text.slice(1).padStart(width - 1, '0')}`
    : text.padStart(width, '0')
}
