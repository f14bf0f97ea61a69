import { removePlace } from '../../../model/edit.ts'
import { defineRule } from '../../rule.ts'
import { guardedResource } from '../policy-webhook.ts'
import { exclusions, keyOf } from '../selector-terms.ts'
import { WEBHOOK_KINDS, webhooksOf } from '../webhook.ts'

export const tpWebhookExemptsObjects = defineRule({
  id: 'tp-webhook-exempts-objects',
  title: 'Let no object choose whether policy webhooks judge it',
  topic: 'third-party-rights',
  severity: 'medium',
  references: [
    {
      title: 'Kubernetes: Dynamic Admission Control, matching requests by objectSelector',
      url: 'https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/#matching-requests-objectselector',
    },
    {
      title: 'Kubernetes: Admission Webhook Good Practices, request filtering',
      url: 'https://kubernetes.io/docs/concepts/cluster-administration/admission-webhooks-good-practices/#request-filtering',
    },
  ],
  controls: { 'k8s-checklist': ['admission/3'] },

  subject: WEBHOOK_KINDS,
  check(configuration) {
    return webhooksOf(configuration).flatMap((webhook) => {
      const terms = exclusions(webhook, 'objectSelector')
      const guarded = terms.length === 0 ? undefined : guardedResource(webhook)
      if (guarded === undefined) return []
      return terms.map((term) => ({
        place: term.place,
        message: `Whoever creates ${guarded} may keep webhook "${webhook.name}" from judging them: the label ${keyOf(term) ?? 'named here'} is enough.`,
        sure: term.resolved,
      }))
    })
  },

  fix: {
    risk: 'mayBreak', // what carries the label today is judged from then on
    edit: (_, { place }) => [removePlace(place)],
  },
})
