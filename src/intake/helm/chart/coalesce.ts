import { copyMarks, deepCopy, markOf, setMark } from '../template/marks.ts'
import { isDict, type Dict, type Value } from '../template/value.ts'
import type { Chart } from './load-chart.ts'

/** What becomes of a null that takes a chart's default away: it goes with it, or is kept for a later round. */
export type NullRule = 'drop' | 'keep'

const GLOBAL = 'global'

/** Puts a member of `from` into `to`, with the place where it is written. */
export function put(to: Dict, key: string, value: Value, from: Dict): void {
  to.set(key, value)
  setMark(to, key, markOf(from, key))
}

/** A copy of a map. */
export function copyDict(dict: Dict): Dict {
  const copy = deepCopy(dict)
  return isDict(copy) ? copy : new Map()
}

/** The values of `over` laid over those of `under`: maps are merged, all else is replaced, null included. */
export function mergeMaps(under: Dict, over: Dict): Dict {
  const merged: Dict = new Map(under)
  copyMarks(under, merged)
  for (const [key, value] of over) {
    const known = merged.get(key) ?? null
    put(merged, key, isDict(value) && isDict(known) ? mergeMaps(known, value) : value, over)
  }
  return merged
}

/** The values of a chart and those that it holds, `given` laid over their own. The chart's own stay as they are. */
export function coalesceValues(chart: Chart, given: Dict, nulls: NullRule): Dict {
  return coalesce(chart, copyDict(given), nulls)
}

function coalesce(chart: Chart, into: Dict, nulls: NullRule): Dict {
  addDefaults(chart, into, nulls)
  for (const inner of chart.charts) {
    const { name } = inner.metadata
    const known = into.get(name)
    const own = known === undefined ? new Map<string, Value>() : known
    // Helm refuses another value than a map here; such a chart fails at its first look at its values.
    if (!isDict(own)) continue
    into.set(name, own)
    addGlobals(own, into)
    coalesce(inner, own, nulls)
  }
  return into
}

function addDefaults(chart: Chart, into: Dict, nulls: NullRule): void {
  const defaults = copyDict(chart.values)
  const names = new Set(chart.charts.map(({ metadata }) => metadata.name))
  for (const [key, value] of defaults) {
    const known = into.get(key)
    if (known === undefined) put(into, key, value, defaults)
    else if (known === null && nulls === 'drop') into.delete(key)
    else if (isDict(known) && isDict(value)) {
      // What is meant for a chart inside meets that one's own defaults later.
      mergeTables(known, value, names.has(key) ? 'keep' : nulls)
    }
  }
}

/** Adds to `into` what `from` has besides; where both have a value, that of `into` stays. Changes `into`. */
export function mergeTables(into: Dict, from: Dict, nulls: NullRule): Dict {
  for (const [key, value] of from) {
    const known = into.get(key)
    if (known === undefined) put(into, key, value, from)
    else if (known === null && nulls === 'drop' && value !== null) into.delete(key)
    else if (isDict(known) && isDict(value)) mergeTables(known, value, nulls)
  }
  return into
}

// What is global is every chart's, and the outermost chart's word counts.
function addGlobals(into: Dict, from: Dict): void {
  const theirs = globalsOf(into)
  const ours = globalsOf(from)
  if (theirs === undefined || ours === undefined) return
  for (const [key, value] of ours) {
    const known = theirs.get(key)
    if (!isDict(value)) {
      if (!isDict(known ?? null)) put(theirs, key, value, ours)
      continue
    }
    if (known !== undefined && !isDict(known)) continue
    const copy: Dict = new Map(value)
    copyMarks(value, copy)
    put(theirs, key, known === undefined ? copy : mergeTables(copy, known, 'keep'), ours)
  }
  into.set(GLOBAL, theirs)
}

function globalsOf(values: Dict): Dict | undefined {
  const globals = values.get(GLOBAL) ?? new Map<string, Value>()
  return isDict(globals) ? globals : undefined
}
