import { groupBy } from '../../../../base/group.ts'
import { convert, distinctOf, setOf } from '../convert.ts'
import { spend } from '../scope.ts'
import {
  compareText,
  INVALID,
  isMap,
  isSame,
  isTuple,
  isUnknown,
  isWhole,
  numberOf,
  sortedMap,
  textOf,
  type Value,
} from '../value.ts'
import { anything, known, whole, type Context, type TerraformFunction } from './function.ts'

/** Terraform's functions on lists, sets and maps. */
export const COLLECTION_FUNCTIONS = {
  length: known(([of]) => {
    if (typeof of === 'string') return Array.from(of).length
    return isTuple(of) ? of.length : isMap(of) ? of.size : INVALID
  }),
  concat: known((lists) => (lists.every(isTuple) ? lists.flat() : INVALID)),
  merge: known((maps) => {
    const given = maps.filter((map) => map !== null)
    return given.every(isMap) ? sortedMap(given.flatMap((map) => [...map])) : INVALID
  }),
  lookup: known(([map, key, fallback]) => {
    const found = isMap(map) ? map.get(textOf(key ?? null) ?? '') : undefined
    if (found !== undefined) return found
    return fallback === undefined ? INVALID : fallback
  }),
  element: known(([list, index]) => {
    const at = numberOf(index ?? null)
    if (!isTuple(list) || at === undefined || list.length === 0) return INVALID
    return list[((at % list.length) + list.length) % list.length] ?? null
  }),
  keys: known(([map]) => (isMap(map) ? [...sortedMap(map).keys()] : INVALID)),
  values: known(([map]) => (isMap(map) ? [...sortedMap(map).values()] : INVALID)),
  contains: known(([list, value], context) => contains(list, value, context)),
  index: whole(([list, value]) => {
    const at = isTuple(list) ? list.findIndex((item) => isSame(item, value ?? null) === true) : -1
    return at === -1 ? INVALID : at
  }),
  distinct: known(([list], { untold }) => {
    if (!isTuple(list)) return INVALID
    return list.length < 2 || isWhole(list) ? distinctOf(list) : untold()
  }),
  flatten: known(([list], { untold }) => (isTuple(list) ? flatten(list, untold) : INVALID)),
  reverse: known(([list]) => (isTuple(list) ? list.toReversed() : INVALID)),
  slice: known(([list, from, to]) => {
    const [start, end] = [numberOf(from ?? null), numberOf(to ?? null)]
    if (!isTuple(list) || start === undefined || end === undefined) return INVALID
    return start < 0 || end > list.length || start > end ? INVALID : list.slice(start, end)
  }),
  chunklist: known(([list, size]) => {
    const length = numberOf(size ?? null)
    if (!isTuple(list) || length === undefined || length < 1) return INVALID
    const starts = list.map((_, index) => index).filter((index) => index % length === 0)
    return starts.map((start) => list.slice(start, start + length))
  }),
  sort: whole(([list]) => {
    const texts = isTuple(list) ? list.map(textOf).filter((text) => text !== undefined) : undefined
    return texts?.toSorted(compareText) ?? INVALID
  }),
  compact: known(([list], { untold }) => {
    if (!isTuple(list)) return INVALID
    if (!isWhole(list)) return untold()
    return list.filter((item) => item !== '' && item !== null)
  }),
  coalesce: anything((values, { untold }) => firstGiven(values, (value) => value === '', untold)),
  coalescelist: anything((values, { untold }) =>
    firstGiven(values, (value) => isTuple(value) && value.length === 0, untold),
  ),
  one: anything(([list], { untold }) => {
    if (isUnknown(list)) return list
    if (!isTuple(list)) return untold()
    return list.length > 1 ? INVALID : (list[0] ?? null)
  }),
  range: whole((found, context) => range(found, context)),
  zipmap: known(([keys, values]) => {
    if (!isTuple(keys) || !isTuple(values) || keys.length !== values.length) return INVALID
    const names = keys.map(textOf)
    if (!names.every((name) => name !== undefined)) return INVALID
    return sortedMap(names.map((name, index) => [name, values[index] ?? null]))
  }),
  alltrue: known(([list], { untold }) => quantified(list, false, untold)),
  anytrue: known(([list], { untold }) => quantified(list, true, untold)),
  setunion: whole((sets) => (sets.every(isTuple) ? setOf(sets.flat()) : INVALID)),
  setintersection: whole((sets, { scope }) => {
    const [first, ...others] = sets.filter(isTuple)
    for (const set of others) spend(scope.budget, set.length * (first?.length ?? 0))
    const kept = first?.filter((item) => others.every((set) => holds(set, item)))
    return kept === undefined ? INVALID : setOf(kept)
  }),
  setsubtract: whole(([from, what], { scope }) => {
    if (!isTuple(from) || !isTuple(what)) return INVALID
    spend(scope.budget, from.length * what.length)
    return setOf(from.filter((item) => !holds(what, item)))
  }),
  setproduct: known((sets, context) => product(sets, context)),
  matchkeys: whole(([values, keys, wanted], { scope }) => {
    if (!isTuple(values) || !isTuple(keys) || !isTuple(wanted)) return INVALID
    spend(scope.budget, values.length * wanted.length)
    return values.filter((_, index) => holds(wanted, keys[index] ?? null))
  }),
  transpose: whole(([map]) => (isMap(map) ? transpose(map) : INVALID)),
} as const satisfies Readonly<Record<string, TerraformFunction>>

