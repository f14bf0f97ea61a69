import type { Direction } from '../isolation/closing.ts'
import type { Claim } from '../pod-security/candidate.ts'
import {
  FAMILIES,
  hasNoAddress,
  holdsSpan,
  partition,
  type AddressSet,
  type Family,
} from './address-set.ts'
import { rangeOf } from './address-text.ts'
import type { DeclaredPorts } from './declared-ports.ts'
import type { MembersOf } from './members.ts'
import type { AddressRange } from './peer.ts'
import type { PodClass } from './pod-class.ts'
import type { PolicyRule, PolicySide } from './policy.ts'

/** What a rule says of one column. */
interface Hit {
  readonly column: number
  readonly claim: true | 'unclear'
}

/**
 * The other ends that the rules of one direction can tell apart: first kinds of pods, the last of which are those on
 * nodes, then ranges of addresses.
 */
export interface Columns {
  readonly count: number
  readonly ofPods: (pods: PodClass) => number
  readonly ofRange: (range: AddressRange) => number
  readonly ranges: readonly AddressRange[]
  /** The named ports of a column's pods: what names in rules for egress mean. None for addresses. */
  readonly portsOf: (column: number) => DeclaredPorts
  /** The columns that a rule is about. */
  readonly hitsOf: (rule: PolicyRule) => readonly Hit[]
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
  const kinds = kindsOf(rules, classes, membersOf, direction)
  const ranges = rangesOf(rules, families)
  const at = new Map(ranges.map((range, index) => [range, kinds.count + index]))
  const count = kinds.count + ranges.length
  const known = new Map<PolicyRule, readonly Hit[]>()
  const findHits = (rule: PolicyRule): readonly Hit[] => {
    const claims = claimsOf(rule, { kinds, ranges, membersOf })
    return [...claims].map(([column, claim]) => ({ column, claim }))
  }
  return {
    count,
    ofPods: ({ index }) => kinds.of[index] ?? 0,
    ofRange: (range) => at.get(range) ?? 0,
    ranges,
    portsOf: (column) => kinds.ports[column] ?? { ports: [], isPartial: false },
    hitsOf: (rule) => {
      const hits = known.get(rule) ?? findHits(rule)
      known.set(rule, hits)
      return hits
    },
  }
}

/** What columns are made of. */
export interface Ground {
  readonly classes: readonly PodClass[]
  readonly membersOf: MembersOf
  /** The families of addresses that are looked at. */
  readonly families: readonly Family[]
}

/** Classes of pods that the rules of a direction treat alike. `of` is by class. */
interface Kinds {
  readonly count: number
  readonly of: Int32Array
  readonly ports: readonly DeclaredPorts[]
  readonly isOnHost: readonly boolean[]
}

function kindsOf(
  rules: readonly PolicyRule[],
  classes: readonly PodClass[],
  membersOf: MembersOf,
  direction: Direction,
): Kinds {
  const memberships: string[] = classes.map(({ isOnHost, portsKey }) =>
    // In ingress the ports are those of the pod that the rule is for.
    direction === 'egress' ? `${isOnHost}${portsKey}` : `${isOnHost}`,
  )
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
  const numbers = new Map<string, number>()
  const ports: DeclaredPorts[] = []
  const isOnHost: boolean[] = []
  const of = new Int32Array(classes.length)
  for (const one of classes) {
    const membership = memberships[one.index] ?? ''
    const kind = numbers.get(membership) ?? numbers.size
    if (kind === numbers.size) {
      numbers.set(membership, kind)
      ports.push(one.ports)
      isOnHost.push(one.isOnHost)
    }
    of[one.index] = kind
  }
  return { count: numbers.size, of, ports, isOnHost }
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
  readonly membersOf: MembersOf
}

type Claims = ReadonlyMap<number, true | 'unclear'>

// Most rules are about a few groups of pods, so only what they mean is looked at.
function claimsOf({ peers }: PolicyRule, plan: Plan): Claims {
  const claims = new Map<number, true | 'unclear'>()
  const raise = (column: number, claim: Claim): void => {
    if (claim === true || (claim === 'unclear' && !claims.has(column))) claims.set(column, claim)
  }
  const { kinds, ranges, membersOf } = plan
  for (const group of peers.pods) {
    for (const { of, claim } of membersOf(group)) raise(kinds.of[of.index] ?? 0, claim)
  }
  for (const group of peers.maybePods) {
    for (const { of } of membersOf(group)) raise(kinds.of[of.index] ?? 0, 'unclear')
  }
  if (peers.everyPod !== false || peers.nodes !== false) {
    kinds.isOnHost.forEach((isOnHost, kind) => {
      raise(kind, isOnHost ? peers.nodes : peers.everyPod)
    })
  }
  const sets = [peers.addresses, peers.maybeAddresses]
  if (peers.outside === false && sets.every(hasNoAddress)) return claims
  for (const [index, range] of ranges.entries()) {
    const isIn = ({ [range.family]: spans }: AddressSet): boolean => holdsSpan(spans, range)
    if (isIn(peers.addresses)) raise(kinds.count + index, true)
    else if (isIn(peers.maybeAddresses)) raise(kinds.count + index, 'unclear')
    raise(kinds.count + index, peers.outside)
  }
  return claims
}

/** The families that rules speak of: IPv4 always, IPv6 when some block is of it. */
export function familiesOf(sides: readonly PolicySide[]): readonly Family[] {
  const speaksOf = (family: Family): boolean =>
    sides.some(({ rules }) => rules.some(({ peers }) => peers.addresses[family].length > 0))
  return FAMILIES.filter((family) => family === 4 || speaksOf(family))
}
