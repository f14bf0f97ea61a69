import { isList, isMapping, memberOf, valueAt } from '../../model/part.ts'
import { connectionsTo, everyPortOf, type Protocol } from './connection-set.ts'
import { protocolOf } from './declared-ports.ts'
import type { RulePorts } from './policy.ts'
import { ALL_PORTS, NO_PORTS, surely, unitePorts, UNREAD_PORTS } from './ports.ts'

/**
 * The ports of a rule of the network-policy-api: `ports` as v1alpha1 writes them, `protocols` as v1alpha2 does; neither
 * means everything.
 */
export function clusterPorts(rule: unknown): RulePorts {
  const ports = memberOf(rule, 'ports') ?? undefined
  const protocols = memberOf(rule, 'protocols') ?? undefined
  if (ports !== undefined) return all(ports, oldPort)
  return protocols === undefined ? ALL_PORTS : all(protocols, newPort)
}

function all(list: unknown, read: (entry: unknown) => RulePorts): RulePorts {
  if (!isList(list)) return UNREAD_PORTS
  return list.length === 0 ? ALL_PORTS : list.map(read).reduce(unitePorts)
}

function oldPort(entry: unknown): RulePorts {
  const name = memberOf(entry, 'namedPort')
  if (typeof name === 'string') return named(name)
  const [number, range] = [memberOf(entry, 'portNumber'), memberOf(entry, 'portRange')]
  const protocol = protocolOf(memberOf(number ?? range, 'protocol'))
  if (protocol === undefined) return UNREAD_PORTS
  if (isMapping(number))
    return between(protocol, memberOf(number, 'port'), memberOf(number, 'port'))
  return between(protocol, memberOf(range, 'start'), memberOf(range, 'end'))
}

const PROTOCOL_KEYS = { tcp: 'TCP', udp: 'UDP', sctp: 'SCTP' } as const

function newPort(entry: unknown): RulePorts {
  const name = memberOf(entry, 'destinationNamedPort')
  if (typeof name === 'string') return named(name)
  for (const [key, protocol] of Object.entries(PROTOCOL_KEYS)) {
    const written = memberOf(entry, key)
    if (!isMapping(written)) continue
    const port = memberOf(written, 'destinationPort') ?? undefined
    if (port === undefined) return surely(everyPortOf(protocol))
    const number = memberOf(port, 'number') ?? undefined
    if (number !== undefined) return between(protocol, number, number)
    return between(protocol, valueAt(port, ['range', 'start']), valueAt(port, ['range', 'end']))
  }
  return UNREAD_PORTS
}

function named(name: string): RulePorts {
  return { ...NO_PORTS, named: [{ name, protocol: undefined }] }
}

function between(protocol: Protocol, first: unknown, last: unknown): RulePorts {
  if (typeof first !== 'number' || typeof last !== 'number') return UNREAD_PORTS
  return surely(connectionsTo(protocol, first, last))
}