function holds(list: readonly Value[], value: Value): boolean {
  return list.some((item) => isSame(item, value) === true)
}

function contains(list: Value | undefined, value: Value | undefined, context: Context): Value {
  if (!isTuple(list)) return INVALID
  const answers = list.map((item) => isSame(item, value ?? null))
  if (answers.includes(true)) return true
  return answers.includes(undefined) ? context.untold() : false
}

function flatten(list: readonly Value[], untold: () => Value): Value {
  const items: Value[] = []
  for (const item of list) {
    // What is unknown may be a list of any length.
    if (isUnknown(item) && item.attributes === undefined && list.length > 1) return untold()
    const inner = isTuple(item) ? flatten(item, untold) : item
    if (!isTuple(item)) items.push(item)
    else if (isTuple(inner)) for (const value of inner) items.push(value)
    else return inner
  }
  return items
}

// The first value that is there. One of which nobody can tell may be missing, but then its reference is what we know.
function firstGiven(
  values: readonly Value[],
  isEmpty: (value: Value) => boolean,
  untold: () => Value,
): Value {
  for (const value of values) {
    if (isUnknown(value)) return value.reference === undefined ? untold() : value
    if (value !== null && !isEmpty(value)) return value
  }
  return INVALID
}

function range(found: readonly Value[], { scope }: Context): Value {
  const numbers = found.map(numberOf).filter((number) => number !== undefined)
  const [first = 0, second, third] = numbers
  const [start, end] = second === undefined ? [0, first] : [first, second]
  const step = third ?? (end < start ? -1 : 1)
  if (step === 0 || numbers.length !== found.length) return INVALID
  const count = Math.max(0, Math.ceil((end - start) / step))
  // Terraform itself refuses more.
  if (count > 1024) return INVALID
  spend(scope.budget, count)
  return Array.from({ length: count }, (_, index) => start + index * step)
}

function quantified(list: Value | undefined, decisive: boolean, untold: () => Value): Value {
  if (!isTuple(list)) return INVALID
  const truths = list.map((item) => (isUnknown(item) ? undefined : convert(item, { kind: 'bool' })))
  if (truths.includes(decisive)) return decisive
  return truths.includes(undefined) ? untold() : !decisive
}

function product(sets: readonly Value[], { scope, untold }: Context): Value {
  if (!sets.every(isTuple)) return INVALID
  if (!sets.every((set) => set.every((item) => !isUnknown(item)))) return untold()
  let rows: readonly (readonly Value[])[] = [[]]
  for (const set of sets) {
    spend(scope.budget, rows.length * set.length)
    rows = rows.flatMap((row) => set.map((item) => [...row, item]))
  }
  return rows
}

function transpose(map: ReadonlyMap<string, Value>): Value {
  const pairs: (readonly [string, string])[] = []
  for (const [key, list] of map) {
    if (!isTuple(list)) return INVALID
    for (const item of list) pairs.push([textOf(item) ?? '', key])
  }
  const groups = [...groupBy(pairs, ([name]) => name)]
  return sortedMap(groups.map(([name, members]) => [name, members.map(([, key]) => key)]))
}
