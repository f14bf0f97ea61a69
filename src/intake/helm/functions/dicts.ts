import { memberOf } from '../template/expression.ts'
import { markOf, setMark } from '../template/marks.ts'
import { readMark, type Call, type GoFunction } from '../template/run.ts'
import { give } from '../template/trouble.ts'
import { isDict, sortedKeys, typeOf, type Dict, type Value } from '../template/value.ts'
import { dictAt, fixed, textAt, valueAt, variadic } from './arguments.ts'
import { isEmpty, strval } from './convert.ts'

/** Functions of maps. */
export const DICTS: Readonly<Record<string, GoFunction>> = {
  dict: variadic(0, made),
  get: fixed(2, ({ args: [dict = null, key = null], frame }) => {
    if (!isDict(dict) || typeof key !== 'string') return give(`get wants a map and a text`)
    return dict.has(key) ? memberOf(frame, dict, key) : ''
  }),
  set: fixed(3, set),
  unset: fixed(2, (call) => {
    const dict = dictAt(call, 0)
    dict.delete(textAt(call, 1))
    return dict
  }),
  hasKey: fixed(2, (call) => dictAt(call, 0).has(textAt(call, 1))),
  pluck: variadic(1, pluck),
  keys: variadic(0, (call) => call.args.flatMap((_, index) => sortedKeys(dictAt(call, index)))),
  values: fixed(1, (call) => valuesOf(dictAt(call, 0))),
  pick: variadic(1, pick),
  omit: variadic(1, omit),
  merge: variadic(1, (call) => mergeAll(call, merge)),
  mustMerge: variadic(1, (call) => mergeAll(call, merge)),
  mergeOverwrite: variadic(1, (call) => mergeAll(call, mergeOver)),
  mustMergeOverwrite: variadic(1, (call) => mergeAll(call, mergeOver)),
  dig: variadic(3, dig),
}

function made({ args, frame: { run } }: Call): Dict {
  const dict: Dict = new Map()
  for (let index = 0; index < args.length; index += 2) {
    const key = strval(args[index] ?? null)
    const value = index + 1 < args.length ? (args[index + 1] ?? null) : ''
    dict.set(key, value)
    if (typeof value !== 'object') setMark(dict, key, readMark(run, value))
  }
  return dict
}

function set(call: Call): Dict {
  const dict = dictAt(call, 0)
  const key = textAt(call, 1)
  const value = valueAt(call, 2)
  dict.set(key, value)
  setMark(dict, key, typeof value === 'object' ? undefined : readMark(call.frame.run, value))
  return dict
}

function pluck(call: Call): readonly Value[] {
  const key = textAt(call, 0)
  const result: Value[] = []
  for (let index = 1; index < call.args.length; index++) {
    const dict = dictAt(call, index)
    if (!dict.has(key)) continue
    const mark = markOf(dict, key)
    if (mark !== undefined) setMark(result, result.length, mark)
    result.push(dict.get(key) ?? null)
  }
  return result
}

function valuesOf(dict: Dict): readonly Value[] {
  const result: Value[] = []
  for (const key of sortedKeys(dict)) {
    setMark(result, result.length, markOf(dict, key))
    result.push(dict.get(key) ?? null)
  }
  return result
}

function pick(call: Call): Dict {
  const dict = dictAt(call, 0)
  const wanted = new Set(call.args.slice(1).map((_, index) => textAt(call, index + 1)))
  return filtered(dict, (key) => wanted.has(key))
}

function omit(call: Call): Dict {
  const dict = dictAt(call, 0)
  const unwanted = new Set(call.args.slice(1).map((_, index) => textAt(call, index + 1)))
  return filtered(dict, (key) => !unwanted.has(key))
}

function filtered(dict: Dict, isKept: (key: string) => boolean): Dict {
  const result: Dict = new Map()
  for (const [key, value] of dict) {
    if (!isKept(key)) continue
    result.set(key, value)
    const mark = markOf(dict, key)
    if (mark !== undefined) setMark(result, key, mark)
  }
  return result
}

type Merge = (into: Dict, from: Dict) => void

function mergeAll(call: Call, mergeInto: Merge): Dict {
  const into = dictAt(call, 0)
  for (let index = 1; index < call.args.length; index++) {
    const from = valueAt(call, index)
    if (from !== null) mergeInto(into, dictAt(call, index))
  }
  return into
}

// What is there and not empty stays: mergo.Merge.
function merge(into: Dict, from: Dict): void {
  for (const [key, value] of from) {
    const known = into.get(key) ?? null
    if (isDict(known) && isDict(value)) merge(known, value)
    else if (!into.has(key) || (isEmpty(known) && !isEmpty(value))) take(into, from, key, value)
  }
}

// What comes later counts, unless it is empty: mergo.MergeWithOverwrite.
function mergeOver(into: Dict, from: Dict): void {
  for (const [key, value] of from) {
    const known = into.get(key)
    if (known !== undefined && isDict(known) && isDict(value)) mergeOver(known, value)
    else if (!isEmpty(value) || !into.has(key)) take(into, from, key, value)
  }
}

function take(into: Dict, from: Dict, key: string, value: Value): void {
  into.set(key, value)
  setMark(into, key, markOf(from, key))
}

function dig({ args, frame }: Call): Value {
  const dict = args.at(-1) ?? null
  const otherwise = args.at(-2) ?? null
  let value: Value = dict
  for (const key of args.slice(0, -2)) {
    if (!isDict(value) || typeof key !== 'string') {
      return give(`dig cannot look into ${typeOf(value)}`)
    }
    if (!value.has(key)) return otherwise
    value = memberOf(frame, value, key)
  }
  return value
}
