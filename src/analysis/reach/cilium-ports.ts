import { groupByAll } from '../../base/group.ts'
import { oncePerScene } from '../../model/once-per-scene.ts'
import { isList, isMapping, isPlaceholder, memberOf } from '../../model/part.ts'
import type { Scene } from '../../model/scene.ts'
import type { Direction } from '../isolation/closing.ts'
import {
  connectionsTo,
  everyPortOf,
  NO_CONNECTIONS,
  PROTOCOLS,
  union,
  type Protocol,
} from './connection-set.ts'
import { declaredPorts } from './declared-ports.ts'
import type { RulePorts } from './policy.ts'
import { ALL_PORTS, NO_PORTS, OTHER_PROTOCOLS, surely, unitePorts, UNREAD_PORTS } from './ports.ts'

/**
 * The ports of a rule of Cilium. Without `toPorts` it is about everything, unless it is about ICMP alone. Source:
 * cilium.io/v2, Cilium 1.18.
 */
export function ciliumPorts(rule: unknown, direction: Direction, scene: Scene): RulePorts {
  const sections = memberOf(rule, 'toPorts')
  if (isList(sections) && sections.length > 0)
    return sections
      .map((section) => sectionPorts(section, direction, scene))
      .reduce(unitePorts, NO_PORTS)
  if (isPlaceholder(sections)) return UNREAD_PORTS
  const icmps = memberOf(rule, 'icmps')
  return isList(icmps) && icmps.length > 0 ? OTHER_PROTOCOLS : ALL_PORTS
}

/** Whether a rule looks into what passes: at requests, at the names of servers. */
export function looksInside(rule: unknown): boolean {
  const sections = memberOf(rule, 'toPorts')
  if (!isList(sections)) return false
  return sections.some((section) => {
    const rules = memberOf(section, 'rules')
    return (
      (isMapping(rules) && Object.values(rules).some((list) => isList(list) && list.length > 0)) ||
      ['serverNames', 'listener'].some((key) => (memberOf(section, key) ?? null) !== null)
    )
  })
}

function sectionPorts(section: unknown, direction: Direction, scene: Scene): RulePorts {
  const ports = memberOf(section, 'ports')
  // Without ports it is for the plugin to say what is meant.
  if (!isList(ports) || ports.length === 0) return UNREAD_PORTS
  return ports.map((entry) => entryPorts(entry, direction, scene)).reduce(unitePorts, NO_PORTS)
}

function entryPorts(entry: unknown, direction: Direction, scene: Scene): RulePorts {
  const [port, end] = [memberOf(entry, 'port'), memberOf(entry, 'endPort')]
  const written = memberOf(entry, 'protocol') ?? 'ANY'
  if ([port, end, written].some(isPlaceholder) || typeof port !== 'string') return UNREAD_PORTS
  const protocols = PROTOCOLS.filter((protocol) => written === 'ANY' || protocol === written)
  if (!/^\d+$/.test(port)) return namedPorts(port, { written, direction, protocols }, scene)
  const first = Number(port)
  return protocols
    .map((protocol) =>
      surely(
        first === 0
          ? everyPortOf(protocol)
          : connectionsTo(protocol, first, typeof end === 'number' && end > first ? end : first),
      ),
    )
    .reduce(unitePorts, NO_PORTS)
}

interface NameTerms {
  readonly written: unknown
  readonly direction: Direction
  readonly protocols: readonly Protocol[]
}

// On the way out a name is one number for the whole cluster, and nobody says which when pods differ in it.
function namedPorts(port: string, terms: NameTerms, scene: Scene): RulePorts {
  const { written, direction, protocols } = terms
  const name = port.toLowerCase()
  const named = protocols.map((protocol) => ({ name, protocol }))
  if (direction === 'ingress') return { ...NO_PORTS, named }
  const numbers = [...(numbersByName(scene).get(name) ?? [])].filter(
    (entry) => written === 'ANY' || entry.startsWith(`${String(written)} `),
  )
  if (numbers.length < 2) return { ...NO_PORTS, named }
  const maybe = numbers.map((entry) => {
    const [protocol = '', number] = entry.split(' ')
    const known = PROTOCOLS.find((other) => other === protocol)
    return known === undefined ? NO_CONNECTIONS : connectionsTo(known, Number(number))
  })
  return { ...NO_PORTS, maybe: maybe.reduce(union, NO_CONNECTIONS) }
}

/** By name of a port, what pods of the cluster mean by it: `TCP 8080`. */
const numbersByName = oncePerScene((scene): ReadonlyMap<string, ReadonlySet<string>> => {
  const ports = scene.pods.flatMap((pod) => declaredPorts(pod).ports)
  const groups = groupByAll(ports, ({ name }) => [name])
  return new Map(
    [...groups].map(([name, members]) => [
      name,
      new Set(members.map(({ protocol, port }) => `${protocol} ${port}`)),
    ]),
  )
})
