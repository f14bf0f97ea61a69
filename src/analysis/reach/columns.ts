import type { Direction } from '../isolation/closing.ts'
import type { Claim } from '../pod-security/candidate.ts'
import { FAMILIES, partition, type AddressSet, type Family } from './address-set.ts'
import { rangeOf } from './address-text.ts'
import { NO_DECLARED_PORTS, type DeclaredPorts } from './declared-ports.ts'
import type { MembersOf } from './members.ts'
import type { AddressRange } from './peer.ts'
import type { PodClass } from './pod-class.ts'
import type { PolicyRule, PolicySide } from './policy.ts'

/** What a rule says of one column, or of one spot of a row. */
export interface Hit {
  readonly column: number
  readonly claim: true | 'unclear'
}

/** What a rule says: of whole zones, and of single columns more than of their zone. */
interface RuleHits {
  readonly zones: readonly Hit[]
  readonly columns: ReadonlyMap<number, true | 'unclear'>
}

/** Columns of one sort: pods with the same named ports, those on nodes, addresses. Most rules name few of them. */
interface Zone {
  readonly isOnHost: boolean
  /** The named ports of its pods: what names in rules for egress mean. None for addresses. */
  readonly ports: DeclaredPorts
}

/**
 * The other ends that the rules of one direction can tell apart: first kinds of pods, then ranges of addresses. Each
 * belongs to a zone; the last zone is that of the addresses.
 */
export interface Columns {
  readonly count: number
  readonly ofPods: (pods: PodClass) => number
  readonly ofRange: (range: AddressRange) => number
  readonly ranges: readonly AddressRange[]
  readonly zones: readonly Zone[]
  /** The zone of each column. */
  readonly zoneOf: Int32Array
  readonly hitsOf: (rule: PolicyRule) => RuleHits
}

/** Builds the columns of a direction. O(members of all groups of pods in rules + cuts log cuts). */
export function columnsOf(
  direction: Direction,
  sides: readonly PolicySide[],
  { classes, membersOf, families }: Ground,
): Columns {
  const rules = sides
    .filter((side) => side.direction === direction)
    .flatMap(({ rules: own }) => own)
  const kinds = kindsOf(rules, { classes, membersOf }, direction)
  const ranges = rangesOf(rules, families)
  const at = new Map(ranges.map((range, index) => [range, kinds.count + index]))
  const zones = [...kinds.zones, OUTSIDE]
  const zoneOf = new Int32Array(kinds.count + ranges.length).fill(zones.length - 1)
  zoneOf.set(kinds.zoneOf)
  const plan: Plan = { kinds, ranges, starts: startsOf(ranges), membersOf, zones }
  const known = new Map<PolicyRule, RuleHits>()
  return {
    count: kinds.count + ranges.length,
    ofPods: ({ index }) => kinds.of[index] ?? 0,
    ofRange: (range) => at.get(range) ?? 0,
    ranges,
    zones,
    zoneOf,
    hitsOf: (rule) => {
      const hits = known.get(rule) ?? findHits(rule, plan)
      known.set(rule, hits)
      return hits
    },
  }
}

const OUTSIDE: Zone = { isOnHost: false, ports: NO_DECLARED_PORTS }

/** What a rule says of one column; false when it is not about it. */
export function claimOn(rule: PolicyRule, column: number, { hitsOf, zoneOf }: Columns): Claim {
  const hits = hitsOf(rule)
  const whole = hits.zones.find((hit) => hit.column === zoneOf[column])?.claim
  return whole === true ? true : (hits.columns.get(column) ?? whole ?? false)
}

/** What columns are made of. */
export interface Ground {
  readonly classes: readonly PodClass[]
  readonly membersOf: MembersOf
  /** The families of addresses that are looked at. */
  readonly families: readonly Family[]
}

/** Classes of pods that the rules of a direction treat alike. `of` is by class, `zoneOf` by kind. */
interface Kinds {
  readonly count: number
  readonly of: Int32Array
  readonly zones: readonly Zone[]
  readonly zoneOf: readonly number[]
}

