import { isMapping, isPlaceholder, memberOf } from '../../model/part.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import { parseBlock } from '../addresses/cidr.ts'
import { CALICO_GLOBAL_POLICIES } from '../isolation/calico-policy.ts'
import { readCalicoSelector } from '../isolation/calico-selector.ts'
import { UNREADABLE } from '../isolation/label-selector.ts'
import { spanOf } from './calico-ports.ts'
import { tierOf } from './calico-tiers.ts'
import { anything, eachOf, fieldsOf, flaw, oneOf, shown, type Check, type Flaw } from './flaw.ts'
import { oncePerPolicy } from './once-per-policy.ts'

/** Why Calico would refuse a policy; empty when it takes it. Source: projectcalico.org/v3, its validation. */
export const calicoFlawsOf = oncePerPolicy(findFlaws)

function findFlaws(policy: Resource): readonly Flaw[] {
  const isGlobal = CALICO_GLOBAL_POLICIES.includes(policy.type)
  return fieldsOf(
    { value: memberOf(policy.value, 'spec'), path: ['spec'] },
    {
      tier: anything,
      order: numberFlaws,
      selector: selectorFlaws,
      serviceAccountSelector: selectorFlaws,
      types: (types) => eachOf(types, oneOf(['Ingress', 'Egress'])),
      ingress: (rules) => eachOf(rules, ruleFlaws),
      egress: (rules) => eachOf(rules, ruleFlaws),
      performanceHints: anything,
      ...(isGlobal && {
        namespaceSelector: selectorFlaws,
        applyOnForward: anything,
        preDNAT: anything,
        doNotTrack: anything,
      }),
    },
  )
}

/** What a policy says that is not followed here, though Calico takes it. */
export function calicoDoubtsOf(policy: Resource, scene: Scene): readonly Flaw[] {
  const forwarding = Object.entries(FORWARDING)
    .filter(([key]) => (policy.get('spec', key)?.value ?? false) !== false)
    .map(([key, message]) => ({ path: ['spec', key], message }))
  if (calicoFlawsOf(policy).length > 0 || tierOf(policy, scene) !== undefined) return forwarding
  const message = 'its tier or an order was not read, so where it stands among others is not known'
  return [...forwarding, { path: ['spec', 'tier'], message }]
}

const FORWARDING = {
  applyOnForward: 'it is also about what nodes pass on',
  preDNAT: 'it is about what nodes receive for others',
  doNotTrack: 'it is about what nodes do not track',
} as const

const numberFlaws: Check = (written) =>
  typeof written.value === 'number' ? [] : flaw(written, `${shown(written.value)} is no number`)

const selectorFlaws: Check = (written) => {
  const { value } = written
  if (typeof value !== 'string') return flaw(written, `${shown(value)} is no text`)
  return isPlaceholder(value) || readCalicoSelector(value) !== UNREADABLE
    ? []
    : flaw(written, `${shown(value)} is no selector`)
}

const PROTOCOLS = ['TCP', 'UDP', 'SCTP', 'UDPLite', 'ICMP', 'ICMPv6'] as const
const PORT_PROTOCOLS = ['TCP', 'UDP', 'SCTP', 'UDPLite', 6, 17, 132] as const

const protocolFlaws: Check = (written) => {
  const { value } = written
  const isNumber =
    typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 255
  return isNumber ? [] : oneOf(PROTOCOLS)(written)
}

const ruleFlaws: Check = (rule) => {
  if (!isMapping(rule.value)) return flaw(rule, 'this is no mapping')
  const flaws = fieldsOf(rule, {
    action: oneOf(['Allow', 'Deny', 'Log', 'Pass']),
    ipVersion: versionFlaws,
    protocol: protocolFlaws,
    notProtocol: protocolFlaws,
    icmp: anything,
    notICMP: anything,
    source: entityFlaws,
    destination: entityFlaws,
    http: anything,
    metadata: anything,
  })
  if (flaws.length > 0) return flaws
  if ((memberOf(rule.value, 'action') ?? null) === null) return flaw(rule, 'it has no action')
  const protocol = memberOf(rule.value, 'protocol')
  const hasPorts = ['source', 'destination'].some((end) =>
    ['ports', 'notPorts'].some(
      (key) => (memberOf(memberOf(rule.value, end), key) ?? null) !== null,
    ),
  )
  const isFine =
    !hasPorts || isPlaceholder(protocol) || PORT_PROTOCOLS.some((one) => one === protocol)
  return isFine ? [] : flaw(rule, 'ports need a protocol that has them')
}

const versionFlaws: Check = (written) =>
  written.value === 4 || written.value === 6
    ? []
    : flaw(written, `${shown(written.value)} is neither 4 nor 6`)

const entityFlaws: Check = (entity) =>
  fieldsOf(entity, {
    nets: (list) => eachOf(list, netFlaws),
    notNets: (list) => eachOf(list, netFlaws),
    selector: selectorFlaws,
    notSelector: selectorFlaws,
    namespaceSelector: selectorFlaws,
    ports: (list) => eachOf(list, portFlaws),
    notPorts: (list) => eachOf(list, portFlaws),
    serviceAccounts: (accounts) =>
      fieldsOf(accounts, { names: (list) => eachOf(list, anything), selector: selectorFlaws }),
    services: (service) => fieldsOf(service, { name: anything, namespace: anything }),
  })

const netFlaws: Check = (written) =>
  typeof written.value === 'string' && parseBlock(written.value) !== undefined
    ? []
    : flaw(written, `${shown(written.value)} is neither an address nor a block of them`)

const portFlaws: Check = (written) => {
  const { value } = written
  const [first, last] = spanOf(value) ?? []
  if (first !== undefined && last !== undefined)
    return first <= last && last <= 65_535
      ? []
      : flaw(written, `${shown(value)} is no port and no range`)
  const isName = typeof value === 'string' && /^[a-zA-Z0-9_.-]{1,128}$/.test(value)
  return isName ? [] : flaw(written, `${shown(value)} is neither a port nor the name of one`)
}
