import * as fc from 'fast-check'
import type {
  AdminPeer,
  AdminPolicy,
  AdminPort,
  AdminProtocol,
  AdminRule,
  NaiveCluster,
  NaivePod,
  NaivePolicy,
  PolicyPeer,
  PolicyPort,
  PolicyRule,
  Selector,
} from './cluster.testing.ts'

// Few names and few values: what is rare in real clusters has to be met often here.

const NAMESPACES = ['a', 'b', 'c'] as const
const KEYS = ['app', 'tier', 'kubernetes.io/metadata.name'] as const
const VALUES = ['web', 'db', 'a'] as const

/** Ports that are asked for: those that rules speak of, and their neighbours. */
export const PORTS = [1, 53, 79, 80, 81, 443, 8080, 8081, 65_535] as const

/** Addresses that are asked for: inside and outside of each block below, at its ends and beyond. */
export const ADDRESSES = [
  '198.51.100.0',
  '198.51.100.255',
  '203.0.113.0',
  '203.0.113.63',
  '203.0.113.64',
  '203.0.113.255',
  '203.0.114.0',
  '2001:db8::',
  '2001:db8::ffff',
  '2001:db9::1',
] as const

const BLOCKS: readonly (readonly [string, readonly string[]])[] = [
  ['0.0.0.0/0', ['203.0.113.0/24']],
  ['203.0.113.0/24', ['203.0.113.64/26', '203.0.113.128/25']],
  ['203.0.113.77/26', ['203.0.113.64/32']],
  ['198.51.100.255/32', []],
  ['::/0', ['2001:db8::/32']],
  ['2001:db8::/32', ['2001:db8::/112']],
]

const NETWORKS = BLOCKS.map(([cidr]) => cidr)
const PROTOCOLS = ['SCTP', 'TCP', 'UDP'] as const

const labels = fc.dictionary(fc.constantFrom('app', 'tier'), fc.constantFrom(...VALUES), {
  maxKeys: 2,
  noNullPrototype: true,
})

const expression = fc.oneof(
  fc.record({
    key: fc.constantFrom(...KEYS),
    operator: fc.constantFrom('In' as const, 'NotIn' as const),
    values: fc.uniqueArray(fc.constantFrom(...VALUES), { minLength: 1, maxLength: 2 }),
  }),
  fc.record({
    key: fc.constantFrom(...KEYS),
    operator: fc.constantFrom('Exists' as const, 'DoesNotExist' as const),
  }),
)

const selector: fc.Arbitrary<Selector> = fc.oneof(
  fc.constant({}),
  fc.record({ matchLabels: labels }),
  fc.record({ matchLabels: fc.constant(null), matchExpressions: fc.constant(null) }),
  fc.record({ matchLabels: labels, matchExpressions: fc.array(expression, { maxLength: 2 }) }),
)

const namespaceSelector: fc.Arbitrary<Selector> = fc.oneof(
  selector,
  fc
    .constantFrom(...NAMESPACES)
    .map((name) => ({ matchLabels: { 'kubernetes.io/metadata.name': name } })),
)

const block = fc
  .constantFrom(...BLOCKS)
  .chain(([cidr, inside]) =>
    fc.record({ cidr: fc.constant(cidr), except: fc.subarray([...inside]) }),
  )

const peer: fc.Arbitrary<PolicyPeer> = fc.oneof(
  fc.record({ podSelector: selector }),
  fc.record({ namespaceSelector }),
  fc.record({ podSelector: fc.constant(null), namespaceSelector }),
  fc.record({ podSelector: selector, namespaceSelector }),
  fc.record({ ipBlock: block }),
)

const port: fc.Arbitrary<PolicyPort> = fc.oneof(
  fc.record({ protocol: fc.constantFrom(...PROTOCOLS) }),
  fc.record(
    { protocol: fc.constantFrom(...PROTOCOLS), port: fc.constantFrom(...PORTS, 'http', 'dns') },
    { requiredKeys: ['port'] },
  ),
  fc.record({ port: fc.constantFrom(1, 53, 80), endPort: fc.constantFrom(80, 443, 65_535) }),
)

