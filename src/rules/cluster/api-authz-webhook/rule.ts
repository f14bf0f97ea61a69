import { placeBelow } from '../../../analysis/cluster/commands.ts'
import { memberOf, valueAt } from '../../../model/part.ts'
import { defineRule } from '../../rule.ts'

export const apiAuthzWebhook = defineRule({
  id: 'api-authz-webhook',
  title: 'Let a webhook that forbids refuse when it is down',
  topic: 'api-authorization',
  severity: 'medium',
  references: [
    {
      title: 'Kubernetes: Authorization, configuring the API server using a file',
      url: 'https://kubernetes.io/docs/reference/access-authn-authz/authorization/#using-configuration-file-for-authorization',
    },
    {
      title: 'Kubernetes: kube-apiserver Configuration (v1), WebhookConfiguration',
      url: 'https://kubernetes.io/docs/reference/config-api/apiserver-config.v1/',
    },
  ],

  subject: ['AuthorizationConfiguration'],
  check(file) {
    const authorizers = file.list('authorizers')
    const roles = authorizers.findIndex(({ value }) => memberOf(value, 'type') === 'RBAC')
    // Behind RBAC a webhook only allows more: without an opinion the request is refused.
    const before = roles === -1 ? [] : authorizers.slice(0, roles)
    return before.flatMap(({ value, place }) => {
      const policy = valueAt(value, ['webhook', 'failurePolicy'])
      if (memberOf(value, 'type') !== 'Webhook' || policy === 'Deny') return []
      const name = memberOf(value, 'name')
      const webhook = `webhook${typeof name === 'string' ? ` "${name}"` : ''}`
      const message =
        policy === 'NoOpinion'
          ? `What the ${webhook} forbids is allowed while it is down: roles then decide alone.`
          : `What the ${webhook} forbids may be allowed while it is down: its policy is not known.`
      return [
        {
          place: placeBelow(place, 'webhook', 'failurePolicy'),
          message,
          sure: policy === 'NoOpinion',
        },
      ]
    })
  },
})
