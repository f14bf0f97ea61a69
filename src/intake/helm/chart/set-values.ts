import { fail, succeed, type Result } from '../../../base/result.ts'
import { isDict, isList, type Dict, type Value } from '../template/value.ts'

/** How the values of `--set` are taken: by their looks, or all as texts. */
export type SetKind = 'typed' | 'text'

interface Reader {
  readonly text: string
  readonly kind: SetKind
  at: number
}

class Misuse extends Error {}

const MAX_INDEX = 65_536
const MAX_DEPTH = 30

/** Sets in `values` what a line of `--set` says (`a.b[0]=x,c={1,2}`), in Helm's own syntax. Changes `values`. */
export function setValues(values: Dict, text: string, kind: SetKind): Result<Dict> {
  const reader = { text, kind, at: 0 }
  try {
    while (reader.at < text.length) readKey(reader, values, 0)
    return succeed(values)
  } catch (error) {
    if (!(error instanceof Misuse)) throw error
    return fail({
      code: 'USAGE',
      at: `--set${kind === 'text' ? '-string' : ''} ${text}`,
      message: error.message,
      remedy: 'Write NAME=VALUE, with dots between names: --set image.tag=1.4.2',
    })
  }
}

function misuse(message: string): never {
  throw new Misuse(message)
}

interface Word {
  readonly word: string
  /** The sign that ended it; empty at the end of the text. */
  readonly sign: string
}

// A backslash takes a sign's meaning away.
function readUntil(reader: Reader, signs: string): Word {
  let word = ''
  while (reader.at < reader.text.length) {
    const char = reader.text.charAt(reader.at++)
    if (signs.includes(char)) return { word, sign: char }
    word += char === '\\' ? reader.text.charAt(reader.at++) : char
  }
  return { word, sign: '' }
}

function readKey(reader: Reader, into: Dict, depth: number): void {
  if (depth > MAX_DEPTH) misuse(`More than ${MAX_DEPTH} names stand inside one another.`)
  const { word, sign } = readUntil(reader, '=[,.')
  switch (sign) {
    case '=':
      return assign(into, word, readValue(reader))
    case '[': {
      const known = into.get(word) ?? null
      return assign(into, word, readItem(reader, isList(known) ? known : [], depth))
    }
    case '.': {
      const known = into.get(word) ?? null
      const inner: Dict = isDict(known) ? known : new Map()
      readKey(reader, inner, depth + 1)
      return assign(into, word, inner)
    }
    default:
      return word === '' && sign === '' ? undefined : misuse(`"${word}" has no value.`)
  }
}

function assign(into: Dict, key: string, value: Value): void {
  if (key !== '') into.set(key, value)
}

function readItem(reader: Reader, list: readonly Value[], depth: number): readonly Value[] {
  const { word, sign } = readUntil(reader, ']')
  if (sign !== ']' || !/^\d{1,6}$/.test(word)) misuse(`"${word}" is no index of a list.`)
  const index = Number(word)
  if (index > MAX_INDEX) misuse(`An index may be ${MAX_INDEX} at the most.`)
  const next = readUntil(reader, '[.=')
  if (next.word !== '') misuse(`"${next.word}" stands behind an index.`)
  const known = list[index] ?? null
  const result = Array.from(
    { length: Math.max(list.length, index + 1) },
    (_, at) => list[at] ?? null,
  )
  result[index] = memberOf(reader, known, next.sign, depth)
  return result
}

function memberOf(reader: Reader, known: Value, sign: string, depth: number): Value {
  if (depth > MAX_DEPTH) misuse(`More than ${MAX_DEPTH} names stand inside one another.`)
  switch (sign) {
    case '=':
      return readValue(reader)
    case '[':
      return readItem(reader, isList(known) ? known : [], depth + 1)
    case '.': {
      const inner: Dict = isDict(known) ? known : new Map()
      readKey(reader, inner, depth + 1)
      return inner
    }
    default:
      return misuse('An index has no value.')
  }
}

function readValue(reader: Reader): Value {
  if (reader.text[reader.at] === '{') return readList(reader)
  return typed(readUntil(reader, ',').word, reader.kind)
}

function readList(reader: Reader): Value {
  reader.at++
  const list: Value[] = []
  for (;;) {
    const { word, sign } = readUntil(reader, ',}')
    if (sign === '') misuse("A list must end with '}'.")
    list.push(typed(word, reader.kind))
    if (sign === '}') break
  }
  if (reader.text[reader.at] === ',') reader.at++
  return list
}

function typed(word: string, kind: SetKind): Value {
  if (kind === 'text') return word
  switch (word.toLowerCase()) {
    case 'true':
      return true
    case 'false':
      return false
    case 'null':
      return null
    default:
      return integerOf(word) ?? word
  }
}

// What begins with a zero is a number to nobody.
function integerOf(word: string): bigint | undefined {
  if (word === '0') return 0n
  if (!/^[+-]?[1-9]\d{0,18}$|^[+-]0\d{0,18}$/.test(word)) return undefined
  const value = BigInt(word)
  return BigInt.asIntN(64, value) === value ? value : undefined
}
