import type { FieldEdit } from '../../../model/edit.ts'
import { isList, memberOf, valueAt } from '../../../model/part.ts'
import type { Resource } from '../../../model/resource.ts'
import type { Scene } from '../../../model/scene.ts'
import type { Charge } from '../../../rules/judge.ts'
import { tpWebhookExemptsNamespaces } from '../../../rules/third-parties/tp-webhook-exempts-namespaces/rule.ts'
import type { Decision, Step } from './decision.ts'

/** What is decided about webhooks of third parties. */
export const THIRD_PARTIES: readonly Decision[] = [
  { rules: [tpWebhookExemptsNamespaces], decide: exemptByName },
]

// The label that the API server itself gives, and that nobody can take.
const NAME_LABEL = 'kubernetes.io/metadata.name'

function exemptByName({ resource, complaint: { place } }: Charge, scene: Scene): Step | undefined {
  const term = valueAt(place.document.value, place.path)
  const key = memberOf(term, 'key')
  const operator = memberOf(term, 'operator')
  if (typeof key !== 'string' || (operator !== 'NotIn' && operator !== 'DoesNotExist'))
    return undefined
  const values = memberOf(term, 'values')
  const off = isList(values) ? values : undefined
  const exempt = scene
    .ofKind('Namespace')
    .filter(({ labels }) => key in labels && (off === undefined || off.includes(labels[key])))
  const names = [
    ...new Set([
      'kube-system',
      ...homeOfWebhook(resource, place.path),
      ...exempt.map(({ name }) => name),
    ]),
  ]
  const edit: FieldEdit = {
    kind: 'set',
    place,
    value: { key: NAME_LABEL, operator: 'NotIn', values: names },
  }
  return {
    edits: [edit],
    words: [
      `Restricts: the webhook is asked in every namespace but ${names.join(', ')}, whatever labels they have.`,
      'Lift: add one namespace by its name to these values.',
    ],
  }
}

// Where the webhook itself runs it would wait for itself.
function homeOfWebhook(
  resource: Resource,
  [root, index]: FieldEdit['place']['path'],
): readonly string[] {
  if (root !== 'webhooks' || index === undefined) return []
  const home = resource.get(root, index, 'clientConfig', 'service', 'namespace')?.value
  return typeof home === 'string' ? [home] : []
}
