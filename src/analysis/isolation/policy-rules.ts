import {
  isList,
  isMapping,
  isPlaceholder,
  memberOf,
  valueAt,
  type Field,
} from '../../model/part.ts'
import type { Place } from '../../model/place.ts'
import type { Resource } from '../../model/resource.ts'
import { containsBlock, parseBlock, type Block } from '../addresses/cidr.ts'
import type { Claim } from '../pod-security/candidate.ts'
import type { Direction } from './closing.ts'
import { directionsOf } from './network-policy.ts'

/** One rule of a NetworkPolicy. */
export interface PolicyRule {
  readonly direction: Direction
  readonly place: Place
  /** Its peers; undefined when it names none and so means anybody, outside of the cluster included. */
  readonly peers: readonly Field[] | undefined
  /** Its ports; undefined when it names none and so means all. */
  readonly ports: readonly Field[] | undefined
  /** False when a placeholder stands where peers or ports will be. */
  readonly isRead: boolean
}

const PEERS = { ingress: 'from', egress: 'to' } as const

/** The rules of a NetworkPolicy that have effect in a direction; none when its types leave that direction out. */
export function rulesOf(policy: Resource, direction: Direction): readonly PolicyRule[] {
  return directionsOf(policy)[direction] === false ? [] : writtenRules(policy, direction)
}

/** The rules of a NetworkPolicy as they are written, dead ones included. */
export function writtenRules(policy: Resource, direction: Direction): readonly PolicyRule[] {
  const known = READ[direction].get(policy)
  if (known !== undefined) return known
  const rules = readRules(policy, direction)
  READ[direction].set(policy, rules)
  return rules
}

// Several rules ask about each of them.
const READ = {
  ingress: new WeakMap<Resource, readonly PolicyRule[]>(),
  egress: new WeakMap<Resource, readonly PolicyRule[]>(),
} as const

function readRules(policy: Resource, direction: Direction): readonly PolicyRule[] {
  const rules = valueAt(policy.value, ['spec', direction])
  if (!isList(rules)) return []
  return rules.flatMap((value, index) => {
    if (!isMapping(value)) return []
    const [peers, ports] = [memberOf(value, PEERS[direction]), memberOf(value, 'ports')]
    return [
      {
        direction,
        place: policy.at('spec', direction, index),
        peers: isEmpty(peers) ? undefined : policy.list('spec', direction, index, PEERS[direction]),
        ports: isEmpty(ports) ? undefined : policy.list('spec', direction, index, 'ports'),
        isRead: [peers, ports].every((list) => isEmpty(list) || isList(list)),
      },
    ]
  })
}

/** Whether a rule lets everything through: any peer of both families, any port. */
export function allowsAll({ peers, ports, isRead }: PolicyRule): boolean {
  if (!isRead || ports !== undefined) return false
  if (peers === undefined) return true
  const families = new Set(peers.filter(isEverything).map((peer) => blockOf(peer)?.block.family))
  return families.has(4) && families.has(6)
}

function isEverything(peer: Field): boolean {
  const addresses = blockOf(peer)
  return addresses?.block.prefix === 0 && addresses.except.length === 0
}

/** The block of addresses of a peer and what is taken out of it; undefined when it has none that can be read. */
export function blockOf(
  peer: Field,
): { readonly block: Block; readonly except: readonly Block[] } | undefined {
  const addresses = memberOf(peer.value, 'ipBlock')
  const cidr = memberOf(addresses, 'cidr')
  const block = typeof cidr === 'string' ? parseBlock(cidr) : undefined
  if (block === undefined) return undefined
  const except = memberOf(addresses, 'except')
  const blocks = isList(except)
    ? except.map((text) => (typeof text === 'string' ? parseBlock(text) : undefined))
    : []
  return { block, except: blocks.filter((other) => other !== undefined) }
}

/** Whether a peer is a block that holds all of `wanted` and takes none of it out. */
export function includesBlock(peer: Field, wanted: Block): boolean {
  const addresses = blockOf(peer)
  return (
    addresses !== undefined &&
    containsBlock(addresses.block, wanted) &&
    !addresses.except.some((other) => containsBlock(other, wanted))
  )
}

/** Whether a rule lets a port through towards addresses, to which no names of ports apply. */
export function coversPort({ ports }: PolicyRule, number: number): Claim {
  if (ports === undefined) return true
  let claim: Claim = false
  for (const port of ports) {
    const covers = entryCovers(port.value, number)
    if (covers === true) return true
    if (covers === 'unclear') claim = 'unclear'
  }
  return claim
}

/** The entries of a rule that name this very port, or a range around it; not those that mean all ports. */
export function entriesNaming({ ports = [] }: PolicyRule, number: number): readonly Field[] {
  return ports.filter(
    ({ value }) =>
      (memberOf(value, 'port') ?? null) !== null && entryCovers(value, number) === true,
  )
}

function entryCovers(entry: unknown, number: number): Claim {
  const protocol = memberOf(entry, 'protocol') ?? 'TCP'
  if (protocol !== 'TCP') return isPlaceholder(protocol) && 'unclear'
  const port = memberOf(entry, 'port') ?? null
  if (port === null) return true
  if (isPlaceholder(port)) return 'unclear'
  if (typeof port !== 'number') return false
  const end = memberOf(entry, 'endPort')
  return typeof end === 'number' ? port <= number && number <= end : port === number
}

function isEmpty(list: unknown): boolean {
  return list === undefined || list === null || (isList(list) && list.length === 0)
}
