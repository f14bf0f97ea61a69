import type { NaivePod, Selector } from './cluster.testing.ts'
import {
  endsOf,
  isNamed,
  isWithin,
  labelsOf,
  selects,
  verdict,
  type Attempt,
  type Way,
} from './naive.testing.ts'
import type { CiliumPolicy, CiliumRule, PluginCluster } from './plugin-cluster.testing.ts'

// The judge of the engine for Cilium, written from its documentation alone: slow, short, and without its code. To Cilium
// a block holds no pod.

/** Whether Cilium allows a connection: what one policy denies, none allows. */
export function isAllowedByCilium(cluster: PluginCluster, attempt: Attempt): boolean {
  return passesCilium(cluster, attempt, 'egress') && passesCilium(cluster, attempt, 'ingress')
}

function passesCilium(cluster: PluginCluster, attempt: Attempt, way: Way): boolean {
  const [subject] = endsOf(attempt, way)
  if (typeof subject === 'string') return true
  const applied = cluster.cilium.filter(
    ({ namespace, spec }) =>
      (namespace ?? subject.namespace) === subject.namespace &&
      selects(plain(spec.endpointSelector), seenBy(cluster, subject)),
  )
  const holds = (rules: readonly CiliumRule[] | undefined, policy: CiliumPolicy): boolean =>
    (rules ?? []).some((rule) => holdsCilium(cluster, rule, policy, { attempt, way }))
  if (applied.some((policy) => holds(policy.spec[`${way}Deny`], policy))) return false
  const plainVerdict = verdict(cluster, attempt, way)
  if (plainVerdict === true || applied.some((policy) => holds(policy.spec[way], policy)))
    return true
  return (
    plainVerdict === undefined &&
    !applied.some(({ spec }) => {
      const sections = [...(spec[way] ?? []), ...(spec[`${way}Deny`] ?? [])]
      return spec.enableDefaultDeny?.[way] ?? sections.length > 0
    })
  )
}

interface Asked {
  readonly attempt: Attempt
  readonly way: Way
}

function holdsCilium(
  cluster: PluginCluster,
  rule: CiliumRule,
  { namespace }: CiliumPolicy,
  { attempt, way }: Asked,
): boolean {
  const [, other] = endsOf(attempt, way)
  const isPort = rule.toPorts?.some(({ ports }) =>
    ports.some(({ port, endPort, protocol = 'ANY' }) => {
      if (protocol !== 'ANY' && protocol !== attempt.protocol) return false
      if (/[a-z]/.test(port)) return isNamed(port, attempt)
      const first = Number(port)
      return first === 0 || (first <= attempt.port && attempt.port <= (endPort ?? first))
    }),
  )
  if (isPort === false) return false
  const selectors = rule.fromEndpoints ?? rule.toEndpoints
  const entities = rule.fromEntities ?? rule.toEntities
  const blocks = [
    ...(rule.fromCIDR ?? rule.toCIDR ?? []).map((cidr) => ({ cidr, except: [] })),
    ...(rule.fromCIDRSet ?? rule.toCIDRSet ?? []),
  ]
  const hasBlocks = [rule.fromCIDR, rule.toCIDR, rule.fromCIDRSet, rule.toCIDRSet].some(Boolean)
  if (!selectors && !entities && !hasBlocks) return isPort === true
  if (typeof other === 'string')
    return (
      (entities ?? []).some((entity) => entity === 'world' || entity === 'all') ||
      blocks.some(
        ({ cidr, except }) =>
          isWithin(other, cidr) && !except.some((hole) => isWithin(other, hole)),
      )
    )
  return (
    (entities ?? []).some((entity) => entity === 'cluster' || entity === 'all') ||
    (selectors ?? []).some((selector) => {
      const isHome = namespace === undefined || namespace === other.namespace || saysWhere(selector)
      return isHome && selects(plain(selector), seenBy(cluster, other))
    })
  )
}

function saysWhere({ matchLabels, matchExpressions }: Selector): boolean {
  const keys = [
    ...Object.keys(matchLabels ?? {}),
    ...(matchExpressions ?? []).map(({ key }) => key),
  ]
  return keys.some((key) =>
    /^(k8s:)?io\.(kubernetes\.pod\.namespace|cilium\.k8s\.namespace)/.test(key),
  )
}

// Labels that say where they come from mean those of Kubernetes.
function plain({ matchLabels, matchExpressions }: Selector): Selector {
  const bare = (key: string): string => key.replace(/^(k8s|any):/, '')
  // Two keys may mean one label, and then both conditions have to hold.
  const pairs = Object.entries(matchLabels ?? {}).map(([key, value]) => ({
    key: bare(key),
    operator: 'In' as const,
    values: [value],
  }))
  const others = (matchExpressions ?? []).map((one) => ({ ...one, key: bare(one.key) }))
  return { matchExpressions: [...pairs, ...others] }
}

function seenBy(cluster: PluginCluster, pod: NaivePod): Readonly<Record<string, string>> {
  const home = Object.entries(labelsOf(cluster, pod.namespace)).map(
    ([key, value]) => [`io.cilium.k8s.namespace.labels.${key}`, value] as const,
  )
  return {
    ...pod.labels,
    ...Object.fromEntries(home),
    'io.kubernetes.pod.namespace': pod.namespace,
  }
}
