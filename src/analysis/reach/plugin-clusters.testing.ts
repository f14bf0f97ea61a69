import * as fc from 'fast-check'
import { clusters, manifestsOf, PORTS } from './clusters.testing.ts'
import type {
  CalicoPolicy,
  CalicoRule,
  CalicoTree,
  CiliumPolicy,
  CiliumPort,
  CiliumRule,
  PluginCluster,
} from './plugin-cluster.testing.ts'

// As in clusters.testing.ts: few names and few values, so that what is rare in real clusters is met often.

const NAMESPACES = ['a', 'b', 'c'] as const
const VALUES = ['web', 'db', 'a'] as const
const BLOCKS = ['0.0.0.0/0', '203.0.113.0/24', '198.51.100.255/32'] as const

const PORT_TEXTS = [...PORTS.map(String), 'http', '0']
const protocol = fc.constantFrom('SCTP' as const, 'TCP' as const, 'UDP' as const)

const CILIUM_KEYS = [
  'app',
  'k8s:app',
  'any:tier',
  'k8s:io.kubernetes.pod.namespace',
  'io.cilium.k8s.namespace.labels.app',
] as const

const ciliumSelector = fc.oneof(
  fc.constant({}),
  fc.record({
    matchLabels: fc.dictionary(fc.constantFrom(...CILIUM_KEYS), fc.constantFrom(...VALUES), {
      maxKeys: 2,
      noNullPrototype: true,
    }),
  }),
  fc.record({
    matchExpressions: fc.array(
      fc.record({
        key: fc.constantFrom(...CILIUM_KEYS),
        operator: fc.constantFrom('In' as const, 'NotIn' as const),
        values: fc.uniqueArray(fc.constantFrom(...VALUES), { minLength: 1, maxLength: 2 }),
      }),
      { maxLength: 2 },
    ),
  }),
)

// Whom a policy is about is said by labels of pods alone: it stays in its namespace.
const ciliumSubject = fc.dictionary(
  fc.constantFrom('app', 'k8s:tier'),
  fc.constantFrom(...VALUES),
  {
    maxKeys: 1,
    noNullPrototype: true,
  },
)

const ciliumBlock = fc.oneof(
  fc.constant({ cidr: '203.0.113.0/24', except: ['203.0.113.64/26'] }),
  fc.constant({ cidr: '0.0.0.0/0', except: ['203.0.113.0/24', '198.51.100.0/24'] }),
)

// On the way out a name is a number for the whole cluster, if pods agree on it; see the tests of the policy.
const ciliumPorts = (side: 'from' | 'to'): fc.Arbitrary<readonly { ports: CiliumPort[] }[]> => {
  const texts = PORT_TEXTS.filter((text) => side === 'from' || text !== 'http')
  const entry = fc.oneof(
    fc.record(
      {
        port: fc.constantFrom(...texts),
        protocol: fc.oneof(protocol, fc.constant('ANY' as const)),
      },
      { requiredKeys: ['port'] },
    ),
    fc.record({ port: fc.constantFrom('1', '53', '80'), endPort: fc.constantFrom(80, 443) }),
  )
  return fc.array(fc.record({ ports: fc.array(entry, { minLength: 1, maxLength: 2 }) }), {
    minLength: 1,
    maxLength: 2,
  })
}

function ciliumRule(side: 'from' | 'to'): fc.Arbitrary<CiliumRule> {
  const entities = ['all', 'world', 'cluster', 'health'] as const
  const peers: fc.Arbitrary<CiliumRule> = fc.oneof(
    fc.constant({}),
    fc.record({ [`${side}Endpoints`]: fc.array(ciliumSelector, { maxLength: 2 }) }),
    fc.record({ [`${side}Entities`]: fc.subarray([...entities], { minLength: 1 }) }),
    fc.record({ [`${side}CIDR`]: fc.subarray([...BLOCKS]) }),
    fc.record({ [`${side}CIDRSet`]: fc.array(ciliumBlock, { minLength: 1, maxLength: 1 }) }),
  )
  return fc
    .record({ peers, toPorts: fc.option(ciliumPorts(side), { nil: undefined }) })
    .map(({ peers: whom, toPorts }) => (toPorts === undefined ? whom : { ...whom, toPorts }))
}

