import { isMapping, memberOf } from '../../model/part.ts'
import {
  NAMESPACE_LABELS,
  plainKey,
  POD_ACCOUNT,
  POD_NAMESPACE,
} from '../isolation/cilium-policy.ts'
import { HIDDEN, readLabelSelector, type Lookup } from '../isolation/label-selector.ts'
import { NAMESPACE_NAME } from '../isolation/subjects.ts'
import { ANYWHERE, selectorKey } from './pod-group.ts'
import type { PodFacts, PodGroup } from './policy.ts'

/** Labels of Cilium itself, for what is no pod: `reserved:host`. */
const RESERVED = 'reserved:'

/** The pods that an endpoint selector means as the subject of a policy: of its namespace, or of the cluster. */
export function ciliumSubject(selector: unknown, namespace: string | undefined): PodGroup {
  if (namespace === undefined) return groupOf(selector, undefined)
  // A policy is about its own namespace, whatever namespace its selector names.
  const labels = memberOf(selector, 'matchLabels')
  if (!isMapping(selector) || !isMapping(labels)) return groupOf(selector, namespace)
  const own = Object.entries(labels).filter(([key]) => plainKey(key) !== POD_NAMESPACE)
  return groupOf({ ...selector, matchLabels: Object.fromEntries(own) }, namespace)
}

/**
 * The pods that an endpoint selector means as a peer: of the policy's namespace, unless it names a namespace or its
 * labels; of the cluster for a policy of the cluster.
 */
export function ciliumPeers(selector: unknown, namespace: string | undefined): PodGroup {
  return groupOf(selector, keysOf(selector).some(isOfNamespace) ? undefined : namespace)
}

/** The entities that a selector means by labels of Cilium: `reserved:host`; none when it means pods. */
export function reservedIn(selector: unknown): readonly string[] {
  return keysOf(selector)
    .filter((key) => key.startsWith(RESERVED))
    .map((key) => key.slice(RESERVED.length))
}

function isOfNamespace(key: string): boolean {
  return plainKey(key) === POD_NAMESPACE || plainKey(key).startsWith(NAMESPACE_LABELS)
}

function keysOf(selector: unknown): readonly string[] {
  const labels = memberOf(selector, 'matchLabels')
  const expressions = memberOf(selector, 'matchExpressions')
  return [
    ...(isMapping(labels) ? Object.keys(labels) : []),
    ...(Array.isArray(expressions) ? expressions.map((one) => String(memberOf(one, 'key'))) : []),
  ]
}

function groupOf(selector: unknown, namespace: string | undefined): PodGroup {
  return {
    namespaces: namespace === undefined ? ANYWHERE : { name: namespace },
    pods: readLabelSelector(selector),
    dialect: ciliumLabels,
    isOnHost: false,
    key: `cilium ${namespace ?? '*'}/${selectorKey(selector)}`,
  }
}

function ciliumLabels({ labels, namespaceLabels, account }: PodFacts): Lookup {
  return (written) => {
    const key = plainKey(written)
    if (key === POD_NAMESPACE) return namespaceLabels(NAMESPACE_NAME)
    if (key === POD_ACCOUNT) return account('')
    if (key.startsWith(NAMESPACE_LABELS)) return namespaceLabels(key.slice(NAMESPACE_LABELS.length))
    if (key.startsWith(RESERVED)) return undefined
    // Labels of other sources than Kubernetes: the cluster's name, the container runtime's.
    return key.startsWith('io.cilium.') || key.includes(':') ? HIDDEN : labels(key)
  }
}
