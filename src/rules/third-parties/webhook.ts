import type { Answer } from '../../analysis/pod-security/answers.ts'
import { isList, memberOf, partOf, type Field, type Reader } from '../../model/part.ts'
import { textsOf, type Resource } from '../../model/resource.ts'

/** The kinds that register admission webhooks. */
export const WEBHOOK_KINDS = [
  'ValidatingWebhookConfiguration',
  'MutatingWebhookConfiguration',
] as const

/** A webhook that the API server asks before it stores an object. */
export interface Webhook extends Reader {
  readonly name: string
  /** The object that registers it. */
  readonly owner: Resource
  /** Whether it may change what it is asked about. */
  readonly isMutating: boolean
}

/** The webhooks that `configuration` registers. */
export function webhooksOf(configuration: Resource): readonly Webhook[] {
  return configuration.list('webhooks').map(({ value }, index) => ({
    ...partOf(configuration.document, ['webhooks', index], value),
    name: textsOf(value)['name'] ?? '',
    owner: configuration,
    isMutating: configuration.type === 'MutatingWebhookConfiguration',
  }))
}

/** Whether the API server goes on without the answer of a webhook that cannot be reached; forbidden when it does. */
export function failsClosed(webhook: Webhook): Answer {
  const policy = webhook.get('failurePolicy')
  // The default was Ignore in v1beta1 and is Fail in v1.
  if (policy === undefined) return isBeta(webhook) ? 'forbidden' : 'allowed'
  if (policy.value === 'Fail') return 'allowed'
  return policy.value === 'Ignore' ? 'forbidden' : 'unclear'
}

/**
 * The member of a webhook's `rules[*].resources` by which it is asked before `resource` of `group` is written or
 * connected to; undefined when none does. Source: the rules matcher of the API server.
 */
export function ruleCovering(webhook: Webhook, group: string, resource: string): Field | undefined {
  for (const [index, rule] of webhook.list('rules').entries()) {
    if (!namesGroup(rule.value, group) || !judgesWrites(rule.value)) continue
    const member = webhook
      .list('rules', index, 'resources')
      .find(({ value }) => isAbout(value, resource))
    if (member !== undefined) return member
  }
  return undefined
}

/** The first of `resources`, written `group/resource`, that a webhook is asked about, with the member that says so. */
export function firstCovered(
  webhook: Webhook,
  resources: readonly string[],
): { readonly resource: string; readonly member: Field } | undefined {
  for (const entry of resources) {
    const [group = '', resource = ''] = entry.split('/')
    const member = ruleCovering(webhook, group, resource)
    if (member !== undefined) return { resource, member }
  }
  return undefined
}

function isBeta(webhook: Webhook): boolean {
  return webhook.owner.apiVersion.endsWith('/v1beta1')
}

function namesGroup(rule: unknown, group: string): boolean {
  const groups = memberOf(rule, 'apiGroups')
  return isList(groups) && (groups.includes(group) || groups.includes('*'))
}

// What only asks about deletions protects things from being lost, and decides nothing about what runs.
function judgesWrites(rule: unknown): boolean {
  const operations = memberOf(rule, 'operations')
  return !isList(operations) || operations.some((operation) => operation !== 'DELETE')
}

function isAbout(pattern: unknown, resource: string): boolean {
  if (typeof pattern !== 'string') return false
  const [name, subresource = ''] = pattern.split('/')
  if (name !== resource && name !== '*') return false
  // A status is written by controllers: to judge it is not to judge the object.
  return subresource !== 'status' && subresource !== 'scale'
}
