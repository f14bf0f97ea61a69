import { isList, isPlaceholder, memberOf } from '../../model/part.ts'
import {
  ALL_CONNECTIONS,
  connectionsTo,
  everyPortOf,
  NO_CONNECTIONS,
  union,
  type ConnectionSet,
} from './connection-set.ts'
import { protocolOf } from './declared-ports.ts'
import type { RulePorts } from './policy.ts'

/** A rule about every port of every protocol. */
export const ALL_PORTS: RulePorts = { sure: ALL_CONNECTIONS, maybe: NO_CONNECTIONS, named: [] }

/** A rule whose ports cannot be told. */
export const UNREAD_PORTS: RulePorts = { sure: NO_CONNECTIONS, maybe: ALL_CONNECTIONS, named: [] }

/** Rules of nothing: no port is meant. */
export const NO_PORTS: RulePorts = { sure: NO_CONNECTIONS, maybe: NO_CONNECTIONS, named: [] }

/** A rule about some protocol without ports: what that means for the rest of them cannot be told. */
export const OTHER_PROTOCOLS: RulePorts = {
  sure: NO_CONNECTIONS,
  maybe: { ...NO_CONNECTIONS, other: true },
  named: [],
}

/** The ports of a rule of a NetworkPolicy; none written means all. */
export function portsOf(value: unknown): RulePorts {
  if (value === undefined || value === null) return ALL_PORTS
  if (!isList(value)) return UNREAD_PORTS
  if (value.length === 0) return ALL_PORTS
  return value.map(portOf).reduce(unitePorts)
}

/** What both are about together. */
export function unitePorts(one: RulePorts, two: RulePorts): RulePorts {
  return {
    sure: union(one.sure, two.sure),
    maybe: union(one.maybe, two.maybe),
    named: [...one.named, ...two.named],
  }
}

/** Ports by number, for sure. */
export function surely(sure: ConnectionSet): RulePorts {
  return { ...NO_PORTS, sure }
}

function portOf(entry: unknown): RulePorts {
  if (isPlaceholder(entry)) return UNREAD_PORTS
  const written = memberOf(entry, 'protocol')
  const port = memberOf(entry, 'port') ?? null
  const end = memberOf(entry, 'endPort') ?? null
  if ([written, port, end].some(isPlaceholder)) return UNREAD_PORTS
  const protocol = protocolOf(written)
  if (protocol === undefined) return NO_PORTS
  if (port === null) return surely(everyPortOf(protocol))
  if (typeof port === 'string') return { ...NO_PORTS, named: [{ name: port, protocol }] }
  if (typeof port !== 'number') return NO_PORTS
  return surely(connectionsTo(protocol, port, typeof end === 'number' ? end : port))
}
