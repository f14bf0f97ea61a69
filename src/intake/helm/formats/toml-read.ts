import { parseInteger } from '../template/literal.ts'
import { give } from '../template/trouble.ts'
import { isDict, isList, type Dict, type Value } from '../template/value.ts'

interface Reader {
  readonly text: string
  at: number
  depth: number
}

const MAX_DEPTH = 100

/** The map that a text of TOML describes. Throws Trouble for what is no TOML. O(text). */
export function readToml(text: string): Dict {
  const reader = { text, at: 0, depth: 0 }
  const root: Dict = new Map()
  let table = root
  for (skipLines(reader); reader.at < text.length; skipLines(reader)) {
    if (text.startsWith('[[', reader.at)) table = readHeader(reader, root, ']]')
    else if (text[reader.at] === '[') table = readHeader(reader, root, ']')
    else readEntry(reader, table)
    endLine(reader)
  }
  return root
}

function refuse({ text, at }: Reader, reason: string): never {
  const line = text.slice(0, at).split('\n').length
  return give(`toml: line ${line}: ${reason}`)
}

function skipLines(reader: Reader): void {
  skip(reader, /(?:[ \t\r\n]|#[^\n]*)*/y)
}

function skip(reader: Reader, sign: RegExp): string {
  const sticky = new RegExp(sign.source, 'y')
  sticky.lastIndex = reader.at
  const found = sticky.exec(reader.text)?.[0] ?? ''
  reader.at += found.length
  return found
}

function endLine(reader: Reader): void {
  skip(reader, /[ \t]*(?:#[^\n]*)?\r?/y)
  if (reader.at < reader.text.length && reader.text[reader.at] !== '\n') {
    refuse(reader, 'expected the end of the line')
  }
}

function readHeader(reader: Reader, root: Dict, close: ']' | ']]'): Dict {
  reader.at += close.length
  const path = readKey(reader)
  if (!reader.text.startsWith(close, reader.at)) refuse(reader, `expected ${close}`)
  reader.at += close.length
  const holder = descend(reader, root, path.slice(0, -1))
  const key = path.at(-1) ?? ''
  if (close === ']') return descend(reader, holder, [key])
  const table: Dict = new Map()
  const known = holder.get(key) ?? []
  if (!isList(known)) return refuse(reader, `${key} is no list of tables`)
  holder.set(key, [...known, table])
  return table
}

function descend(reader: Reader, from: Dict, path: readonly string[]): Dict {
  return path.reduce((holder, key) => {
    const known = holder.get(key)
    const table = isList(known) ? known.at(-1) : known
    if (table === undefined) {
      const made: Dict = new Map()
      holder.set(key, made)
      return made
    }
    return isDict(table) ? table : refuse(reader, `${key} is no table`)
  }, from)
}

function readEntry(reader: Reader, table: Dict): void {
  const path = readKey(reader)
  if (reader.text[reader.at] !== '=') refuse(reader, 'expected =')
  reader.at++
  skip(reader, /[ \t]*/y)
  const key = path.at(-1) ?? ''
  descend(reader, table, path.slice(0, -1)).set(key, readValue(reader))
}

function readKey(reader: Reader): readonly string[] {
  const path: string[] = []
  do {
    if (path.length > 0) reader.at++
    skip(reader, /[ \t]*/y)
    const char = reader.text[reader.at]
    const isQuoted = char === '"' || char === "'"
    const key = isQuoted ? readString(reader) : skip(reader, /[\w-]+/y)
    if (key === '' && !isQuoted) refuse(reader, 'expected a key')
    path.push(key)
    skip(reader, /[ \t]*/y)
  } while (reader.text[reader.at] === '.')
  return path
}

function readValue(reader: Reader): Value {
  const char = reader.text[reader.at]
  if (char === '"' || char === "'") return readString(reader)
  if (char !== '[' && char !== '{') return readBare(reader)
  if (++reader.depth > MAX_DEPTH) refuse(reader, 'nested too deeply')
  const value = char === '[' ? readArray(reader) : readInline(reader)
  reader.depth--
  return value
}

function readBare(reader: Reader): Value {
  const word = skip(reader, /[\w+.:-]+(?: \d{2}:[\d:.+Z-]+)?/y)
  if (word === 'true' || word === 'false') return word === 'true'
  const integer = parseInteger(word)
  if (integer !== undefined) return integer
  const plain = word.replaceAll('_', '')
  if (/^[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(plain)) return Number(plain)
  if (/^\d{4}-\d{2}-\d{2}|^\d{2}:\d{2}/.test(word)) return word
  return refuse(reader, 'expected a value')
}

function readString(reader: Reader): string {
  const { text, at } = reader
  const quote = text[at] ?? '"'
  const mark = text.startsWith(quote.repeat(3), at) ? quote.repeat(3) : quote
  let end = at + mark.length
  while (end < text.length && !text.startsWith(mark, end))
    end += quote === '"' && text[end] === '\\' ? 2 : 1
  if (end >= text.length) refuse(reader, 'a text has no end')
  reader.at = end + mark.length
  const inner = text.slice(at + mark.length, end)
  const body = mark.length === 3 ? inner.replace(/^\r?\n/, '') : inner
  return quote === "'" ? body : unescaped(reader, body)
}

function unescaped(reader: Reader, text: string): string {
  return text.replaceAll(
    /\\(?:u([\da-fA-F]{4})|U([\da-fA-F]{8})|\r?\n\s*|([^]))/g,
    (_, short?: string, long?: string, char?: string) => {
      const code = short ?? long
      if (code !== undefined)
        return String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff))
      if (char === undefined) return ''
      return ESCAPES.get(char) ?? refuse(reader, `invalid escape \\${char}`)
    },
  )
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['b', '\b'],
  ['t', '\t'],
  ['n', '\n'],
  ['f', '\f'],
  ['r', '\r'],
  ['e', '\x1B'],
  ['"', '"'],
  ['\\', '\\'],
])

function readArray(reader: Reader): Value {
  reader.at++
  const list: Value[] = []
  for (skipLines(reader); reader.text[reader.at] !== ']'; skipLines(reader)) {
    if (list.length > 0) comma(reader)
    if (reader.text[reader.at] === ']') break
    list.push(readValue(reader))
  }
  reader.at++
  return list
}

function comma(reader: Reader): void {
  if (reader.text[reader.at] !== ',') refuse(reader, 'expected a comma')
  reader.at++
  skipLines(reader)
}

function readInline(reader: Reader): Value {
  reader.at++
  const table: Dict = new Map()
  for (skipLines(reader); reader.text[reader.at] !== '}'; skipLines(reader)) {
    if (table.size > 0) comma(reader)
    readEntry(reader, table)
  }
  reader.at++
  return table
}
