import { setField } from '../../../model/edit.ts'
import { defineRule } from '../../rule.ts'
import { doubtAbout } from '../../workloads/answer.ts'
import { guardedResource } from '../policy-webhook.ts'
import { failsClosed, WEBHOOK_KINDS, webhooksOf } from '../webhook.ts'

export const tpWebhookFailsOpen = defineRule({
  id: 'tp-webhook-fails-open',
  title: 'Have policy webhooks refuse what they cannot judge',
  topic: 'third-party-rights',
  severity: 'medium',
  references: [
    {
      title: 'Kubernetes: Admission Webhook Good Practices, fail open and validate the final state',
      url: 'https://kubernetes.io/docs/concepts/cluster-administration/admission-webhooks-good-practices/#fail-open-validate-final-state',
    },
    {
      title: 'Kubernetes: Dynamic Admission Control, failure policy',
      url: 'https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/#failure-policy',
    },
  ],
  controls: { 'ms-threat-matrix': ['MS-TA9015'], 'k8s-checklist': ['admission/3'] },

  subject: WEBHOOK_KINDS,
  check(configuration) {
    return webhooksOf(configuration).flatMap((webhook) => {
      const answer = failsClosed(webhook)
      if (answer === 'allowed') return []
      const guarded = guardedResource(webhook)
      if (guarded === undefined) return []
      const sure = answer === 'forbidden'
      return [
        {
          place: webhook.at('failurePolicy'),
          message: sure
            ? `Webhook "${webhook.name}" guards ${guarded}, but while it does not answer everything passes.`
            : `Webhook "${webhook.name}" may let everything pass while it does not answer: ${doubtAbout(webhook.get('failurePolicy'))}.`,
          sure,
        },
      ]
    })
  },

  fix: {
    risk: 'mayBreak', // while the webhook is away, nothing that it guards can be created or changed
    edit: (configuration, { place }) => [setField(configuration, place.path, 'Fail')],
  },
})