const ciliumRules = (side: 'from' | 'to') => fc.array(ciliumRule(side), { maxLength: 2 })

const ciliumPolicy: fc.Arbitrary<CiliumPolicy> = fc.record({
  namespace: fc.constantFrom(...NAMESPACES, undefined),
  spec: fc.record(
    {
      endpointSelector: ciliumSubject.map((matchLabels) => ({ matchLabels })),
      ingress: ciliumRules('from'),
      ingressDeny: ciliumRules('from'),
      egress: ciliumRules('to'),
      egressDeny: ciliumRules('to'),
      enableDefaultDeny: fc.record(
        { ingress: fc.boolean(), egress: fc.boolean() },
        { requiredKeys: [] },
      ),
    },
    { requiredKeys: ['endpointSelector'] },
  ),
})

const leaf: fc.Arbitrary<CalicoTree> = fc.oneof(
  fc.constant({ is: 'all' as const }),
  fc.record({ is: fc.constant('has' as const), key: fc.constantFrom('app', 'tier') }),
  fc.record({
    is: fc.constantFrom('equal' as const, 'contains' as const, 'starts with' as const),
    key: fc.constantFrom('app', 'tier'),
    value: fc.constantFrom(...VALUES),
  }),
  fc.record({
    is: fc.constantFrom('in' as const, 'not in' as const),
    key: fc.constantFrom('app', 'tier'),
    values: fc.uniqueArray(fc.constantFrom(...VALUES), { minLength: 1, maxLength: 2 }),
  }),
)

const tree: fc.Arbitrary<CalicoTree> = fc.oneof(
  { arbitrary: leaf, weight: 3 },
  fc.record({ is: fc.constant('not' as const), of: leaf }),
  fc.record({ is: fc.constantFrom('and' as const, 'or' as const), one: leaf, other: leaf }),
)

/** A selector of Calico as it is written. */
function calicoText(selector: CalicoTree): string {
  switch (selector.is) {
    case 'all':
      return 'all()'
    case 'has':
      return `has(${selector.key})`
    case 'equal':
      return `${selector.key} == '${selector.value}'`
    case 'in':
    case 'not in':
      return `${selector.key} ${selector.is} { ${selector.values.map((value) => `"${value}"`).join(', ')} }`
    case 'contains':
    case 'starts with':
      return `${selector.key} ${selector.is} "${selector.value}"`
    case 'not':
      return `!(${calicoText(selector.of)})`
    case 'and':
    case 'or':
      return `(${calicoText(selector.one)}) ${selector.is === 'and' ? '&&' : '||'} (${calicoText(selector.other)})`
  }
}

const calicoPeer = fc.oneof(
  fc.constant({}),
  fc.record({ selector: tree, notSelector: tree, namespaceSelector: tree }, { requiredKeys: [] }),
  fc.record({ nets: fc.subarray([...BLOCKS], { minLength: 1 }) }),
  fc.record({ notNets: fc.subarray(BLOCKS.slice(1), { minLength: 1 }) }),
)

const calicoWhere: fc.Arbitrary<Partial<CalicoRule>> = fc.oneof(
  fc.constant({}),
  fc.record({ notProtocol: protocol }),
  fc.record({ protocol }),
  fc.record({
    protocol,
    ports: fc.array(fc.constantFrom(80, 443, '1:80', '53', 'http'), { minLength: 1, maxLength: 2 }),
  }),
  fc.record({ protocol, notPorts: fc.array(fc.constantFrom(80, 443), { minLength: 1 }) }),
)

const calicoRule: fc.Arbitrary<CalicoRule> = fc
  .record({
    action: fc.constantFrom('Allow' as const, 'Deny' as const, 'Pass' as const, 'Log' as const),
    peer: calicoPeer,
    where: calicoWhere,
  })
  .map(({ action, peer, where }) => ({ action, peer, ...where }))