const list = <T>(member: fc.Arbitrary<T>): fc.Arbitrary<readonly T[] | null> =>
  fc.oneof({ arbitrary: fc.array(member, { maxLength: 2 }), weight: 4 }, fc.constant(null))

const ruleOf = (field: 'from' | 'to'): fc.Arbitrary<PolicyRule> =>
  fc.record({ [field]: list(peer), ports: list(port) }, { requiredKeys: [] })

const policy = fc.record({
  namespace: fc.constantFrom(...NAMESPACES),
  spec: fc.record(
    {
      podSelector: selector,
      policyTypes: fc.subarray(['Ingress' as const, 'Egress' as const], { minLength: 1 }),
      ingress: list(ruleOf('from')),
      egress: list(ruleOf('to')),
    },
    { requiredKeys: ['podSelector'] },
  ),
})

const subject: fc.Arbitrary<AdminPeer> = fc.oneof(
  fc.record({ namespaces: namespaceSelector }),
  fc.record({ pods: fc.record({ namespaceSelector, podSelector: selector }) }),
)

const callee: fc.Arbitrary<AdminPeer> = fc.oneof(
  { arbitrary: subject, weight: 3 },
  fc.record({ networks: fc.subarray([...NETWORKS], { minLength: 1 }) }),
)

const span = fc.constantFrom(
  { start: 1, end: 80 },
  { start: 80, end: 443 },
  { start: 54, end: 65_535 },
)

const adminPort: fc.Arbitrary<AdminPort> = fc.oneof(
  fc.record({
    portNumber: fc.record({
      protocol: fc.constantFrom(...PROTOCOLS),
      port: fc.constantFrom(...PORTS),
    }),
  }),
  fc.record({
    portRange: fc
      .record({ protocol: fc.constantFrom(...PROTOCOLS), range: span })
      .map(({ protocol, range }) => ({ protocol, ...range })),
  }),
  fc.record({ namedPort: fc.constantFrom('http', 'dns') }),
)

const destination = fc.oneof(
  fc.record({ number: fc.constantFrom(...PORTS) }),
  fc.record({ range: span }),
)

const protocol: fc.Arbitrary<AdminProtocol> = fc.oneof(
  fc
    .record({ name: fc.constantFrom('tcp', 'udp', 'sctp'), destinationPort: destination })
    .map(({ name, destinationPort }) => ({ [name]: { destinationPort } })),
  fc.record({ destinationNamedPort: fc.constantFrom('http', 'dns') }),
)

// No rule may ask addresses for a named port.
function isValid({ to = [], ports = [], protocols = [] }: AdminRule): boolean {
  const isNamed =
    ports.some(({ namedPort }) => namedPort !== undefined) ||
    protocols.some(({ destinationNamedPort }) => destinationNamedPort !== undefined)
  return !isNamed || to.every(({ networks }) => networks === undefined)
}

interface Dialect {
  readonly actions: readonly AdminRule['action'][]
  readonly where: fc.Arbitrary<Partial<AdminRule>>
}

function rulesIn(field: 'from' | 'to', { actions, where }: Dialect): fc.Arbitrary<AdminRule[]> {
  const rule: fc.Arbitrary<AdminRule> = fc
    .record({
      action: fc.constantFrom(...actions),
      peers: fc.array(field === 'to' ? callee : subject, { minLength: 1, maxLength: 2 }),
      where,
    })
    .map(({ action, peers, where: ports }) => ({ action, [field]: peers, ...ports }))
  return fc.array(rule.filter(isValid), { maxLength: 3 })
}

const older = fc.record(
  { ports: fc.array(adminPort, { minLength: 1, maxLength: 2 }) },
  { requiredKeys: [] },
)
const newer = fc.record(
  { protocols: fc.array(protocol, { minLength: 1, maxLength: 2 }) },
  { requiredKeys: [] },
)
const OLDER: Dialect = { actions: ['Allow', 'Deny', 'Pass'], where: older }
const BASELINE: Dialect = { actions: ['Allow', 'Deny'], where: older }
const NEWER: Dialect = { actions: ['Accept', 'Deny', 'Pass'], where: newer }

