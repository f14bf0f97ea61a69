import {
  ALL_CONNECTIONS,
  intersection,
  keyOf,
  minus,
  NO_CONNECTIONS,
  union,
  type ConnectionSet,
} from './connection-set.ts'

/** The id of an interned set of connections: equal sets have equal ids. */
export type SetId = number

/** No connection at all. */
export const NONE: SetId = 0

/** Every connection. */
export const ALL: SetId = 1

/** Sets of connections, each once, with what they give together looked up instead of worked out again. */
export interface SetTable {
  readonly idOf: (set: ConnectionSet) => SetId
  readonly setOf: (id: SetId) => ConnectionSet
  readonly unite: (one: SetId, two: SetId) => SetId
  readonly meet: (one: SetId, two: SetId) => SetId
  readonly take: (from: SetId, away: SetId) => SetId
}

/** Makes a table that holds `NONE` and `ALL`. Throws when there are more sets than its keys can tell apart. */
export function createSetTable(): SetTable {
  const sets: ConnectionSet[] = []
  const ids = new Map<string, SetId>()
  const idOf = (set: ConnectionSet): SetId => {
    const key = keyOf(set)
    const known = ids.get(key)
    if (known !== undefined) return known
    if (sets.length >= MOST_SETS) throw new Error('There are too many sets of connections.')
    ids.set(key, sets.length)
    return sets.push(set) - 1
  }
  idOf(NO_CONNECTIONS)
  idOf(ALL_CONNECTIONS)
  const setOf = (id: SetId): ConnectionSet => sets[id] ?? NO_CONNECTIONS
  const remembered = (combine: Combine) => memo((one, two) => idOf(combine(setOf(one), setOf(two))))
  const [united, met, taken] = [remembered(union), remembered(intersection), remembered(minus)]
  return {
    idOf,
    setOf,
    unite: (one, two) => {
      if (one === two || two === NONE) return one
      if (one === NONE) return two
      return one === ALL || two === ALL ? ALL : united(one, two)
    },
    meet: (one, two) => {
      if (one === two || two === ALL) return one
      if (one === ALL) return two
      return one === NONE || two === NONE ? NONE : met(one, two)
    },
    take: (from, away) => {
      if (from === NONE || away === ALL || from === away) return NONE
      return away === NONE ? from : taken(from, away)
    },
  }
}

type Combine = (one: ConnectionSet, two: ConnectionSet) => ConnectionSet

// Two ids of twenty bits make a key that numbers hold exactly.
const MOST_SETS = 2 ** 20

function memo(combine: (one: SetId, two: SetId) => SetId): (one: SetId, two: SetId) => SetId {
  const known = new Map<number, SetId>()
  return (one, two) => {
    const key = one * MOST_SETS + two
    const found = known.get(key)
    if (found !== undefined) return found
    const made = combine(one, two)
    known.set(key, made)
    return made
  }
}
