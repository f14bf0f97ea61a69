import { isList, isMapping, memberOf, valueAt } from '../../model/part.ts'
import type { Resource } from '../../model/resource.ts'
import { isAbsent } from '../pod-security/answers.ts'
import type { Claim } from '../pod-security/candidate.ts'
import type { Closing, Direction } from './closing.ts'
import {
  HIDDEN,
  readLabelSelector,
  UNREADABLE,
  type Lookup,
  type Selector,
} from './label-selector.ts'
import { isWithin } from './network-policy.ts'
import { NAMESPACE_NAME, type Subject, type Territory } from './subjects.ts'

/** The policies of Cilium, the second of which lives outside of namespaces. */
export const CILIUM_POLICY = 'cilium.io/CiliumNetworkPolicy'
export const CILIUM_CLUSTER_POLICY = 'cilium.io/CiliumClusterwideNetworkPolicy'

/** The labels by which Cilium knows the namespace, the account and the namespace's labels of a pod. */
export const POD_NAMESPACE = 'io.kubernetes.pod.namespace'
export const POD_ACCOUNT = 'io.cilium.k8s.policy.serviceaccount'
export const NAMESPACE_LABELS = 'io.cilium.k8s.namespace.labels.'

/**
 * What a policy of Cilium closes: each of its rules closes the directions for which it has sections, unless
 * `enableDefaultDeny` says otherwise. Source: cilium.io/v2, Cilium 1.18.
 */
export function readCiliumPolicy(policy: Resource): readonly Closing[] {
  return rulesOf(policy).flatMap((rule) => {
    const selector = memberOf(rule, 'endpointSelector')
    // A rule with a nodeSelector is about the nodes themselves.
    if (isAbsent(selector) && isMapping(rule)) return []
    return [
      {
        closes: { ingress: closes(rule, 'ingress'), egress: closes(rule, 'egress') },
        pods: readEndpointSelector(selector),
        labelsOf: endpointLabels,
        covers: (territory) => policy.type === CILIUM_CLUSTER_POLICY || isWithin(policy, territory),
      } satisfies Closing,
    ]
  })
}

function rulesOf(policy: Resource): readonly unknown[] {
  const spec = policy.get('spec')
  const specs = policy.get('specs')
  const several = isList(specs?.value) ? specs.value : specs === undefined ? [] : [specs.value]
  return spec === undefined ? several : [spec.value, ...several]
}

const DENY = { ingress: 'ingressDeny', egress: 'egressDeny' } as const
const ENTITIES = { ingress: 'fromEntities', egress: 'toEntities' } as const

function closes(rule: unknown, direction: Direction): Claim {
  if (!isMapping(rule)) return 'unclear'
  const sections = [memberOf(rule, direction), memberOf(rule, DENY[direction])]
  const wish = valueAt(rule, ['enableDefaultDeny', direction])
  if (wish === false) return deniesAll(sections[1], direction)
  if (wish !== true && !isAbsent(wish)) return 'unclear'
  if (wish === true || sections.some((section) => isList(section) && section.length > 0))
    return true
  return sections.some((section) => !isAbsent(section) && !isList(section)) ? 'unclear' : false
}

function deniesAll(section: unknown, direction: Direction): boolean {
  return (
    isList(section) &&
    section.some((rule) => {
      const entities = memberOf(rule, ENTITIES[direction])
      return isList(entities) && entities.includes('all') && isAbsent(memberOf(rule, 'toPorts'))
    })
  )
}

function readEndpointSelector(value: unknown): Selector {
  const selector = isMapping(value) ? readLabelSelector(value) : UNREADABLE
  const { wants } = selector
  if (wants === undefined) return selector
  // The index knows labels as Kubernetes writes them.
  const key = plainKey(wants.key)
  return { ...selector, wants: isOwnLabel(key) ? undefined : { ...wants, key } }
}

function endpointLabels({ pod, labels }: Subject, territory: Territory): Lookup {
  return (prefixed) => {
    const key = plainKey(prefixed)
    if (key === POD_NAMESPACE) return territory.isKnown ? territory.name : HIDDEN
    if (key === POD_ACCOUNT) return accountOf(pod.get('serviceAccountName')?.value)
    if (key.startsWith(NAMESPACE_LABELS)) {
      const label = key.slice(NAMESPACE_LABELS.length)
      return label === NAMESPACE_NAME && !territory.isKnown ? HIDDEN : territory.labels(label)
    }
    // Labels of other sources than Kubernetes: the cluster's name, the container runtime's.
    return isOwnLabel(key) || key.includes(':') ? HIDDEN : labels(key)
  }
}

function accountOf(value: unknown): string | typeof HIDDEN {
  if (isAbsent(value)) return 'default'
  return typeof value === 'string' ? value : HIDDEN
}

/** A key of a label without the source that it is to come from, if that is Kubernetes or any. */
export function plainKey(key: string): string {
  return key.replace(/^(?:k8s|any)[:.](?=.)/, '')
}

function isOwnLabel(key: string): boolean {
  return key === POD_NAMESPACE || key.startsWith('io.cilium.')
}
