import { byteLength, sliceBytes } from '../template/bytes.ts'
import { memberOf } from '../template/expression.ts'
import { printAll, printed } from '../template/go-format.ts'
import { markOf } from '../template/marks.ts'
import { formatBy } from '../template/printf.ts'
import type { Call, GoFunction } from '../template/run.ts'
import { give } from '../template/trouble.ts'
import { byBytes, isDict, isList, isTrue, kindOf, typeOf, type Value } from '../template/value.ts'
import { fixed, textAt, valueAt, variadic } from './arguments.ts'

/** The functions that Go's templates bring themselves; `and` and `or` are the evaluator's own. */
export const BUILTINS: Readonly<Record<string, GoFunction>> = {
  // Known to the parser by these names; what they do depends on which arguments are evaluated.
  and: variadic(1, ({ args }) => args.at(-1)),
  or: variadic(1, ({ args }) => args.at(-1)),
  not: fixed(1, (call) => !isTrue(valueAt(call, 0))),
  len: fixed(1, (call) => length(valueAt(call, 0))),
  index: variadic(1, index),
  print: variadic(0, ({ args }) => printAll(args)),
  println: variadic(0, ({ args }) => `${args.map(printed).join(' ')}\n`),
  printf: variadic(1, (call) => formatBy(textAt(call, 0), call.args.slice(1))),
  html: variadic(0, ({ args }) => escapeBy(HTML, printAll(args))),
  js: variadic(0, ({ args }) => escapeBy(SCRIPT, printAll(args))),
  urlquery: variadic(0, ({ args }) => queryEscape(printAll(args))),
  call: variadic(1, (call) =>
    give(`error calling call: non-function of type ${typeOf(valueAt(call, 0))}`),
  ),
  eq: variadic(1, ({ args }) => equals(args)),
  ne: fixed(2, ({ args }) => !equals(args)),
  lt: fixed(2, (call) => isLess(valueAt(call, 0), valueAt(call, 1))),
  le: fixed(2, ({ args }) => isLessOrEqual(args)),
  gt: fixed(2, ({ args }) => !isLessOrEqual(args)),
  ge: fixed(2, (call) => !isLess(valueAt(call, 0), valueAt(call, 1))),
}

function queryEscape(text: string): string {
  return encodeURIComponent(text)
    .replaceAll('%20', '+')
    .replaceAll(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
}

function length(value: Value): bigint {
  if (typeof value === 'string') return BigInt(byteLength(value))
  if (isList(value)) return BigInt(value.length)
  if (isDict(value)) return BigInt(value.size)
  return give(value === null ? 'len of nil pointer' : `len of type ${typeOf(value)}`)
}

function index({ args, frame }: Call): Value {
  const [first = null, ...keys] = args
  if (first === null) return give('index of untyped nil')
  return keys.reduce((value: Value, key) => {
    if (isDict(value)) {
      return typeof key === 'string'
        ? memberOf(frame, value, key)
        : give(`value has type ${typeOf(key)}; should be string`)
    }
    if (isList(value)) {
      const at = positionIn(key, value.length)
      const member = value[at] ?? null
      const mark = markOf(value, at)
      if (mark !== undefined && typeof member !== 'object')
        frame.run.reads.push({ value: member, mark })
      return member
    }
    if (typeof value === 'string') {
      return BigInt(Buffer.from(value)[positionIn(key, byteLength(value))] ?? 0)
    }
    return give(
      value === null ? 'index of nil pointer' : `can't index item of type ${typeOf(value)}`,
    )
  }, first)
}

function positionIn(key: Value, size: number): number {
  if (typeof key !== 'bigint') return give(`cannot index slice/array with type ${typeOf(key)}`)
  if (key < 0n || key >= BigInt(size)) return give(`index out of range: ${key}`)
  return Number(key)
}

/** A part of a text or list by Go's `slice`. */
export function sliceOf(value: Value, indexes: readonly Value[]): Value {
  const size = typeof value === 'string' ? byteLength(value) : isList(value) ? value.length : -1
  if (size < 0) return give(`can't slice item of type ${typeOf(value)}`)
  const [start = 0, end = size] = indexes.map((key) => positionIn(key, size + 1))
  if (start > end) return give(`invalid slice index: ${start} > ${end}`)
  return typeof value === 'string'
    ? sliceBytes(value, start, end)
    : isList(value)
      ? value.slice(start, end)
      : null
}

function equals([first = null, ...others]: readonly Value[]): boolean {
  if (others.length === 0) return give('missing argument for comparison')
  return others.some((other) => isEqual(first, other))
}

function isEqual(one: Value, other: Value): boolean {
  const kind = basicKind(one)
  if (one === null || other === null) return one === other
  if (kind !== basicKind(other)) {
    return give(`incompatible types for comparison: ${typeOf(one)} and ${typeOf(other)}`)
  }
  if (kind === '') return give(`non-comparable type ${typeOf(one)}`)
  return one === other
}

function isLess(one: Value, other: Value): boolean {
  const kind = basicKind(one)
  if (kind === '' || basicKind(other) === '') return give('invalid type for comparison')
  if (kind !== basicKind(other)) {
    return give(`incompatible types for comparison: ${typeOf(one)} and ${typeOf(other)}`)
  }
  if (typeof one === 'string' && typeof other === 'string') return byBytes(one, other) < 0
  if (typeof one === 'number' && typeof other === 'number') return one < other
  if (typeof one === 'bigint' && typeof other === 'bigint') return one < other
  return give('invalid type for comparison')
}

function isLessOrEqual([one = null, other = null]: readonly Value[]): boolean {
  return isLess(one, other) || isEqual(one, other)
}

function basicKind(value: Value): string {
  const kind = kindOf(value)
  return ['bool', 'float64', 'int64', 'string'].includes(kind) ? kind : ''
}

type Escapes = ReadonlyMap<string, string>

const HTML: Escapes = new Map([
  ['"', '&#34;'],
  ["'", '&#39;'],
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['\0', '\uFFFD'],
])

const SCRIPT: Escapes = new Map([
  ['\\', '\\\\'],
  ["'", "\\'"],
  ['"', '\\"'],
  ['<', '\\u003C'],
  ['>', '\\u003E'],
  ['&', '\\u0026'],
  ['=', '\\u003D'],
  ['\n', '\\u000A'],
  ['\r', '\\u000D'],
  ['\t', '\\u0009'],
])

function escapeBy(escapes: Escapes, text: string): string {
  return Array.from(text)
    .map((char) => escapes.get(char) ?? char)
    .join('')
}
