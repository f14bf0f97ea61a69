import { isOptIn } from './selector-terms.ts'
import { firstCovered, type Webhook } from './webhook.ts'

// What decides who may do what in a cluster, and what runs in it; asked in this order, for the message.
const GUARDED = [
  '/pods',
  'rbac.authorization.k8s.io/clusterroles',
  'rbac.authorization.k8s.io/clusterrolebindings',
  'rbac.authorization.k8s.io/roles',
  'rbac.authorization.k8s.io/rolebindings',
  '/namespaces',
  'networking.k8s.io/networkpolicies',
] as const

/**
 * What a webhook enforces policy on (`pods`), or undefined when it guards nothing of the kind: it changes objects, or
 * is asked only about objects that ask for it, such as those of one operator.
 */
export function guardedResource(webhook: Webhook): string | undefined {
  if (webhook.isMutating || isOptIn(webhook, 'objectSelector')) return undefined
  return firstCovered(webhook, GUARDED)?.resource
}
