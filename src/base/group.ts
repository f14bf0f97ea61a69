/** Members by a key of theirs; keys and members stay in the order in which they were first met. */
export type Groups<K, T> = ReadonlyMap<K, readonly T[]>

/** Groups `members` by the one key that each has. O(members). */
export function groupBy<K, T>(members: Iterable<T>, keyOf: (member: T) => K): Groups<K, T> {
  const groups = new Map<K, T[]>()
  for (const member of members) enter(groups, keyOf(member), member)
  return groups
}

/** The first of `members` for each key. O(members). */
export function firstBy<K, T>(members: Iterable<T>, keyOf: (member: T) => K): ReadonlyMap<K, T> {
  const first = new Map<K, T>()
  for (const member of members) {
    const key = keyOf(member)
    if (!first.has(key)) first.set(key, member)
  }
  return first
}

/** Groups `members` by all of the keys that each has. O(keys of all members). */
export function groupByAll<K, T>(
  members: Iterable<T>,
  keysOf: (member: T) => readonly K[],
): Groups<K, T> {
  const groups = new Map<K, T[]>()
  for (const member of members) for (const key of keysOf(member)) enter(groups, key, member)
  return groups
}

function enter<K, T>(groups: Map<K, T[]>, key: K, member: T): void {
  const group = groups.get(key)
  if (group === undefined) groups.set(key, [member])
  else group.push(member)
}
