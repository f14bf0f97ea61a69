import { ALL_CONNECTIONS, connectionsTo, union, type ConnectionSet } from './connection-set.ts'
import { NO_DECLARED_PORTS, type DeclaredPorts } from './declared-ports.ts'
import type { NamedPort, PolicyRule, RulePorts } from './policy.ts'
import type { SetId, SetTable } from './set-table.ts'

/** The sets that a rule is about, for sure and at most, once its names are looked up in `ports`. */
export interface PortMeaning {
  readonly sure: SetId
  readonly possible: SetId
}

/** Tells what the ports of a rule mean towards pods with the given ports. */
export type MeaningOf = (rule: PolicyRule, declared: DeclaredPorts) => PortMeaning

/** Prepares the question for one table of sets; what was asked before is looked up. */
export function meaningsIn(table: SetTable): MeaningOf {
  const meanings = new Map<RulePorts, Map<DeclaredPorts, PortMeaning>>()
  return ({ ports }, declared) => {
    // Rules without names mean the same towards everybody.
    const to = ports.named.length === 0 ? NO_DECLARED_PORTS : declared
    const known = meanings.get(ports) ?? new Map<DeclaredPorts, PortMeaning>()
    meanings.set(ports, known)
    const found = known.get(to) ?? findMeaning(ports, to, table)
    known.set(to, found)
    return found
  }
}

function findMeaning(ports: RulePorts, declared: DeclaredPorts, table: SetTable): PortMeaning {
  const named = ports.named.flatMap((name) => numbersOf(name, declared))
  const sure = named.reduce(union, ports.sure)
  const isPartial = ports.named.length > 0 && declared.isPartial
  const maybe = isPartial ? ALL_CONNECTIONS : ports.maybe
  return { sure: table.idOf(sure), possible: table.idOf(union(sure, maybe)) }
}

function numbersOf({ name, protocol }: NamedPort, { ports }: DeclaredPorts): ConnectionSet[] {
  return ports
    .filter((port) => port.name === name && (protocol ?? port.protocol) === port.protocol)
    .map((port) => connectionsTo(port.protocol, port.port))
}
