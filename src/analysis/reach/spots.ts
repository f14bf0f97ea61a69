import type { Columns, Hit } from './columns.ts'
import { NO_DECLARED_PORTS, type DeclaredPorts } from './declared-ports.ts'
import type { PolicyRule } from './policy.ts'

/**
 * The spots of one row: one for each zone, then one for each column of which a rule says more than of its zone. A row so
 * grows with what its policies name, not with the cluster.
 */
export interface Spots {
  readonly count: number
  /** The columns with a spot of their own, ascending. */
  readonly columns: Int32Array
  readonly portsAt: (spot: number) => DeclaredPorts
  /** What a rule says, by spot. */
  readonly hitsOf: (rule: PolicyRule) => readonly Hit[]
}

/** Finds the spots that some rules need. O(columns they name, sorted). */
export function spotsFor(rules: readonly PolicyRule[], all: Columns): Spots {
  const named = new Set<number>()
  for (const rule of rules) for (const column of all.hitsOf(rule).columns.keys()) named.add(column)
  const columns = Int32Array.from(named).toSorted()
  const spots = new Map(Array.from(columns, (column, at) => [column, all.zones.length + at]))
  const inZones: number[][] = all.zones.map((_, zone) => [zone])
  for (const [column, spot] of spots) inZones[all.zoneOf[column] ?? 0]?.push(spot)
  const zoneAt = (spot: number): number =>
    spot < all.zones.length ? spot : (all.zoneOf[columns[spot - all.zones.length] ?? 0] ?? 0)
  return {
    count: all.zones.length + columns.length,
    columns,
    portsAt: (spot) => all.zones[zoneAt(spot)]?.ports ?? NO_DECLARED_PORTS,
    hitsOf: (rule) => hitsAt(rule, all, { spots, inZones }),
  }
}

interface Layout {
  /** By column. */
  readonly spots: ReadonlyMap<number, number>
  /** By zone: its own spot, and those of its columns. */
  readonly inZones: readonly (readonly number[])[]
}

function hitsAt(rule: PolicyRule, { hitsOf }: Columns, { spots, inZones }: Layout): readonly Hit[] {
  const { zones, columns } = hitsOf(rule)
  const claims = new Map<number, true | 'unclear'>()
  for (const { column: zone, claim } of zones)
    for (const spot of inZones[zone] ?? []) claims.set(spot, claim)
  for (const [column, claim] of columns) {
    const spot = spots.get(column) ?? 0
    if (claim === true || !claims.has(spot)) claims.set(spot, claim)
  }
  return Array.from(claims, ([column, claim]) => ({ column, claim }))
}

/** The spot of a column in a row; `zones` is how many of them there are. O(log columns of the row). */
export function spotAt(columns: Int32Array, column: number, { zones, zoneOf }: Columns): number {
  let [low, high] = [0, columns.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = columns[middle] ?? 0
    if (found === column) return zones.length + middle
    if (found < column) low = middle + 1
    else high = middle - 1
  }
  return zoneOf[column] ?? 0
}
