import type { NaivePod } from './cluster.testing.ts'
import {
  decision,
  endsOf,
  isNamed,
  isWithin,
  labelsOf,
  verdict,
  type Attempt,
  type Way,
} from './naive.testing.ts'
import type {
  CalicoEntity,
  CalicoPolicy,
  CalicoRule,
  CalicoTree,
  PluginCluster,
} from './plugin-cluster.testing.ts'

// The judge of the engine for Calico, written from its documentation alone: slow, short, and without its code. Pods have
// addresses that no block but the whole of version 4 holds.

interface Asked {
  readonly attempt: Attempt
  readonly way: Way
}

/** Whether Calico allows a connection: tiers in order, policies in order, rules in order; at last all is allowed. */
export function isAllowedByCalico(cluster: PluginCluster, attempt: Attempt): boolean {
  return passesCalico(cluster, attempt, 'egress') && passesCalico(cluster, attempt, 'ingress')
}

const LAST = Number.POSITIVE_INFINITY

function passesCalico(cluster: PluginCluster, attempt: Attempt, way: Way): boolean {
  const own = cluster.tiers.map((tier) => ({
    order: tier.order,
    decide: () => inTier(cluster, tier.name, { attempt, way }, tier.defaultAction),
  }))
  const stages = [
    ...own,
    { order: 1000, decide: () => decision(cluster, attempt, way, 'Admin') },
    { order: 1_000_000, decide: () => inTier(cluster, 'default', { attempt, way }, 'Deny') },
    { order: 10_000_000, decide: () => decision(cluster, attempt, way, 'Baseline') },
  ].toSorted((one, other) => one.order - other.order)
  if (typeof endsOf(attempt, way)[0] === 'string') return true
  for (const { decide } of stages) {
    const decided = decide()
    if (decided !== undefined) return decided
  }
  return true
}

/** What a tier says; undefined when it leaves the matter to the next one. */
function inTier(
  cluster: PluginCluster,
  name: string,
  asked: Asked,
  last: 'Deny' | 'Pass',
): boolean | undefined {
  const [subject] = endsOf(asked.attempt, asked.way)
  if (typeof subject === 'string') return true
  const applied = cluster.calico.filter(
    (policy) => policy.tier === name && appliesTo(cluster, policy, subject, asked.way),
  )
  const plainVerdict = name === 'default' ? verdict(cluster, asked.attempt, asked.way) : undefined
  const steps = [
    ...applied.map(({ name: text, order = LAST, namespace, ...rules }) => ({
      order,
      text,
      decide: () =>
        rules[asked.way].find(
          (rule) => rule.action !== 'Log' && holdsCalico(cluster, rule, namespace, asked),
        )?.action,
    })),
    {
      order: 1000,
      text: '',
      decide: () => (plainVerdict === true ? ('Allow' as const) : undefined),
    },
  ].toSorted((a, b) => (a.order === b.order ? (a.text < b.text ? -1 : 1) : a.order - b.order))
  for (const { decide } of steps) {
    const action = decide()
    if (action !== undefined) return action === 'Pass' ? undefined : action === 'Allow'
  }
  return (applied.length > 0 || plainVerdict !== undefined) && last === 'Deny' ? false : undefined
}

function appliesTo(
  cluster: PluginCluster,
  { namespace, namespaceSelector, selector, types, egress, ingress }: CalicoPolicy,
  subject: NaivePod,
  way: Way,
): boolean {
  const named = types ?? [
    ...(egress.length === 0 || ingress.length > 0 ? ['Ingress'] : []),
    ...(egress.length > 0 ? ['Egress'] : []),
  ]
  return (
    named.includes(way === 'egress' ? 'Egress' : 'Ingress') &&
    (namespace ?? subject.namespace) === subject.namespace &&
    means(namespaceSelector, labelsOf(cluster, subject.namespace)) &&
    means(selector, subject.labels)
  )
}

function holdsCalico(
  cluster: PluginCluster,
  { protocol, notProtocol, ports, notPorts, peer }: CalicoRule,
  home: string | undefined,
  { attempt, way }: Asked,
): boolean {
  const isPort = (port: number | string): boolean => {
    if (typeof port === 'string' && /[a-z]/.test(port)) return isNamed(port, attempt)
    const [first = 0, last = first] = String(port).split(':').map(Number)
    return first <= attempt.port && attempt.port <= last
  }
  return (
    (protocol ?? attempt.protocol) === attempt.protocol &&
    notProtocol !== attempt.protocol &&
    (ports === undefined || ports.some(isPort)) &&
    !(notPorts ?? []).some(isPort) &&
    meetsCalico(cluster, peer, endsOf(attempt, way)[1], home)
  )
}

function meetsCalico(
  cluster: PluginCluster,
  { selector, notSelector, namespaceSelector, nets, notNets }: CalicoEntity,
  other: NaivePod | string,
  home: string | undefined,
): boolean {
  const address = typeof other === 'string' ? other : '10.9.9.9'
  if (nets !== undefined && !nets.some((net) => isWithin(address, net))) return false
  if ((notNets ?? []).some((net) => isWithin(address, net))) return false
  const isScoped = namespaceSelector !== undefined || home !== undefined
  const isPositive =
    selector !== undefined ||
    namespaceSelector !== undefined ||
    (notSelector !== undefined && isScoped)
  if (typeof other === 'string') return !isPositive
  const isIn =
    namespaceSelector === undefined
      ? (home ?? other.namespace) === other.namespace
      : means(namespaceSelector, labelsOf(cluster, other.namespace))
  if (isPositive && !(isIn && means(selector, other.labels))) return false
  return notSelector === undefined || !means(notSelector, other.labels)
}

function means(tree: CalicoTree | undefined, labels: Readonly<Record<string, string>>): boolean {
  switch (tree?.is) {
    case undefined:
    case 'all':
      return true
    case 'has':
      return labels[tree.key] !== undefined
    case 'equal':
      return labels[tree.key] === tree.value
    case 'in':
    case 'not in':
      return tree.values.some((value) => labels[tree.key] === value) === (tree.is === 'in')
    case 'contains':
      return labels[tree.key]?.includes(tree.value) === true
    case 'starts with':
      return labels[tree.key]?.startsWith(tree.value) === true
    case 'not':
      return !means(tree.of, labels)
    case 'and':
      return means(tree.one, labels) && means(tree.other, labels)
    case 'or':
      return means(tree.one, labels) || means(tree.other, labels)
  }
}
