import { copyMarks, markOf, setMark } from '../template/marks.ts'
import { readMark, spend, type Call, type GoFunction } from '../template/run.ts'
import { give } from '../template/trouble.ts'
import { byBytes, isList, isSame, typeOf, type Value } from '../template/value.ts'
import { fixed, intAt, listAt, valueAt, variadic } from './arguments.ts'
import { sliceOf } from './builtins.ts'
import { isEmpty, strval, textsOf, toInt } from './convert.ts'

/** Functions of lists. */
export const LISTS: Readonly<Record<string, GoFunction>> = {
  list: variadic(0, made),
  tuple: variadic(0, made),
  ...both(
    'first',
    fixed(1, (call) => listAt(call, 0)[0] ?? null),
  ),
  ...both(
    'last',
    fixed(1, (call) => listAt(call, 0).at(-1) ?? null),
  ),
  ...both(
    'rest',
    fixed(1, (call) => part(listAt(call, 0), 1)),
  ),
  ...both(
    'initial',
    fixed(1, (call) => part(listAt(call, 0), 0, -1)),
  ),
  ...both('append', fixed(2, append)),
  ...both('push', fixed(2, append)),
  ...both('prepend', fixed(2, prepend)),
  ...both(
    'reverse',
    fixed(1, (call) => chosen(listAt(call, 0), (indexes) => indexes.toReversed())),
  ),
  ...both(
    'uniq',
    fixed(1, (call) => uniq(listAt(call, 0))),
  ),
  ...both('without', variadic(1, without)),
  ...both(
    'compact',
    fixed(1, (call) => kept(listAt(call, 0), (value) => !isEmpty(value))),
  ),
  ...both('has', fixed(2, has)),
  ...both('chunk', fixed(2, chunk)),
  ...both('slice', variadic(1, slice)),
  concat: variadic(0, concat),
  sortAlpha: fixed(1, (call) => [...textsOf(valueAt(call, 0))].sort(byBytes)),
  until: fixed(1, (call) => counted(call, 0, intAt(call, 0), intAt(call, 0) < 0 ? -1 : 1)),
  untilStep: fixed(3, (call) => counted(call, intAt(call, 0), intAt(call, 1), intAt(call, 2))),
  seq: variadic(0, seq),
}

// Sprig has each of them twice: the second one reports an error where the first panics.
function both(name: string, of: GoFunction): Record<string, GoFunction> {
  return { [name]: of, [`must${name.charAt(0).toUpperCase()}${name.slice(1)}`]: of }
}

function made({ args, frame: { run } }: Call): readonly Value[] {
  const list = [...args]
  list.forEach((value, index) => {
    if (typeof value !== 'object') setMark(list, index, readMark(run, value))
  })
  return list
}

function part(list: readonly Value[], from: number, to?: number): readonly Value[] | null {
  if (list.length === 0) return null
  return chosen(list, (indexes) => indexes.slice(from, to))
}

// The members at some indexes, with their marks.
function chosen(
  list: readonly Value[],
  choose: (indexes: readonly number[]) => readonly number[],
): readonly Value[] {
  const indexes = choose(list.map((_, index) => index))
  const result = indexes.map((index) => list[index] ?? null)
  indexes.forEach((index, place) => {
    const mark = markOf(list, index)
    if (mark !== undefined) setMark(result, place, mark)
  })
  return result
}

function kept(list: readonly Value[], isKept: (value: Value) => boolean): readonly Value[] {
  return chosen(list, (indexes) => indexes.filter((index) => isKept(list[index] ?? null)))
}

function append(call: Call): readonly Value[] {
  const list = listAt(call, 0)
  const value = valueAt(call, 1)
  spend(call.frame.run, list.length)
  const result = [...list, value]
  copyMarks(list, result)
  if (typeof value !== 'object') setMark(result, list.length, readMark(call.frame.run, value))
  return result
}

function prepend(call: Call): readonly Value[] {
  const list = listAt(call, 0)
  spend(call.frame.run, list.length)
  return [valueAt(call, 1), ...list]
}

function uniq(list: readonly Value[]): readonly Value[] {
  return chosen(list, (indexes) =>
    indexes.filter((index) => {
      const value = list[index] ?? null
      return list.findIndex((other) => isSame(value, other)) === index
    }),
  )
}

function without(call: Call): readonly Value[] {
  const omitted = call.args.slice(1)
  return kept(listAt(call, 0), (value) => !omitted.some((other) => isSame(value, other)))
}

function has({ args: [needle = null, hay = null] }: Call): boolean {
  if (hay === null) return false
  if (isList(hay)) return hay.some((value) => isSame(value, needle))
  return give(`Cannot find has on type ${typeOf(hay)}`)
}

function chunk(call: Call): readonly Value[] {
  const size = intAt(call, 0)
  const list = listAt(call, 1)
  if (size < 1) return give('chunk of no size')
  const count = Math.ceil(list.length / size)
  return Array.from({ length: count }, (_, index) => list.slice(index * size, (index + 1) * size))
}

// Sprig's own `slice` stands in the place of Go's.
function slice(call: Call): Value {
  const list = listAt(call, 0)
  if (list.length === 0) return null
  return sliceOf(list, call.args.slice(1).map(toInt))
}

function concat({ args }: Call): readonly Value[] {
  const result: Value[] = []
  for (const list of args) {
    if (!isList(list)) return give(`Cannot concat type ${typeOf(list)} as list`)
    list.forEach((value, index) => {
      const mark = markOf(list, index)
      if (mark !== undefined) setMark(result, result.length, mark)
      result.push(value)
    })
  }
  return result
}

function counted(
  { frame: { run } }: Call,
  start: number,
  stop: number,
  step: number,
): readonly Value[] {
  if (stop < start ? step >= 0 : step <= 0) return []
  const count = Math.max(0, Math.ceil((stop - start) / step))
  // A list of numbers costs as much as their texts.
  spend(run, count * 8)
  return Array.from({ length: count }, (_, index) => BigInt(start + index * step))
}

function seq(call: Call): string {
  const [first = 0, second, third] = call.args.map((_, index) => intAt(call, index))
  if (call.args.length === 0 || call.args.length > 3) return ''
  if (second === undefined) return counting(call, 1, first, first < 1 ? -1 : 1)
  if (third === undefined) return counting(call, first, second, second < first ? -1 : 1)
  if (third < first && second > 0) return ''
  const past = third < first ? -1 : 1
  return counted(call, first, third + past, second)
    .map(strval)
    .join(' ')
}

function counting(call: Call, start: number, end: number, step: number): string {
  return counted(call, start, end + step, step)
    .map(strval)
    .join(' ')
}
