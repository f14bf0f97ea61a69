import { sliceBytes, byteLength } from '../template/bytes.ts'
import { quoted, printed } from '../template/go-format.ts'
import { remember, spend, type Call, type GoFunction } from '../template/run.ts'
import { cutter, indented } from '../template/trace.ts'
import { give } from '../template/trouble.ts'
import type { Dict, Found, Value } from '../template/value.ts'
import { fixed, intAt, ofText, textAt, valueAt, variadic } from './arguments.ts'
import { strval, textsOf } from './convert.ts'

/** Functions of texts. */
export const STRINGS: Readonly<Record<string, GoFunction>> = {
  trim: fixed(1, (call) =>
    trimmedBy(call, 0, (text) => [leading(text, SPACE), trailing(text, SPACE)]),
  ),
  trimAll: fixed(2, trimAll),
  trimall: fixed(2, trimAll),
  trimSuffix: fixed(2, (call) => {
    const suffix = textAt(call, 0)
    return trimmedBy(call, 1, (text) => [0, text.endsWith(suffix) ? suffix.length : 0])
  }),
  trimPrefix: fixed(2, (call) => {
    const prefix = textAt(call, 0)
    return trimmedBy(call, 1, (text) => [text.startsWith(prefix) ? prefix.length : 0, 0])
  }),
  upper: ofText((text) => text.toUpperCase()),
  lower: ofText((text) => text.toLowerCase()),
  title: ofText((text) =>
    text.replaceAll(
      /(^|[^\p{L}\p{Nd}_'])(\p{L})/gu,
      (_, before: string, first: string) => before + first.toUpperCase(),
    ),
  ),
  untitle: ofText((text) =>
    text.replaceAll(
      /(^|\s)(\p{L})/gu,
      (_, before: string, first: string) => before + first.toLowerCase(),
    ),
  ),
  repeat: fixed(2, repeat),
  substr: fixed(3, (call) => substring(intAt(call, 0), intAt(call, 1), textAt(call, 2))),
  trunc: fixed(2, (call) => truncated(intAt(call, 0), textAt(call, 1))),
  nospace: ofText((text) => text.replaceAll(/\s/gu, '')),
  initials: ofText((text) =>
    text
      .split(/\s+/u)
      .map((word) => Array.from(word)[0] ?? '')
      .join(''),
  ),
  swapcase: ofText((text) =>
    Array.from(text)
      .map((char) => (char === char.toUpperCase() ? char.toLowerCase() : char.toUpperCase()))
      .join(''),
  ),
  contains: fixed(2, (call) => textAt(call, 1).includes(textAt(call, 0))),
  hasPrefix: fixed(2, (call) => textAt(call, 1).startsWith(textAt(call, 0))),
  hasSuffix: fixed(2, (call) => textAt(call, 1).endsWith(textAt(call, 0))),
  quote: variadic(0, ({ args }) =>
    present(args)
      .map((value) => quoted(strval(value)))
      .join(' '),
  ),
  squote: variadic(0, ({ args }) =>
    present(args)
      .map((value) => `'${printed(value)}'`)
      .join(' '),
  ),
  cat: variadic(0, ({ args }) => present(args).map(printed).join(' ').trim()),
  indent: fixed(2, (call) => indent(call, '')),
  nindent: fixed(2, (call) => indent(call, '\n')),
  replace: fixed(3, replace),
  plural: fixed(3, (call) => (intAt(call, 2) === 1 ? textAt(call, 0) : textAt(call, 1))),
  abbrev: fixed(2, (call) => abbreviated(intAt(call, 0), textAt(call, 1))),
  abbrevboth: fixed(3, abbreviatedBoth),
  toString: fixed(1, (call) => strval(valueAt(call, 0))),
  toStrings: fixed(1, (call) => textsOf(valueAt(call, 0))),
  join: fixed(2, join),
  split: fixed(2, (call) => numbered(textAt(call, 1).split(textAt(call, 0)))),
  splitn: fixed(3, (call) =>
    numbered(splitLimited(textAt(call, 0), intAt(call, 1), textAt(call, 2))),
  ),
  splitList: fixed(2, (call) => splitAll(textAt(call, 0), textAt(call, 1))),
  hello: fixed(0, () => 'Hello!'),
}

const SPACE = /\s|\u0085/u

function present(values: readonly Value[]): readonly Value[] {
  return values.filter((value) => value !== null)
}

function leading(text: string, sign: RegExp): number {
  let count = 0
  while (count < text.length && sign.test(text.charAt(count))) count++
  return count
}

function trailing(text: string, sign: RegExp): number {
  let count = 0
  while (count < text.length && sign.test(text.charAt(text.length - 1 - count))) count++
  return count
}

// What is cut off at the ends leaves the origin of the rest as it is.
function trimmedBy(
  call: Call,
  index: number,
  cuts: (text: string) => readonly [number, number],
): string {
  const text = textAt(call, index)
  const [before, behind] = cuts(text)
  const kept = text.slice(before, Math.max(before, text.length - behind))
  const pieces = call.frame.run.traces.get(text)
  if (pieces !== undefined && kept !== text) {
    const cut = cutter(pieces)
    cut(before)
    remember(call.frame.run, kept, cut(kept.length))
  }
  return kept
}

function trimAll(call: Call): string {
  const signs = new Set(textAt(call, 0))
  return trimmedBy(call, 1, (text) => {
    const chars = Array.from(text)
    const first = chars.findIndex((char) => !signs.has(char))
    if (first === -1) return [text.length, 0]
    const last = chars.findLastIndex((char) => !signs.has(char))
    return [chars.slice(0, first).join('').length, chars.slice(last + 1).join('').length]
  })
}

function repeat(call: Call): string {
  const count = intAt(call, 0)
  const text = textAt(call, 1)
  if (count < 0) return give('strings: negative Repeat count')
  spend(call.frame.run, count * text.length)
  return text.repeat(count)
}

function substring(start: number, end: number, text: string): string {
  const size = byteLength(text)
  if (start < 0) return sliceBytes(text, 0, end)
  if (end < 0 || end > size)
    return start > size ? give('slice bounds out of range') : sliceBytes(text, start)
  return start > end ? give('slice bounds out of range') : sliceBytes(text, start, end)
}

function truncated(count: number, text: string): string {
  const size = byteLength(text)
  if (count < 0 && size + count > 0) return sliceBytes(text, size + count)
  return count >= 0 && size > count ? sliceBytes(text, 0, count) : text
}

function indent(call: Call, before: string): string {
  const spaces = intAt(call, 0)
  const text = textAt(call, 1)
  if (spaces < 0) return give('strings: negative Repeat count')
  const { run } = call.frame
  spend(run, text.length + spaces)
  const pad = ' '.repeat(spaces)
  const pieces = run.traces.get(text)
  if (pieces === undefined) return before + pad + text.replaceAll('\n', `\n${pad}`)
  const shifted = indented({ text, pieces }, pad, true)
  const [first] = shifted.pieces
  const made = before + shifted.text
  const lead =
    before === '' || first === undefined ? [] : [{ ...first, length: 1, isVerbatim: false }]
  remember(run, made, [...lead, ...shifted.pieces])
  return made
}

function replace(call: Call): string {
  const [old, by, text] = [textAt(call, 0), textAt(call, 1), textAt(call, 2)]
  const count = old === '' ? text.length + 1 : text.split(old).length - 1
  spend(call.frame.run, text.length + count * by.length)
  if (old !== '') return text.replaceAll(old, () => by)
  return (
    by +
    Array.from(text)
      .map((char) => char + by)
      .join('')
  )
}

function abbreviated(width: number, text: string): string {
  if (width < 4 || text.length <= width) return text
  return `${text.slice(0, width - 3)}...`
}

// Source: github.com/Masterminds/goutils, AbbreviateFull.
function abbreviatedBoth(call: Call): string {
  const width = intAt(call, 1)
  const text = textAt(call, 2)
  const kept = width - 3
  const offset = Math.min(intAt(call, 0), text.length, Math.max(text.length - kept, 0))
  if (width < 4 || text.length <= width || offset <= 4) return abbreviated(width, text)
  if (width < 7) return text
  if (offset + kept >= text.length) return `...${text.slice(text.length - kept)}`
  return `...${abbreviated(kept, text.slice(offset))}`
}

function join(call: Call): string {
  const separator = textAt(call, 0)
  return textsOf(valueAt(call, 1)).join(separator)
}

function splitAll(separator: string, text: string): Found {
  return separator === '' ? Array.from(text) : text.split(separator)
}

function splitLimited(separator: string, most: number, text: string): readonly string[] {
  if (most === 0) return []
  const parts = text.split(separator)
  if (most < 0 || parts.length <= most) return parts
  return [...parts.slice(0, most - 1), parts.slice(most - 1).join(separator)]
}

function numbered(parts: readonly string[]): Dict {
  return new Map(parts.map((part, index) => [`_${index}`, part]))
}
