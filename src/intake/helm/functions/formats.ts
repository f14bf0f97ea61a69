import { isUtf8 } from 'node:buffer'
import type { Mark } from '../../../model/making.ts'
import { jsonText, type JsonStyle } from '../formats/json-text.ts'
import { readYamlText, valueOfJson } from '../formats/read-values.ts'
import { readToml } from '../formats/toml-read.ts'
import { tomlText } from '../formats/toml-text.ts'
import { yamlText } from '../formats/yaml-text.ts'
import { offsetIn, pieceFinder } from '../piece-map.ts'
import { bytesOf, textOfBytes } from '../template/bytes.ts'
import {
  markOfAction,
  readMark,
  remember,
  spend,
  type Call,
  type GoFunction,
} from '../template/run.ts'
import { madeMark, type Trace } from '../template/trace.ts'
import { give, Trouble } from '../template/trouble.ts'
import { isDict, isList, typeOf, type Value } from '../template/value.ts'
import { fixed, ofText, textAt, valueAt } from './arguments.ts'
import { base64 } from './convert.ts'

const COMPACT: JsonStyle = { indent: '', isHtmlSafe: true }
const PRETTY: JsonStyle = { indent: '  ', isHtmlSafe: true }
const RAW: JsonStyle = { indent: '', isHtmlSafe: false }

/** Functions that write and read YAML, JSON, TOML and encodings of bytes. */
export const FORMATS: Readonly<Record<string, GoFunction>> = {
  toYaml: fixed(1, toYaml(false)),
  mustToYaml: fixed(1, toYaml(false)),
  toYamlPretty: fixed(1, toYaml(true)),
  fromYaml: fixed(1, (call) => dictOr(fromYaml(call))),
  fromYamlArray: fixed(1, (call) => listOr(fromYaml(call))),
  toJson: fixed(1, toJson(COMPACT)),
  mustToJson: fixed(1, toJson(COMPACT)),
  toPrettyJson: fixed(1, toJson(PRETTY)),
  mustToPrettyJson: fixed(1, toJson(PRETTY)),
  toRawJson: fixed(1, toJson(RAW)),
  mustToRawJson: fixed(1, toJson(RAW)),
  fromJson: fixed(1, (call) => dictOr(fromJson(textAt(call, 0)))),
  mustFromJson: fixed(1, (call) => {
    const { value, message } = fromJson(textAt(call, 0))
    return message === undefined ? value : give(message)
  }),
  fromJsonArray: fixed(1, (call) => listOr(fromJson(textAt(call, 0)))),
  toToml: fixed(1, (call) => tomlText(valueAt(call, 0))),
  fromToml: fixed(1, (call) => dictOr(attempt(() => readToml(textAt(call, 0))))),
  b64enc: ofText(base64),
  b64dec: ofText(fromBase64),
  b32enc: ofText(base32),
  b32dec: ofText(fromBase32),
}

function toYaml(isListIndented: boolean): GoFunction['call'] {
  return (call) => {
    const { run } = call.frame
    const value = valueAt(call, 0)
    const made = yamlText(value, markOfAction(call.frame), { isListIndented })
    spend(run, made.text.length)
    const mark = typeof value === 'object' ? undefined : readMark(run, value)
    const pieces =
      mark === undefined ? made.pieces : made.pieces.map((piece) => ({ ...piece, decider: mark }))
    remember(run, made.text, pieces)
    return made.text
  }
}

/** What reading gave; with a message, `value` means nothing. */
interface Read {
  readonly value: Value
  readonly message?: string
}

function fromYaml(call: Call): Read {
  const text = textAt(call, 0)
  const pieces = call.frame.run.traces.get(text)
  const read = readYamlText(
    text,
    pieces === undefined ? () => undefined : markFinder({ text, pieces }),
  )
  return read.kind === 'value' ? { value: read.value } : { value: null, message: read.message }
}

// The value keeps the piece that wrote it, cut to begin where the value does.
function markFinder(trace: Trace): (start: number, end: number) => Mark | undefined {
  const find = pieceFinder(trace)
  return (start) => {
    const found = find(start)
    if (found === undefined) return undefined
    const { piece } = found
    const mark = { ...piece.mark, start: offsetIn(found, start) }
    return madeMark({ ...piece, mark })
  }
}

function attempt(work: () => Value): Read {
  try {
    return { value: work() }
  } catch (error) {
    if (error instanceof Trouble) return { value: null, message: error.message }
    throw error
  }
}

function dictOr({ value, message }: Read): Value {
  if (message !== undefined) return new Map([['Error', message]])
  if (value === null) return new Map()
  if (isDict(value)) return value
  return new Map([['Error', `error unmarshaling JSON: cannot take ${typeOf(value)} for a map`]])
}

function listOr({ value, message }: Read): Value {
  if (message !== undefined) return [message]
  if (value === null) return []
  return isList(value)
    ? value
    : [`error unmarshaling JSON: cannot take ${typeOf(value)} for a list`]
}

function toJson(style: JsonStyle): GoFunction['call'] {
  return (call) => {
    const text = jsonText(valueAt(call, 0), style)
    spend(call.frame.run, text.length)
    return text
  }
}

function fromJson(text: string): Read {
  try {
    const parsed: unknown = JSON.parse(text)
    return { value: valueOfJson(parsed) }
  } catch (error) {
    return { value: null, message: error instanceof Error ? error.message : String(error) }
  }
}

const BASE_64 = /^(?:[A-Za-z\d+/]{4})*(?:[A-Za-z\d+/]{2}==|[A-Za-z\d+/]{3}=)?$/

function fromBase64(text: string): string {
  const plain = text.replaceAll(/[\r\n]/g, '')
  if (!BASE_64.test(plain)) return 'illegal base64 data at input byte 0'
  return textOfBytes(Buffer.from(plain, 'base64'))
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

function base32(text: string): string {
  let result = ''
  let bits = 0
  let count = 0
  for (const byte of bytesOf(text)) {
    bits = ((bits << 8) | byte) & 0xfff
    count += 8
    for (; count >= 5; count -= 5) result += LETTERS.charAt((bits >> (count - 5)) & 31)
  }
  if (count > 0) result += LETTERS.charAt((bits << (5 - count)) & 31)
  return result.padEnd(Math.ceil(result.length / 8) * 8, '=')
}

function fromBase32(text: string): string {
  const bytes: number[] = []
  let bits = 0
  let count = 0
  for (const char of text.replace(/=+$/, '')) {
    const value = LETTERS.indexOf(char)
    if (value === -1) return 'illegal base32 data at input byte 0'
    bits = ((bits << 5) | value) & 0xfff
    count += 5
    if (count >= 8) {
      bytes.push((bits >> (count - 8)) & 255)
      count -= 8
    }
  }
  const decoded = Buffer.from(bytes)
  return isUtf8(decoded) ? decoded.toString() : textOfBytes(decoded)
}
