import { isList, isPlaceholder, memberOf } from '../../model/part.ts'
import {
  ALL_CONNECTIONS,
  connectionsTo,
  everyPortOf,
  minus,
  NO_CONNECTIONS,
  PROTOCOLS,
  union,
  type Protocol,
} from './connection-set.ts'
import type { RulePorts } from './policy.ts'
import { ALL_PORTS, NO_PORTS, OTHER_PROTOCOLS, surely, unitePorts, UNREAD_PORTS } from './ports.ts'

/** The ports of a rule of Calico: its protocol, and the ports of its destination. Source: projectcalico.org/v3. */
export function calicoPorts(rule: unknown): RulePorts {
  const destination = memberOf(rule, 'destination')
  const protocols = protocolPorts(rule)
  const [ports, holes] = [listAt(destination, 'ports'), listAt(destination, 'notPorts')]
  if (ports === 'hidden' || holes === 'hidden') return UNREAD_PORTS
  if (ports.length + holes.length === 0) return protocols
  const protocol = protocolNamed(memberOf(rule, 'protocol'))
  if (typeof protocol !== 'string' || protocol === 'other') return UNREAD_PORTS
  const listed =
    ports.length === 0
      ? surely(everyPortOf(protocol))
      : ports.map((port) => portOf(port, protocol)).reduce(unitePorts, NO_PORTS)
  return holes.length === 0 ? listed : without(listed, holes, protocol)
}

function listAt(entity: unknown, key: string): readonly unknown[] | 'hidden' {
  const list = memberOf(entity, key) ?? []
  return isList(list) ? list : 'hidden'
}

function protocolPorts(rule: unknown): RulePorts {
  const [only, never] = [memberOf(rule, 'protocol') ?? null, memberOf(rule, 'notProtocol') ?? null]
  if (only !== null && never !== null) return UNREAD_PORTS
  const protocol = protocolNamed(only ?? never)
  if (only === null && never === null) return ALL_PORTS
  if (protocol === undefined) return UNREAD_PORTS
  if (only !== null) return protocol === 'other' ? OTHER_PROTOCOLS : surely(everyPortOf(protocol))
  if (protocol !== 'other') return surely(minus(ALL_CONNECTIONS, everyPortOf(protocol)))
  return { ...NO_PORTS, sure: { ...ALL_CONNECTIONS, other: false }, maybe: ALL_CONNECTIONS }
}

const NUMBERS: ReadonlyMap<unknown, Protocol> = new Map<unknown, Protocol>([
  [6, 'TCP'],
  [17, 'UDP'],
  [132, 'SCTP'],
])

// Undefined for what is no protocol, or hidden.
function protocolNamed(value: unknown): Protocol | 'other' | undefined {
  if (typeof value === 'number') return NUMBERS.get(value) ?? 'other'
  if (typeof value !== 'string' || isPlaceholder(value)) return undefined
  return PROTOCOLS.find((protocol) => protocol === value) ?? 'other'
}

function portOf(port: unknown, protocol: Protocol): RulePorts {
  const span = spanOf(port)
  if (span !== undefined) return surely(connectionsTo(protocol, ...span))
  return typeof port === 'string' && !isPlaceholder(port)
    ? { ...NO_PORTS, named: [{ name: port, protocol }] }
    : UNREAD_PORTS
}

/** The first and the last port of a number or of a text such as `8000:8080`; undefined for a name. */
export function spanOf(port: unknown): readonly [number, number] | undefined {
  if (typeof port === 'number') return [port, port]
  const [, first, last] = /^(\d{1,5})(?::(\d{1,5}))?$/.exec(String(port)) ?? []
  return first === undefined ? undefined : [Number(first), Number(last ?? first)]
}

function without(listed: RulePorts, holes: readonly unknown[], protocol: Protocol): RulePorts {
  const spans = holes.map(spanOf)
  const taken = spans
    .flatMap((span) => (span === undefined ? [] : [connectionsTo(protocol, ...span)]))
    .reduce(union, NO_CONNECTIONS)
  const left = minus(listed.sure, taken)
  // A name is a number of the destination's own, and may be any of what is left.
  const isSure = listed.named.length === 0 && spans.every((span) => span !== undefined)
  return isSure ? { ...listed, sure: left } : { ...NO_PORTS, maybe: everyPortOf(protocol) }
}
