import type { Field } from '../../model/part.ts'
import { ADMIN_PORTS, DATAGRAM_PORTS } from './admin-ports.data.ts'
import { numberIn } from './wanted.ts'

/** Ports that a rule of a firewall opens. */
export interface PortRange {
  readonly from: number
  readonly to: number
  readonly protocol: 'any' | 'tcp' | 'udp'
}

/** All ports of a protocol. */
export function allPorts(protocol: PortRange['protocol']): PortRange {
  return { from: 0, to: 65_535, protocol }
}

/** A protocol as clouds write it, by name, number or star: `none` for one without ports, undefined when nobody can tell. */
export function protocolIn(field: Field | undefined): PortRange['protocol'] | 'none' | undefined {
  if (field === undefined) return 'any'
  if (!field.resolved) return undefined
  const text = String(field.value).toLowerCase()
  if (['-1', 'all', 'any', '*'].includes(text)) return 'any'
  if (text === 'tcp' || text === '6') return 'tcp'
  return text === 'udp' || text === '17' ? 'udp' : 'none'
}

/** A text like `22`, `1000-2000` or `*` as a range; undefined when it is none. */
export function parsePorts(value: unknown, protocol: PortRange['protocol']): PortRange | undefined {
  const text = String(value).trim()
  if (text === '*') return allPorts(protocol)
  const [from, to = from, ...rest] = text.split('-').map((part) => numberIn(part.trim()))
  return from === undefined || to === undefined || rest.length > 0
    ? undefined
    : { from, to, protocol }
}

/** What of the ports that only administrators need is among `ranges`, in words; empty when there is none. */
export function adminPortsIn(ranges: readonly PortRange[]): readonly string[] {
  const found = ranges.flatMap(({ from, to, protocol }) =>
    (protocol === 'udp' ? DATAGRAM_PORTS : ADMIN_PORTS)
      .filter((port) => from <= port.to && to >= port.from)
      .map(({ what }) => what),
  )
  return [...new Set(found)]
}
