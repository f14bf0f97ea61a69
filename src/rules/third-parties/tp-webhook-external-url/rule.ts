import { defineRule } from '../../rule.ts'
import { doubtAbout } from '../../workloads/answer.ts'
import { outsideHost } from '../outside-host.ts'
import { WEBHOOK_KINDS, webhooksOf } from '../webhook.ts'

export const tpWebhookExternalUrl = defineRule({
  id: 'tp-webhook-external-url',
  title: 'Keep admission webhooks inside the cluster',
  topic: 'third-party-rights',
  severity: 'medium',
  references: [
    {
      title: 'Kubernetes: Dynamic Admission Control, contacting the webhook by URL',
      url: 'https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/#url',
    },
    {
      title: 'Kubernetes: Admission Webhook Good Practices',
      url: 'https://kubernetes.io/docs/concepts/cluster-administration/admission-webhooks-good-practices/',
    },
  ],
  controls: { 'ms-threat-matrix': ['MS-TA9015'], 'k8s-checklist': ['admission/3'] },

  subject: WEBHOOK_KINDS,
  check(configuration) {
    return webhooksOf(configuration).flatMap((webhook) => {
      const url = webhook.get('clientConfig', 'url')
      if (url === undefined) return []
      const host = url.resolved ? outsideHost(url.value) : undefined
      if (url.resolved && host === undefined) return []
      const { place } = url
      return [
        host === undefined
          ? {
              place,
              message: `Webhook "${webhook.name}" may send objects out of the cluster: ${doubtAbout(url)}.`,
              sure: false,
            }
          : {
              place,
              message: `Webhook "${webhook.name}" sends what it is asked about to ${host}, outside of the cluster, and waits for its word.`,
              sure: true,
            },
      ]
    })
  },
})
