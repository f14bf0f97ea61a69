import { isList, isPlaceholder, memberOf } from '../../model/part.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import type { Direction } from '../isolation/closing.ts'
import { readLabelSelector, UNREADABLE, type Lookup } from '../isolation/label-selector.ts'
import { wholeOf } from './address-set.ts'
import { ciliumPeers, reservedIn } from './cilium-selector.ts'
import { CONTROLLER } from './peer.ts'
import { ANYONE, blockPeers, NOBODY, unitePeers, UNREAD_PEERS } from './peers.ts'
import { podsOf } from './pod-group.ts'
import type { RulePeers } from './policy.ts'
import { PROFILES } from './profiles.data.ts'

/** Where a rule stands: what its selectors and names are looked up in. */
export interface CiliumHome {
  /** Undefined for a policy of the cluster. */
  readonly namespace: string | undefined
  readonly direction: Direction
  readonly scene: Scene
}

/**
 * The peers of a rule of Cilium. A list that is there and empty means nobody; without any list a rule with ports means
 * everybody, and one without ports nobody. Source: cilium.io/v2, Cilium 1.18.
 */
export function ciliumRulePeers(rule: unknown, home: CiliumHome): RulePeers {
  if (isPlaceholder(rule)) return UNREAD_PEERS
  const side = home.direction === 'ingress' ? 'from' : 'to'
  const lists = Object.entries(READERS)
    .map(([name, read]) => ({ list: memberOf(rule, `${side}${name}`) ?? null, read }))
    .filter(({ list }) => list !== null)
  if (lists.length === 0) return narrowsPorts(rule) ? ANYONE : NOBODY
  return lists
    .map(({ list, read }) => {
      if (isPlaceholder(list) || !isList(list)) return UNREAD_PEERS
      return list.map((entry) => read(entry, home)).reduce(unitePeers, NOBODY)
    })
    .reduce(unitePeers, NOBODY)
}

function narrowsPorts(rule: unknown): boolean {
  return ['toPorts', 'icmps'].some((key) => {
    const list = memberOf(rule, key) ?? null
    return list !== null && (!isList(list) || list.length > 0)
  })
}

type Read = (entry: unknown, home: CiliumHome) => RulePeers

const READERS: Readonly<Record<string, Read>> = {
  Endpoints: endpointPeers,
  Entities: (entry) => entityPeers(entry),
  CIDR: (entry) => ciliumBlock(entry, []),
  CIDRSet: setPeers,
  // Which of the nodes is not known.
  Nodes: () => SOME_NODES,
  Services: servicePeers,
  // Only a resolver, or a cloud, knows the addresses.
  FQDNs: () => SOMEWHERE,
  Groups: () => SOMEWHERE,
}

const SOME_NODES: RulePeers = { ...NOBODY, nodes: 'unclear' }
const SOMEWHERE: RulePeers = { ...NOBODY, outside: 'unclear' }

function endpointPeers(entry: unknown, { namespace }: CiliumHome): RulePeers {
  if (isPlaceholder(entry)) return UNREAD_PEERS
  const [entity, ...others] = reservedIn(entry)
  if (entity === undefined) return { ...NOBODY, pods: [ciliumPeers(entry, namespace)] }
  // Nothing else carries a label of this kind, so beside another one it is no plain entity.
  const isPlain = others.length === 0 && memberOf(entry, 'matchExpressions') === undefined
  return isPlain ? entityPeers(entity) : UNREAD_PEERS
}

/** The controller of Ingress objects, which may be Cilium's own. */
const INGRESS_PODS = {
  ...podsOf(CONTROLLER.id, undefined),
  pods: UNREADABLE,
  key: 'cilium ingress',
}

const ENTITIES: ReadonlyMap<unknown, RulePeers> = new Map<unknown, RulePeers>([
  ['all', ANYONE],
  ['world', { ...NOBODY, outside: true }],
  ['world-ipv4', { ...NOBODY, addresses: { 4: [wholeOf(4)], 6: [] } }],
  ['world-ipv6', { ...NOBODY, addresses: { 4: [], 6: [wholeOf(6)] } }],
  ['cluster', { ...NOBODY, everyPod: true, nodes: true }],
  // Of the two which one a node is depends on where the pod runs.
  ['host', SOME_NODES],
  ['remote-node', SOME_NODES],
  ['kube-apiserver', { ...SOME_NODES, outside: 'unclear' }],
  ['ingress', { ...NOBODY, pods: [INGRESS_PODS] }],
  ['unmanaged', { ...NOBODY, everyPod: 'unclear' }],
  ['init', NOBODY],
  ['health', NOBODY],
  ['none', NOBODY],
])

/** The entities that rules may name. */
export const CILIUM_ENTITIES = [...ENTITIES.keys()].map(String)

function entityPeers(entry: unknown): RulePeers {
  return ENTITIES.get(entry) ?? UNREAD_PEERS
}

// A pod is known by its labels alone, and a node too unless the plugin is told otherwise.
function ciliumBlock(cidr: unknown, except: unknown): RulePeers {
  return blockPeers(cidr, except, PROFILES.cilium)
}

function setPeers(entry: unknown, { scene }: CiliumHome): RulePeers {
  const except = memberOf(entry, 'except') ?? []
  const name = memberOf(entry, 'cidrGroupRef') ?? null
  const selector = memberOf(entry, 'cidrGroupSelector') ?? null
  if (name === null && selector === null) return ciliumBlock(memberOf(entry, 'cidr'), except)
  const groups = scene
    .ofKind('cilium.io/CiliumCIDRGroup')
    .filter((group) => (name === null ? isSelected(group, selector) : group.name === name))
  if (groups.length === 0) return SOMEWHERE
  return groups
    .flatMap((group) => group.list('spec', 'externalCIDRs'))
    .map(({ value }) => ciliumBlock(value, except))
    .reduce(unitePeers, NOBODY)
}

function isSelected({ labels }: Resource, selector: unknown): boolean {
  const lookup: Lookup = (key) => (Object.hasOwn(labels, key) ? labels[key] : undefined)
  return readLabelSelector(selector).selects(lookup) === true
}

// What stands behind a Service is up to the plugin's version: pods, or addresses of its endpoints.
function servicePeers(entry: unknown, { namespace, scene }: CiliumHome): RulePeers {
  const service = memberOf(entry, 'k8sService')
  const [name, where] = [memberOf(service, 'serviceName'), memberOf(service, 'namespace')]
  const home = typeof where === 'string' ? where : (namespace ?? '')
  const found = typeof name === 'string' ? scene.find('Service', home, name) : undefined
  const selector = found?.get('spec', 'selector')?.value
  if (found === undefined || selector === undefined) return UNREAD_PEERS
  return { ...NOBODY, maybePods: [podsOf(home, { matchLabels: selector })] }
}