function kindsOf(
  rules: readonly PolicyRule[],
  { classes, membersOf }: Pick<Ground, 'classes' | 'membersOf'>,
  direction: Direction,
): Kinds {
  const zoneKeys = classes.map(({ isOnHost, portsKey }) =>
    // In ingress the ports are those of the pod that the rule is for.
    direction === 'egress' ? `${isOnHost}${portsKey}` : `${isOnHost}`,
  )
  const memberships = [...zoneKeys]
  const groups = new Map(
    rules
      .flatMap(({ peers }) => [...peers.pods, ...peers.maybePods])
      .map((group) => [group.key, group]),
  )
  let number = 0
  for (const group of groups.values()) {
    for (const { of, claim } of membersOf(group))
      memberships[of.index] += `,${number}${claim === true ? '' : '?'}`
    number++
  }
  const [numbers, zoneNumbers] = [new Map<string, number>(), new Map<string, number>()]
  const zones: Zone[] = []
  const zoneOf: number[] = []
  const of = new Int32Array(classes.length)
  for (const one of classes) {
    const zone = numberIn(zoneNumbers, zoneKeys[one.index] ?? '')
    if (zone === zones.length) zones.push(one)
    const kind = numberIn(numbers, memberships[one.index] ?? '')
    if (kind === zoneOf.length) zoneOf.push(zone)
    of[one.index] = kind
  }
  return { count: numbers.size, of, zones, zoneOf }
}

function numberIn(numbers: Map<string, number>, key: string): number {
  const number = numbers.get(key) ?? numbers.size
  numbers.set(key, number)
  return number
}

function rangesOf(
  rules: readonly PolicyRule[],
  families: readonly Family[],
): readonly AddressRange[] {
  const sets: readonly AddressSet[] = rules.flatMap(({ peers }) => [
    peers.addresses,
    peers.maybeAddresses,
  ])
  return families.flatMap((family) => partition(sets, family).map((span) => rangeOf(family, span)))
}

interface Plan {
  readonly kinds: Kinds
  readonly ranges: readonly AddressRange[]
  readonly starts: Starts
  readonly membersOf: MembersOf
  readonly zones: readonly Zone[]
}

// Most rules are about a few groups of pods, so only what they mean is looked at.
function findHits({ peers }: PolicyRule, plan: Plan): RuleHits {
  const columns = new Map<number, true | 'unclear'>()
  const raise = (column: number, claim: true | 'unclear'): void => {
    if (claim === true || !columns.has(column)) columns.set(column, claim)
  }
  const { kinds, membersOf } = plan
  for (const group of peers.pods) {
    for (const { of, claim } of membersOf(group)) raise(kinds.of[of.index] ?? 0, claim)
  }
  for (const group of peers.maybePods) {
    for (const { of } of membersOf(group)) raise(kinds.of[of.index] ?? 0, 'unclear')
  }
  for (const column of rangesAt(peers.addresses, plan)) raise(column, true)
  for (const column of rangesAt(peers.maybeAddresses, plan)) raise(column, 'unclear')
  return { zones: zoneHits(peers, plan.zones), columns }
}

// Ranges are cut wherever a set begins or ends, so each span of a set is made of whole ones.
function rangesAt(set: AddressSet, { ranges, starts, kinds }: Plan): readonly number[] {
  const columns: number[] = []
  for (const family of FAMILIES) {
    for (const { first, last } of set[family]) {
      let at = starts[family].get(first) ?? ranges.length
      for (; at < ranges.length; at++) {
        const range = ranges[at]
        if (range === undefined || range.family !== family || range.first > last) break
        columns.push(kinds.count + at)
      }
    }
  }
  return columns
}

/** By family, which range begins at an address. */
type Starts = Readonly<Record<Family, ReadonlyMap<bigint, number>>>

function startsOf(ranges: readonly AddressRange[]): Starts {
  const of = (wanted: Family): ReadonlyMap<bigint, number> =>
    new Map(
      ranges.flatMap(({ family, first }, at) => (family === wanted ? [[first, at] as const] : [])),
    )
  return { 4: of(4), 6: of(6) }
}

function zoneHits(peers: PolicyRule['peers'], zones: readonly Zone[]): readonly Hit[] {
  return zones.flatMap((zone, column) => {
    const ofPods = zone.isOnHost ? peers.nodes : peers.everyPod
    const claim = zone === OUTSIDE ? peers.outside : ofPods
    return claim === false ? [] : [{ column, claim }]
  })
}

/** The families that rules speak of: IPv4 always, IPv6 when some block is of it. */
export function familiesOf(sides: readonly PolicySide[]): readonly Family[] {
  const speaksOf = (family: Family): boolean =>
    sides.some(({ rules }) => rules.some(({ peers }) => peers.addresses[family].length > 0))
  return FAMILIES.filter((family) => family === 4 || speaksOf(family))
}
