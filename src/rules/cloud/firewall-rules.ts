import { blocksOf } from '../../analysis/terraform/arguments.ts'
import type { Reader } from '../../model/part.ts'
import type { Resource } from '../../model/resource.ts'
import { listedPorts, says, textsAt, type InboundRule } from './inbound-rule.ts'
import { allPorts, protocolIn, type PortRange } from './port-range.ts'
import { isTrue, numberIn } from './wanted.ts'

type ReadRules = (firewall: Resource) => readonly InboundRule[] | undefined

// Sources: the documentation of the providers aws, azurerm, google and scaleway, read 2026-11-24.
const READERS: Readonly<Record<string, ReadRules>> = {
  aws_default_security_group: (group) => blocksOf(group, 'ingress')?.map(amazonRule),
  aws_security_group: (group) => blocksOf(group, 'ingress')?.map(amazonRule),
  aws_security_group_rule: (rule) => (says(rule, ['type'], 'ingress') ? [amazonRule(rule)] : []),
  aws_vpc_security_group_ingress_rule: (rule) => [amazonRule(rule)],
  azurerm_network_security_group: (group) => blocksOf(group, 'security_rule')?.flatMap(azureRule),
  azurerm_network_security_rule: azureRule,
  google_compute_firewall: googleRules,
  scaleway_instance_security_group: (group) =>
    blocksOf(group, 'inbound_rule')?.flatMap(scalewayRule),
  scaleway_instance_security_group_rules: (rules) =>
    blocksOf(rules, 'inbound_rule')?.flatMap(scalewayRule),
}

/** The types of resources that are firewalls, or rules of one. */
export const FIREWALLS: readonly string[] = Object.keys(READERS)

/** The rules of a firewall that let something in; undefined when nobody can tell which there are. */
export function inboundRules(firewall: Resource): readonly InboundRule[] | undefined {
  return READERS[firewall.type]?.(firewall)
}

/** Where the rules of a firewall stand, when they cannot be told. */
export function rulesArgument({ type }: Resource): string {
  if (type.startsWith('aws_')) return 'ingress'
  return type.startsWith('azurerm_') ? 'security_rule' : 'inbound_rule'
}

function amazonRule(rule: Reader): InboundRule {
  return {
    sources: textsAt(rule, 'cidr_blocks', 'ipv6_cidr_blocks', 'cidr_ipv4', 'cidr_ipv6'),
    everybody: undefined,
    ports: amazonPorts(rule),
  }
}

function amazonPorts(rule: Reader): readonly PortRange[] | undefined {
  const protocol = protocolIn(rule.get('protocol') ?? rule.get('ip_protocol'))
  if (protocol === undefined) return undefined
  if (protocol === 'none') return []
  // With all protocols the ports are not looked at.
  if (protocol === 'any') return [allPorts('any')]
  const [from, to] = [rule.get('from_port'), rule.get('to_port')]
  if (from?.resolved === false || to?.resolved === false) return undefined
  const [first, last] = [numberIn(from?.value), numberIn(to?.value)]
  if (first === undefined || last === undefined) return undefined
  return [first === -1 ? allPorts(protocol) : { from: first, to: last, protocol }]
}

function azureRule(rule: Reader): readonly InboundRule[] {
  if (!says(rule, ['direction'], 'inbound') || !says(rule, ['access'], 'allow')) return []
  const sources = textsAt(rule, 'source_address_prefix', 'source_address_prefixes')
  const star = sources.find(({ value }) => /^(?:\*|internet|any)$/i.test(String(value)))
  const ports = textsAt(rule, 'destination_port_range', 'destination_port_ranges')
  return [{ sources, everybody: star?.place, ports: listedPorts(rule, 'protocol', ports) }]
}

function googleRules(firewall: Resource): readonly InboundRule[] | undefined {
  if (says(firewall, ['direction'], 'egress') || isTrue(firewall.get('disabled')?.value)) return []
  const allowed = blocksOf(firewall, 'allow')
  const sources = textsAt(firewall, 'source_ranges')
  const isNamed = ['source_tags', 'source_service_accounts'].some((name) => firewall.get(name))
  // A rule for what comes in that names nobody is one for everybody.
  const everybody = sources.length === 0 && !isNamed ? firewall.place : undefined
  const ranges = allowed?.map((block) => listedPorts(block, 'protocol', textsAt(block, 'ports')))
  if (ranges?.length === 0) return []
  const isTold = ranges?.every((range) => range !== undefined)
  // Whom a firewall lets in is said once for all that it allows.
  return [
    { sources, everybody, ports: isTold ? ranges?.flatMap((range) => range ?? []) : undefined },
  ]
}

function scalewayRule(rule: Reader): readonly InboundRule[] {
  if (!says(rule, ['action'], 'accept')) return []
  const sources = textsAt(rule, 'ip_range', 'ip')
  const protocol = rule.get('protocol')
  const ports = listedPorts(rule, 'protocol', textsAt(rule, 'port_range', 'port'))
  return [
    {
      sources,
      // Without a range a rule is for all; without a protocol it is for TCP.
      everybody: sources.length === 0 ? rule.place : undefined,
      ports:
        protocol === undefined ? ports?.map((range) => ({ ...range, protocol: 'tcp' })) : ports,
    },
  ]
}
