import { isMapping, memberOf } from '../../model/part.ts'
import type { Resource } from '../../model/resource.ts'
import { anything, eachOf, fieldsOf, flaw, oneOf, shown, type Check, type Flaw } from './flaw.ts'
import { cidrFlaws } from './network-policy-flaws.ts'
import { oncePerPolicy } from './once-per-policy.ts'
import { selectorFlaws } from './selector-flaws.ts'

/**
 * Why the API server would refuse a policy of the network-policy-api; empty when it takes it. A peer of a kind that is
 * not known is no flaw: such a rule fails closed. Source: network-policy-api v1alpha1 and v1alpha2.
 */
export const clusterFlawsOf = oncePerPolicy(findFlaws)

function findFlaws(policy: Resource): readonly Flaw[] {
  const spec = { value: memberOf(policy.value, 'spec'), path: ['spec'] }
  const isOld = policy.type !== 'ClusterNetworkPolicy'
  const isSingle = policy.type === 'BaselineAdminNetworkPolicy'
  const flaws = fieldsOf(spec, {
    ...(!isOld && { tier: oneOf(['Admin', 'Baseline']) }),
    ...(!isSingle && { priority: priorityFlaws }),
    subject: subjectFlaws,
    ingress: (rules) => eachOf(rules, ruleFlaws('from', { isOld, isSingle })),
    egress: (rules) => eachOf(rules, ruleFlaws('to', { isOld, isSingle })),
  })
  const missing = ['subject', ...(isSingle ? [] : ['priority'])].filter(
    (key) => (memberOf(spec.value, key) ?? null) === null,
  )
  const isMisnamed = isSingle && policy.name !== 'default'
  return [
    ...flaws,
    ...missing.flatMap((key) => flaw(spec, `it has no ${key}`)),
    ...(isMisnamed
      ? flaw(
          { value: policy.name, path: ['metadata', 'name'] },
          'the only name it may have is "default"',
        )
      : []),
  ]
}

const HIGHEST_PRIORITY = 1000

const priorityFlaws: Check = (written) => {
  const { value } = written
  const isGood =
    typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= HIGHEST_PRIORITY
  return isGood ? [] : flaw(written, `${shown(value)} is no number from 0 to ${HIGHEST_PRIORITY}`)
}

const podsFlaws: Check = (written) =>
  fieldsOf(written, { namespaceSelector: selectorFlaws, podSelector: selectorFlaws })

const subjectFlaws: Check = (written) => [
  ...fieldsOf(written, { namespaces: selectorFlaws, pods: podsFlaws }),
  ...oneField(written),
]

const oneField: Check = (written) => {
  const { value } = written
  if (!isMapping(value)) return flaw(written, 'this is no mapping')
  const count = Object.values(value).filter(
    (member) => member !== undefined && member !== null,
  ).length
  return count === 1 ? [] : flaw(written, 'it needs exactly one field')
}

interface Version {
  readonly isOld: boolean
  readonly isSingle: boolean
}

function ruleFlaws(peers: 'from' | 'to', { isOld, isSingle }: Version): Check {
  const allow = isOld ? 'Allow' : 'Accept'
  return (rule) => [
    ...fieldsOf(rule, {
      name: anything,
      action: oneOf(isSingle ? [allow, 'Deny'] : [allow, 'Deny', 'Pass']),
      [peers]: (list) => eachOf(list, peerFlaws),
      ...(isOld
        ? { ports: (list) => eachOf(list, oldPortFlaws) }
        : { protocols: (list) => eachOf(list, newPortFlaws) }),
    }),
    ...[peers, 'action'].flatMap((key) =>
      (memberOf(rule.value, key) ?? null) === null ? flaw(rule, `it has no ${key}`) : [],
    ),
  ]
}

const peerFlaws: Check = (peer) => [
  ...oneField(peer),
  ...fieldFlaws(peer, 'namespaces', selectorFlaws),
  ...fieldFlaws(peer, 'nodes', selectorFlaws),
  ...fieldFlaws(peer, 'pods', podsFlaws),
  ...fieldFlaws(peer, 'networks', (list) => eachOf(list, cidrFlaws)),
]

function fieldFlaws(
  { value, path }: Parameters<Check>[0],
  key: string,
  check: Check,
): readonly Flaw[] {
  const member = memberOf(value, key) ?? null
  return member === null ? [] : check({ value: member, path: [...path, key] })
}

const PROTOCOLS = oneOf(['TCP', 'UDP', 'SCTP'])

const oldPortFlaws: Check = (entry) => [
  ...fieldsOf(entry, {
    namedPort: anything,
    portNumber: (written) => fieldsOf(written, { protocol: PROTOCOLS, port: portFlaws }),
    portRange: (written) => [
      ...fieldsOf(written, { protocol: PROTOCOLS, start: portFlaws, end: portFlaws }),
      ...orderFlaws(written),
    ],
  }),
  ...oneField(entry),
]

const sideFlaws: Check = (written) =>
  fieldsOf(written, {
    destinationPort: (port) =>
      fieldsOf(port, {
        number: portFlaws,
        range: (range) => [
          ...fieldsOf(range, { start: portFlaws, end: portFlaws }),
          ...orderFlaws(range),
        ],
      }),
  })

const newPortFlaws: Check = (entry) => [
  ...fieldsOf(entry, {
    tcp: sideFlaws,
    udp: sideFlaws,
    sctp: sideFlaws,
    destinationNamedPort: anything,
  }),
  ...oneField(entry),
]

const portFlaws: Check = (written) => {
  const { value } = written
  const isPort =
    typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 65_535
  return isPort ? [] : flaw(written, `${shown(value)} is no port`)
}

const orderFlaws: Check = (written) => {
  const [start, end] = [memberOf(written.value, 'start'), memberOf(written.value, 'end')]
  if (typeof start !== 'number' || typeof end !== 'number') return []
  return start < end ? [] : flaw(written, `it ends at ${end}, not after ${start}`)
}
