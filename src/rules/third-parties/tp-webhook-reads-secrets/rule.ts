import { defineRule } from '../../rule.ts'
import { isOptIn } from '../selector-terms.ts'
import { ruleCovering, WEBHOOK_KINDS, webhooksOf, type Webhook } from '../webhook.ts'

export const tpWebhookReadsSecrets = defineRule({
  id: 'tp-webhook-reads-secrets',
  title: 'Ask mutating webhooks about no Secrets',
  topic: 'third-party-rights',
  severity: 'medium',
  references: [
    {
      title: 'Kubernetes: Dynamic Admission Control, matching requests by rules',
      url: 'https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/#matching-requests-rules',
    },
    {
      title: 'Kubernetes: Good practices for Kubernetes Secrets',
      url: 'https://kubernetes.io/docs/concepts/security/secrets-good-practices/',
    },
  ],
  controls: { 'ms-threat-matrix': ['MS-TA9015', 'MS-TA9025'], 'k8s-checklist': ['admission/3'] },

  subject: WEBHOOK_KINDS,
  check(configuration) {
    return webhooksOf(configuration).flatMap((webhook) => {
      if (!webhook.isMutating || isNarrowed(webhook)) return []
      const member = ruleCovering(webhook, '', 'secrets')
      if (member === undefined) return []
      const why = member.value === 'secrets' ? 'it is asked about Secrets' : 'it is asked about all'
      return [
        {
          place: member.place,
          message: `Webhook "${webhook.name}" reads every Secret that is written and may change it: ${why}.`,
          sure: true,
        },
      ]
    })
  },
})

// Asked about chosen namespaces or objects only, it sees what it was meant to see.
function isNarrowed(webhook: Webhook): boolean {
  return (
    isOptIn(webhook, 'objectSelector') ||
    isOptIn(webhook, 'namespaceSelector') ||
    webhook.list('matchConditions').length > 0
  )
}
