import { resourceKey, type Resource } from '../model/resource.ts'

/** Objects that are there together. */
type Group = readonly Resource[]

// More than this many ways to put an estate together are no alternatives any more, but a catalogue.
const MOST_COMPLETED = 12

/**
 * The ways in which groups of made objects can be there together: two groups that hold the same object with another
 * content are alternatives, as overlays of one base for two clusters are. Each way has as many groups as go together, and
 * each group is in one of them at least. Undefined when all go together. O(objects x ways).
 */
export function alternatives(groups: readonly Group[]): readonly Group[] | undefined {
  const keyed = groups.map((group) => ({ group, contents: contentsOf(group) }))
  const ways: Way[] = []
  for (const each of keyed) {
    const fitting = ways.find((way) => agrees(way, each))
    if (fitting === undefined) ways.push(startWay(each))
    else join(fitting, each)
  }
  if (ways.length <= 1) return undefined
  for (const way of ways.slice(0, MOST_COMPLETED)) {
    for (const each of keyed) if (!way.groups.has(each.group) && agrees(way, each)) join(way, each)
  }
  // In the order of reading, whichever came to a way first.
  return ways.map((way) => groups.filter((group) => way.groups.has(group)).flat())
}

interface Keyed {
  readonly group: Group
  readonly contents: ReadonlyMap<string, string>
}

interface Way {
  readonly groups: Set<Group>
  readonly contents: Map<string, string>
}

function startWay(first: Keyed): Way {
  const way = { groups: new Set<Group>(), contents: new Map<string, string>() }
  join(way, first)
  return way
}

function join({ groups, contents }: Way, { group, contents: more }: Keyed): void {
  groups.add(group)
  for (const [key, content] of more) contents.set(key, content)
}

function agrees({ contents }: Way, { contents: others }: Keyed): boolean {
  for (const [key, content] of others) {
    const known = contents.get(key)
    if (known !== undefined && known !== content) return false
  }
  return true
}

function contentsOf(group: Group): ReadonlyMap<string, string> {
  return new Map(group.map((resource) => [resourceKey(resource), contentOf(resource.value)]))
}

function contentOf(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) =>
    typeof member === 'bigint' ? String(member) : sorted(member),
  )
}

function sorted(member: unknown): unknown {
  if (typeof member !== 'object' || member === null || Array.isArray(member)) return member
  return Object.fromEntries(Object.entries(member).sort(([one], [other]) => (one < other ? -1 : 1)))
}
