import { isList, isMapping, isPlaceholder, memberOf } from '../../model/part.ts'
import type { Resource } from '../../model/resource.ts'
import { parseBlock } from '../addresses/cidr.ts'
import { CILIUM_ENTITIES } from './cilium-peers.ts'
import { anything, eachOf, fieldsOf, flaw, oneOf, shown, type Check, type Flaw } from './flaw.ts'
import { oncePerPolicy } from './once-per-policy.ts'
import { selectorFlaws } from './selector-flaws.ts'

/** Why Cilium would refuse a policy; empty when it takes it. Source: cilium.io/v2, Cilium 1.18, its validation. */
export const ciliumFlawsOf = oncePerPolicy(findFlaws)

function findFlaws(policy: Resource): readonly Flaw[] {
  const spec = { value: memberOf(policy.value, 'spec'), path: ['spec'] }
  const specs = { value: memberOf(policy.value, 'specs'), path: ['specs'] }
  if ([spec, specs].every(({ value }) => (value ?? null) === null))
    return flaw(spec, 'it has neither a rule nor a list of them')
  return [...((spec.value ?? null) === null ? [] : ruleFlaws(spec)), ...eachOf(specs, ruleFlaws)]
}

/** What a policy says that is not followed here, though Cilium takes it. */
export function ciliumDoubtsOf(policy: Resource): readonly Flaw[] {
  const paths = [['spec'], ...policy.list('specs').map((_, index) => ['specs', index])]
  return paths.flatMap((path) =>
    ['ingress', 'ingressDeny', 'egress', 'egressDeny'].flatMap((section) =>
      policy.list(...path, section).flatMap(({ value }, index) =>
        Object.entries(UNFOLLOWED)
          .filter(([key]) => (memberOf(value, key) ?? null) !== null)
          .map(([key, message]) => ({ path: [...path, section, index, key], message })),
      ),
    ),
  )
}

const UNFOLLOWED = {
  fromRequires: 'it takes away from what other policies allow',
  toRequires: 'it takes away from what other policies allow',
  fromGroups: 'a cloud knows whom it means',
  toGroups: 'a cloud knows whom it means',
} as const

const ruleFlaws: Check = (rule) => {
  if (!isMapping(rule.value))
    return isPlaceholder(rule.value) ? [] : flaw(rule, 'this is no mapping')
  const has = (key: string): boolean => (memberOf(rule.value, key) ?? null) !== null
  const flaws = fieldsOf(rule, {
    endpointSelector: selectorFlaws,
    nodeSelector: selectorFlaws,
    ingress: (rules) => eachOf(rules, sectionFlaws('from')),
    ingressDeny: (rules) => eachOf(rules, sectionFlaws('from')),
    egress: (rules) => eachOf(rules, sectionFlaws('to')),
    egressDeny: (rules) => eachOf(rules, sectionFlaws('to')),
    enableDefaultDeny: (deny) => fieldsOf(deny, { ingress: truthFlaws, egress: truthFlaws }),
    labels: anything,
    description: anything,
    log: anything,
  })
  if (has('endpointSelector') !== has('nodeSelector')) return flaws
  return [...flaws, ...flaw(rule, 'it needs either endpointSelector or nodeSelector')]
}

const truthFlaws: Check = (written) =>
  typeof written.value === 'boolean'
    ? []
    : flaw(written, `${shown(written.value)} is not true or false`)

const PEER_LISTS = ['Endpoints', 'Entities', 'CIDR', 'CIDRSet', 'Nodes', 'Groups'] as const

function sectionFlaws(side: 'from' | 'to'): Check {
  const own = side === 'to' ? [...PEER_LISTS, 'Services', 'FQDNs'] : PEER_LISTS
  return (rule) => {
    const flaws = fieldsOf(rule, {
      [`${side}Endpoints`]: (list) => eachOf(list, selectorFlaws),
      [`${side}Requires`]: (list) => eachOf(list, selectorFlaws),
      [`${side}Nodes`]: (list) => eachOf(list, selectorFlaws),
      [`${side}Entities`]: (list) => eachOf(list, oneOf(CILIUM_ENTITIES)),
      [`${side}CIDR`]: (list) => eachOf(list, addressFlaws),
      [`${side}CIDRSet`]: (list) => eachOf(list, setFlaws),
      [`${side}Groups`]: anything,
      ...(side === 'to' && { toServices: anything, toFQDNs: anything }),
      toPorts: (list) => eachOf(list, portRuleFlaws),
      icmps: anything,
      authentication: anything,
    })
    const used = own.filter((name) => {
      const list = memberOf(rule.value, `${side}${name}`)
      return isList(list) && list.length > 0
    })
    return used.length < 2
      ? flaws
      : [...flaws, ...flaw(rule, `one rule cannot have both ${side}${used.join(` and ${side}`)}`)]
  }
}

// A bare address is one of a block of its own.
const addressFlaws: Check = (written) =>
  typeof written.value === 'string' && parseBlock(written.value) !== undefined
    ? []
    : flaw(written, `${shown(written.value)} is neither an address nor a block of them`)

const setFlaws: Check = (set) => {
  const flaws = fieldsOf(set, {
    cidr: addressFlaws,
    cidrGroupRef: anything,
    cidrGroupSelector: selectorFlaws,
    except: (list) => eachOf(list, addressFlaws),
  })
  const sources = ['cidr', 'cidrGroupRef', 'cidrGroupSelector'].filter(
    (key) => (memberOf(set.value, key) ?? null) !== null,
  )
  return flaws.length > 0 || sources.length === 1
    ? flaws
    : flaw(set, 'it needs a cidr or a group of them')
}

const portRuleFlaws: Check = (rule) =>
  fieldsOf(rule, {
    ports: (list) => eachOf(list, portFlaws),
    rules: anything,
    listener: anything,
    serverNames: anything,
    terminatingTLS: anything,
    originatingTLS: anything,
  })

const PROTOCOLS = ['ANY', 'TCP', 'UDP', 'SCTP', 'ICMP', 'ICMPV6', 'VRRP', 'IGMP']

const portFlaws: Check = (entry) => {
  const flaws = fieldsOf(entry, {
    port: portTextFlaws,
    endPort: endFlaws,
    protocol: oneOf(PROTOCOLS),
  })
  const isThere = (memberOf(entry.value, 'port') ?? null) !== null
  return flaws.length > 0 || isThere ? flaws : flaw(entry, 'it names no port')
}

const portTextFlaws: Check = (written) => {
  const { value } = written
  if (typeof value !== 'string')
    return flaw(written, `${shown(value)} is no text, as ports are here`)
  const isNumber = /^\d{1,5}$/.test(value) && Number(value) <= 65_535
  const isName = /^[a-zA-Z0-9-]{1,63}$/.test(value) && /[a-zA-Z]/.test(value)
  return isNumber || isName
    ? []
    : flaw(written, `${shown(value)} is neither a port nor the name of one`)
}

const endFlaws: Check = (written) => {
  const { value } = written
  const isPort =
    typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 65_535
  return isPort ? [] : flaw(written, `${shown(value)} is no port`)
}
