import { isMapping, isPlaceholder, memberOf } from '../../model/part.ts'
import type { Resource } from '../../model/resource.ts'
import { containsBlock, parseBlock } from '../addresses/cidr.ts'
import { PROTOCOLS } from './connection-set.ts'
import { anything, eachOf, fieldsOf, flaw, oneOf, shown, type Check, type Flaw } from './flaw.ts'
import { oncePerPolicy } from './once-per-policy.ts'
import { selectorFlaws } from './selector-flaws.ts'

/** Why the API server would refuse a NetworkPolicy; empty when it takes it. Source: Kubernetes 1.37, its validation. */
export const flawsOf = oncePerPolicy(findFlaws)

function findFlaws(policy: Resource): readonly Flaw[] {
  const spec = { value: memberOf(policy.value, 'spec'), path: ['spec'] }
  return fieldsOf(spec, {
    podSelector: selectorFlaws,
    policyTypes: (types) => eachOf(types, oneOf(['Ingress', 'Egress'])),
    ingress: (rules) => eachOf(rules, ruleFlaws('from')),
    egress: (rules) => eachOf(rules, ruleFlaws('to')),
  })
}

function ruleFlaws(peers: 'from' | 'to'): Check {
  return (rule) =>
    fieldsOf(rule, {
      ports: (ports) => eachOf(ports, portFlaws),
      [peers]: (list) => eachOf(list, peerFlaws),
    })
}

const peerFlaws: Check = (peer) => {
  if (!isMapping(peer.value))
    return flaw(peer, 'a peer says whom it means, and this one says nothing')
  const flaws = fieldsOf(peer, {
    podSelector: selectorFlaws,
    namespaceSelector: selectorFlaws,
    ipBlock: blockFlaws,
  })
  if (flaws.length > 0) return flaws
  const has = (key: string) => (memberOf(peer.value, key) ?? null) !== null
  const hasSelector = has('podSelector') || has('namespaceSelector')
  if (has('ipBlock'))
    return hasSelector ? flaw(peer, 'ipBlock and selectors exclude each other in one peer') : []
  return hasSelector ? [] : flaw(peer, 'a peer says whom it means, and this one says nothing')
}

const blockFlaws: Check = (written) => {
  const flaws = fieldsOf(written, { cidr: cidrFlaws, except: (list) => eachOf(list, cidrFlaws) })
  if (flaws.length > 0 || !isMapping(written.value)) return flaws
  const cidr = memberOf(written.value, 'cidr')
  if (isPlaceholder(cidr)) return []
  const block = typeof cidr === 'string' ? parseBlock(cidr) : undefined
  if (block === undefined) return flaw(written, 'it names no cidr')
  const except = { value: memberOf(written.value, 'except'), path: [...written.path, 'except'] }
  return eachOf(except, (hole) => {
    const inner = typeof hole.value === 'string' ? parseBlock(hole.value) : undefined
    const isInside =
      inner !== undefined && containsBlock(block, inner) && inner.prefix > block.prefix
    return isInside ? [] : flaw(hole, `${shown(hole.value)} is not inside ${shown(cidr)}`)
  })
}

/** What is wrong with a block of addresses, which has its length: a bare address is refused. */
export const cidrFlaws: Check = (written) => {
  const { value } = written
  const isBlock =
    typeof value === 'string' && value.includes('/') && parseBlock(value) !== undefined
  return isBlock ? [] : flaw(written, `${shown(value)} is no block of addresses`)
}

const portFlaws: Check = (written) => {
  const flaws = fieldsOf(written, {
    protocol: oneOf(PROTOCOLS),
    port: numberOrName,
    endPort: anything,
  })
  if (flaws.length > 0 || !isMapping(written.value)) return flaws
  const [port, end] = [memberOf(written.value, 'port'), memberOf(written.value, 'endPort') ?? null]
  if (end === null || isPlaceholder(end) || isPlaceholder(port)) return []
  if (typeof port !== 'number') return flaw(written, 'endPort needs a port that is a number')
  return isPort(end) && end >= port
    ? []
    : flaw(written, `endPort ${shown(end)} is no port from ${port} on`)
}

const numberOrName: Check = (written) => {
  const { value } = written
  const isName =
    typeof value === 'string' && value.length <= 15 && /^(?=.*[a-z])[a-z0-9-]+$/.test(value)
  return isPort(value) || isName
    ? []
    : flaw(written, `${shown(value)} is neither a port nor the name of one`)
}

function isPort(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 65_535
}
