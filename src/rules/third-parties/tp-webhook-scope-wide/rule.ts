import { isMapping } from '../../../model/part.ts'
import { defineRule } from '../../rule.ts'
import { failsClosed, firstCovered, WEBHOOK_KINDS, webhooksOf, type Webhook } from '../webhook.ts'

// Without these a cluster cannot start what it needs to run, the webhook's own pods included.
const VITAL = ['/pods', '/nodes', 'coordination.k8s.io/leases'] as const

export const tpWebhookScopeWide = defineRule({
  id: 'tp-webhook-scope-wide',
  title: "Keep webhooks that refuse out of the cluster's own namespaces",
  topic: 'third-party-rights',
  severity: 'low',
  references: [
    {
      title: 'Kubernetes: Admission Webhook Good Practices, match on specific scopes',
      url: 'https://kubernetes.io/docs/concepts/cluster-administration/admission-webhooks-good-practices/#webhook-limit-scope',
    },
    {
      title:
        'Kubernetes: Dynamic Admission Control, avoiding operating on the kube-system namespace',
      url: 'https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/#avoiding-operating-on-the-kube-system-namespace',
    },
  ],
  controls: { 'k8s-checklist': ['admission/3'] },

  subject: WEBHOOK_KINDS,
  check(configuration) {
    return webhooksOf(configuration).flatMap((webhook) => {
      if (isNarrowed(webhook) || failsClosed(webhook) !== 'allowed') return []
      const vital = firstCovered(webhook, VITAL)
      if (vital === undefined) return []
      return [
        {
          place: webhook.at('namespaceSelector'),
          message: `Webhook "${webhook.name}" can lock the cluster: while it does not answer, no ${vital.resource} are let in anywhere, not even its own or those of kube-system.`,
          sure: true,
        },
      ]
    })
  },
})

// A selector says anything at all: whether it says the right thing is for those who wrote it.
function isNarrowed(webhook: Webhook): boolean {
  return (
    ['namespaceSelector', 'objectSelector'].some((field) => {
      const selector = webhook.get(field)?.value
      return selector !== undefined && !(isMapping(selector) && Object.keys(selector).length === 0)
    }) || webhook.list('matchConditions').length > 0
  )
}
