import { firstOf } from '../../analysis/terraform/arguments.ts'
import type { Field, Reader } from '../../model/part.ts'
import type { Place } from '../../model/place.ts'
import { openingOf, type Opening } from './access-lists.ts'
import { allPorts, parsePorts, protocolIn, type PortRange } from './port-range.ts'

/** One rule of a firewall that lets something in. */
export interface InboundRule {
  /** The ranges that may come in, one by one. */
  readonly sources: readonly Field[]
  /** Where it says that everybody may, when it does so without a range. */
  readonly everybody: Place | undefined
  /** Undefined when nobody can tell. */
  readonly ports: readonly PortRange[] | undefined
}

/** Whom a rule lets in when that is half of the internet or more, or nobody can tell. */
export function openingBy({ sources, everybody }: InboundRule): Opening | undefined {
  if (everybody !== undefined) return { place: everybody, sure: true, told: 'everybody' }
  return openingOf(sources.filter((source) => !isOwnNetwork(source)))
}

// The range of a network that is made here too is not the internet.
function isOwnNetwork({ value, resolved }: Field): boolean {
  return !resolved && typeof value === 'string' && OWN_RANGE.test(value)
}

const OWN_RANGE =
  /^\$\{(?!(?:var|local|each)\.)[^{}]*\.(?:(?:[a-z]+_)?(?:subnets?_)?(?:ipv6_)?cidr_blocks?|ip_cidr_range|(?:private|public)_ip(?:_address)?|address_space|address_prefix(?:es)?|subnet)(?:\[\d+\])?(?:\.subnet)?\}$/

/** The ports of a rule that has a protocol and texts for its ports; all where it names none. */
export function listedPorts(
  rule: Reader,
  protocolName: string,
  texts: readonly Field[],
): readonly PortRange[] | undefined {
  const protocol = protocolIn(rule.get(protocolName))
  if (protocol === undefined) return undefined
  if (protocol === 'none') return []
  if (texts.length === 0) return [allPorts(protocol)]
  const ranges = texts.map(({ value, resolved }) =>
    resolved ? parsePorts(value, protocol) : undefined,
  )
  return ranges.every((range) => range !== undefined) ? ranges : undefined
}

/** All members of lists and single texts of a rule, by the names of the arguments. */
export function textsAt(rule: Reader, ...names: readonly string[]): readonly Field[] {
  return names.flatMap((name) => {
    const field = rule.get(name)
    if (field === undefined) return []
    return Array.isArray(field.value) ? rule.list(name) : [field]
  })
}

/** Whether a rule says a word in one of its arguments; one that nobody can tell may. */
export function says(rule: Reader, names: readonly [string, ...string[]], word: string): boolean {
  const field = firstOf(rule, ...names)
  return field !== undefined && (!field.resolved || String(field.value).toLowerCase() === word)
}
