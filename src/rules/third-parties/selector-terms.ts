import { isMapping, memberOf, type Field } from '../../model/part.ts'
import type { Webhook } from './webhook.ts'

/** The field of a webhook that says which namespaces, or which objects, it is asked about. */
export type SelectorField = 'namespaceSelector' | 'objectSelector'

/** The label by which a namespace is chosen by its name: the API server writes it, and nobody else can. */
export const NAME_LABEL = 'kubernetes.io/metadata.name'

/** The expressions of a selector that leave something out: what carries, or does not lack, a label of the key. */
export function exclusions(webhook: Webhook, field: SelectorField): readonly Field[] {
  return webhook
    .list(field, 'matchExpressions')
    .filter(({ value }) => EXCLUDING.includes(memberOf(value, 'operator')))
}

/** Whether a webhook is asked only about what carries a label, and not about all the rest. */
export function isOptIn(webhook: Webhook, field: SelectorField): boolean {
  const labels = webhook.get(field, 'matchLabels')?.value
  if (isMapping(labels) && Object.keys(labels).length > 0) return true
  return webhook
    .list(field, 'matchExpressions')
    .some(({ value }) => REQUIRING.includes(memberOf(value, 'operator')))
}

/** The label that an expression asks for, or undefined when nobody can tell. */
export function keyOf({ value }: Field): string | undefined {
  const key = memberOf(value, 'key')
  return typeof key === 'string' ? key : undefined
}

const EXCLUDING: readonly unknown[] = ['NotIn', 'DoesNotExist']
const REQUIRING: readonly unknown[] = ['In', 'Exists']