const TIERS = [
  { name: 'first', order: 10, defaultAction: 'Deny' },
  { name: 'middle', order: 5000, defaultAction: 'Pass' },
  { name: 'last', order: 20_000_000, defaultAction: 'Deny' },
] as const

const calicoPolicies: fc.Arbitrary<readonly CalicoPolicy[]> = fc
  .array(
    fc.record({
      namespace: fc.constantFrom(...NAMESPACES, undefined),
      tier: fc.constantFrom('default', 'default', ...TIERS.map(({ name }) => name)),
      order: fc.constantFrom(1, 999, 1001, undefined),
      selector: tree,
      namespaceSelector: fc.option(tree, { nil: undefined }),
      types: fc.option(fc.subarray(['Ingress' as const, 'Egress' as const], { minLength: 1 }), {
        nil: undefined,
      }),
      ingress: fc.array(calicoRule, { maxLength: 3 }),
      egress: fc.array(calicoRule, { maxLength: 3 }),
    }),
    { maxLength: 4 },
  )
  .map((members) =>
    members.map((member, index) => ({
      ...member,
      name: `calico-${index}`,
      namespaceSelector: member.namespace === undefined ? member.namespaceSelector : undefined,
    })),
  )

/** Random clusters with policies of Cilium beside NetworkPolicies. */
export const ciliumClusters: fc.Arbitrary<PluginCluster> = fc
  .record({ cluster: clusters, cilium: fc.array(ciliumPolicy, { maxLength: 4 }) })
  .map(({ cluster, cilium }) => ({ ...cluster, admin: [], cilium, calico: [], tiers: [] }))

/** Random clusters with policies of Calico beside those of Kubernetes. */
export const calicoClusters: fc.Arbitrary<PluginCluster> = fc
  .record({ cluster: clusters, calico: calicoPolicies })
  .map(({ cluster, calico }) => ({ ...cluster, cilium: [], calico, tiers: TIERS }))

/** The manifests of a cluster, those of plugins included. */
export function pluginManifests(cluster: PluginCluster): readonly unknown[] {
  return [
    ...manifestsOf(cluster),
    ...cluster.cilium.map(({ namespace, spec }, index) => ({
      apiVersion: 'cilium.io/v2',
      kind: namespace === undefined ? 'CiliumClusterwideNetworkPolicy' : 'CiliumNetworkPolicy',
      metadata: { name: `cilium-${index}`, namespace },
      spec,
    })),
    ...cluster.tiers.map(({ name, ...spec }) => ({
      apiVersion: 'projectcalico.org/v3',
      kind: 'Tier',
      metadata: { name },
      spec,
    })),
    ...cluster.calico.map(({ name, namespace, ...spec }) => ({
      apiVersion: 'projectcalico.org/v3',
      kind: namespace === undefined ? 'GlobalNetworkPolicy' : 'NetworkPolicy',
      metadata: { name, namespace },
      spec: calicoSpec(spec),
    })),
  ]
}

function calicoSpec(spec: Omit<CalicoPolicy, 'name' | 'namespace'>): unknown {
  const { selector, namespaceSelector, ingress, egress, ...rest } = spec
  return {
    ...rest,
    selector: calicoText(selector),
    namespaceSelector: namespaceSelector === undefined ? undefined : calicoText(namespaceSelector),
    ingress: ingress.map((rule) => calicoRuleText(rule, 'source')),
    egress: egress.map((rule) => calicoRuleText(rule, 'destination')),
  }
}

function calicoRuleText(rule: CalicoRule, far: 'source' | 'destination'): unknown {
  const { peer, ports, notPorts, ...rest } = rule
  const { selector, notSelector, namespaceSelector, ...nets } = peer
  const text = (one: CalicoTree | undefined) => (one === undefined ? undefined : calicoText(one))
  const end = {
    ...nets,
    selector: text(selector),
    notSelector: text(notSelector),
    namespaceSelector: text(namespaceSelector),
  }
  return far === 'source'
    ? { ...rest, source: end, destination: { ports, notPorts } }
    : { ...rest, destination: { ...end, ports, notPorts } }
}