function adminPolicy(
  kind: AdminPolicy['kind'],
  dialect: Dialect,
  tier?: 'Admin' | 'Baseline',
): fc.Arbitrary<AdminPolicy> {
  return fc
    .record({ subject, ingress: rulesIn('from', dialect), egress: rulesIn('to', dialect) })
    .map((spec) => ({ kind, spec: tier === undefined ? spec : { tier, ...spec } }))
}

// One of each API and tier at most, and each with a priority of its own: equal ones are undefined.
const admin: fc.Arbitrary<readonly AdminPolicy[]> = fc
  .record({
    upper: fc.array(
      fc.oneof(
        adminPolicy('AdminNetworkPolicy', OLDER),
        adminPolicy('ClusterNetworkPolicy', NEWER, 'Admin'),
      ),
      { maxLength: 3 },
    ),
    lower: fc.oneof(
      fc.array(adminPolicy('BaselineAdminNetworkPolicy', BASELINE), { maxLength: 1 }),
      fc.array(adminPolicy('ClusterNetworkPolicy', NEWER, 'Baseline'), { maxLength: 2 }),
    ),
  })
  .map(({ upper, lower }) => [...prioritised(upper), ...prioritised(lower)])

function prioritised(policies: readonly AdminPolicy[]): readonly AdminPolicy[] {
  return policies.map(({ kind, spec }, index) => ({
    kind,
    spec: kind === 'BaselineAdminNetworkPolicy' ? spec : { ...spec, priority: 7 * (3 - index) },
  }))
}

const pod: fc.Arbitrary<Omit<NaivePod, 'name'>> = fc.record({
  namespace: fc.constantFrom(...NAMESPACES),
  labels,
  isOnHost: fc.constant(false),
  ports: fc.uniqueArray(
    fc.record({
      name: fc.constantFrom('http', 'dns'),
      protocol: fc.constantFrom('TCP' as const, 'UDP' as const),
      containerPort: fc.constantFrom(...PORTS),
    }),
    { maxLength: 2, selector: ({ name }) => name },
  ),
})

/** Random clusters of up to four pods, four policies and five admin policies, all valid. */
export const clusters: fc.Arbitrary<NaiveCluster> = fc.record({
  // All of them are read: what an unread one is labelled cannot be told.
  namespaces: fc.tuple(...NAMESPACES.map((name) => fc.record({ name: fc.constant(name), labels }))),

  pods: fc
    .array(pod, { minLength: 1, maxLength: 4 })
    .map((members) => members.map((member, index) => ({ ...member, name: `pod-${index}` }))),
  policies: fc.array(policy, { maxLength: 4 }).map((members): readonly NaivePolicy[] =>
    members.map(({ namespace, spec }, index) => ({
      metadata: { name: `policy-${index}`, namespace },
      spec,
    })),
  ),
  admin,
})

/** The manifests of a cluster, for the reader that everybody uses. */
export function manifestsOf(cluster: NaiveCluster): readonly unknown[] {
  return [
    ...cluster.namespaces.map(({ name, labels: own }) => ({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name, labels: own },
    })),
    ...cluster.pods.map(({ name, namespace, labels: own, isOnHost, ports }) => ({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name, namespace, labels: own },
      spec: { hostNetwork: isOnHost, containers: [{ name: 'main', image: 'x:1', ports }] },
    })),
    ...cluster.policies.map((each) => ({
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      ...each,
    })),
    ...cluster.admin.map(({ kind, spec }, index) => ({
      apiVersion: `policy.networking.k8s.io/${kind === 'ClusterNetworkPolicy' ? 'v1alpha2' : 'v1alpha1'}`,
      kind,
      metadata: { name: kind === 'BaselineAdminNetworkPolicy' ? 'default' : `admin-${index}` },
      spec,
    })),
  ]
}
