import { isMapping, type Field } from '../../../model/part.ts'
import { defineRule } from '../../rule.ts'
import { areNamespacesJudged } from '../namespace-labels.ts'
import { guardedResource } from '../policy-webhook.ts'
import { keyOf, NAME_LABEL } from '../selector-terms.ts'
import { WEBHOOK_KINDS, webhooksOf, type Webhook } from '../webhook.ts'

const EXPRESSIONS = ['namespaceSelector', 'matchExpressions'] as const
const LABELS = ['namespaceSelector', 'matchLabels'] as const

/** A label by which namespaces get out of a webhook's sight, and the field that says so. */
interface Exemption {
  readonly key: string
  readonly field: Field
}

export const tpWebhookExemptsNamespaces = defineRule({
  id: 'tp-webhook-exempts-namespaces',
  title: 'Choose the namespaces of policy webhooks by their names',
  topic: 'third-party-rights',
  severity: 'low',
  references: [
    {
      title: 'Kubernetes: Dynamic Admission Control, matching requests by namespaceSelector',
      url: 'https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/#matching-requests-namespaceselector',
    },
    {
      title: 'Kubernetes: Namespaces, automatic labelling',
      url: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/#automatic-labelling',
    },
    {
      title: 'Gatekeeper: Exempting Namespaces',
      url: 'https://open-policy-agent.github.io/gatekeeper/website/docs/exempt-namespaces/',
    },
  ],
  controls: { 'k8s-checklist': ['admission/3'] },

  subject: WEBHOOK_KINDS,
  check(configuration, scene) {
    return webhooksOf(configuration).flatMap((webhook) => {
      const exemption = exemptionOf(webhook)
      if (exemption === undefined || areNamespacesJudged(scene)) return []
      const guarded = guardedResource(webhook)
      if (guarded === undefined) return []
      return [
        {
          place: exemption.field.place,
          message: `Whoever may label a namespace takes its ${guarded} out of the sight of webhook "${webhook.name}": the label ${exemption.key} decides.`,
          sure: exemption.field.resolved,
        },
      ]
    })
  },
})

function exemptionOf(webhook: Webhook): Exemption | undefined {
  for (const field of webhook.list(...EXPRESSIONS)) {
    const key = keyOf(field)
    if (key !== undefined && key !== NAME_LABEL) return { key, field }
  }
  const labels = webhook.get(...LABELS)
  if (labels === undefined || !isMapping(labels.value)) return undefined
  const key = Object.keys(labels.value).find((name) => name !== NAME_LABEL)
  return key === undefined ? undefined : { key, field: labels }
}
