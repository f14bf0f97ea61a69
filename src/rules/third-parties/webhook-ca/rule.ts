import type { Place } from '../../../model/place.ts'
import type { Resource } from '../../../model/resource.ts'
import { defineRule } from '../../rule.ts'
import { bundleFault, injectCertificate, type Client } from '../ca-bundle.ts'
import { WEBHOOK_KINDS, webhooksOf } from '../webhook.ts'

export const webhookCa = defineRule({
  id: 'webhook-ca',
  title: 'Give every webhook an authority that holds and is renewed',
  topic: 'third-party-rights',
  severity: 'medium',
  references: [
    {
      title: 'Kubernetes: Dynamic Admission Control, contacting the webhook',
      url: 'https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/#contacting-the-webhook',
    },
    {
      title: 'cert-manager: CA Injector',
      url: 'https://cert-manager.io/docs/concepts/ca-injector/',
    },
  ],
  controls: { 'ms-threat-matrix': ['MS-TA9015'], 'k8s-checklist': ['admission/3'] },

  subject: WEBHOOK_KINDS,
  check(configuration, scene) {
    return webhooksOf(configuration).flatMap((webhook) => {
      const fault = bundleFault(clientOf(configuration, webhook.at('clientConfig')), scene)
      if (fault === undefined) return []
      const claim = fault.sure ? 'cannot be relied on' : 'may not be reached'
      return [
        {
          place: fault.place,
          message: `Webhook "${webhook.name}" ${claim}: ${fault.reason}.`,
          sure: fault.sure,
        },
      ]
    })
  },

  fix: {
    risk: 'mayBreak', // the Service has to serve what that Certificate's Secret holds
    edit: (configuration, { place }, scene) =>
      injectCertificate(
        clientOf(configuration, { ...place, path: place.path.slice(0, -1) }),
        scene,
      ),
  },
})

function clientOf(owner: Resource, { path }: Place): Client {
  return { owner, path, plural: `${owner.type.toLowerCase()}s` }
}
