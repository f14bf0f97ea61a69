import type { Resource } from '../../../model/resource.ts'
import { defineRule } from '../../rule.ts'
import { bundleFault, injectCertificate, type Client } from '../ca-bundle.ts'

export const tpConversionWebhook = defineRule({
  id: 'tp-conversion-webhook',
  title: 'Give conversion webhooks an authority that holds and is renewed',
  topic: 'third-party-rights',
  severity: 'medium',
  references: [
    {
      title: 'Kubernetes: Versions in CustomResourceDefinitions, webhook conversion',
      url: 'https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definition-versioning/#webhook-conversion',
    },
    {
      title: 'cert-manager: CA Injector',
      url: 'https://cert-manager.io/docs/concepts/ca-injector/',
    },
  ],

  subject: ['CustomResourceDefinition'],
  check(definition, scene) {
    if (definition.get('spec', 'conversion', 'strategy')?.value !== 'Webhook') return []
    const fault = bundleFault(clientOf(definition), scene)
    if (fault === undefined) return []
    const claim = fault.sure ? 'cannot be read for long' : 'may not be readable'
    return [
      {
        place: fault.place,
        message: `Objects of "${definition.name}" ${claim}: for its conversion webhook, ${fault.reason}.`,
        sure: fault.sure,
      },
    ]
  },

  fix: {
    risk: 'mayBreak', // the Service has to serve what that Certificate's Secret holds
    edit: (definition, _, scene) => injectCertificate(clientOf(definition), scene),
  },
})

function clientOf(owner: Resource): Client {
  const conversion = ['spec', 'conversion'] as const
  const path = owner.apiVersion.endsWith('/v1beta1')
    ? [...conversion, 'webhookClientConfig']
    : [...conversion, 'webhook', 'clientConfig']
  return { owner, path, plural: 'customresourcedefinitions' }
}
