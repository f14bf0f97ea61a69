import { setPlace } from '../../../model/edit.ts'
import { defineRule } from '../../rule.ts'
import { WEBHOOK_KINDS, webhooksOf } from '../webhook.ts'

// The default of v1, which the API server writes where nothing is said.
const DEFAULT_SECONDS = 10

export const tpWebhookTimeout = defineRule({
  id: 'tp-webhook-timeout',
  title: 'Wait for a webhook for seconds, not for half a minute',
  topic: 'third-party-rights',
  severity: 'low',
  references: [
    {
      title: 'Kubernetes: Admission Webhook Good Practices, set a small timeout value',
      url: 'https://kubernetes.io/docs/concepts/cluster-administration/admission-webhooks-good-practices/#small-timeout',
    },
    {
      title: 'Kubernetes: Dynamic Admission Control, timeouts',
      url: 'https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/#timeouts',
    },
  ],
  controls: { 'k8s-checklist': ['admission/3'] },

  subject: WEBHOOK_KINDS,
  check(configuration) {
    return webhooksOf(configuration).flatMap((webhook) => {
      const timeout = webhook.get('timeoutSeconds')
      if (typeof timeout?.value !== 'number' || timeout.value <= DEFAULT_SECONDS) return []
      return [
        {
          place: timeout.place,
          message: `Webhook "${webhook.name}" may hold every call that it is asked about for ${timeout.value} seconds.`,
          sure: true,
        },
      ]
    })
  },

  fix: {
    risk: 'mayBreak', // a webhook that asks others, such as a registry, may need longer for its first answer
    edit: (_, { place }) => [setPlace(place, DEFAULT_SECONDS)],
  },
})
