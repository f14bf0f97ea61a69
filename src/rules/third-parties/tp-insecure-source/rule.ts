import { defineRule } from '../../rule.ts'
import { SOURCE_KINDS, unverifiedField, verify } from '../chart-source.ts'

export const tpInsecureSource = defineRule({
  id: 'tp-insecure-source',
  title: 'Fetch what is installed from senders that are known',
  topic: 'image-sources',
  severity: 'high',
  references: [
    {
      title: 'Flux: Helm Repositories, insecure',
      url: 'https://fluxcd.io/flux/components/source/helmrepositories/#insecure',
    },
    {
      title: 'Argo CD: Private Repositories, self-signed and untrusted TLS certificates',
      url: 'https://argo-cd.readthedocs.io/en/stable/user-guide/private-repositories/#self-signed-untrusted-tls-certificates',
    },
  ],

  subject: SOURCE_KINDS,
  check(resource) {
    const field = unverifiedField(resource)
    if (field === undefined) return []
    const isUrl = typeof field.value === 'string' && field.value.startsWith('http')
    const how = isUrl ? 'in clear' : 'from a sender that nobody verifies'
    return [
      {
        place: field.place,
        message: `What "${resource.name}" names is fetched ${how}: whoever stands on the way decides what is installed.`,
        sure: true,
      },
    ]
  },

  fix: {
    risk: 'mayBreak', // the server has to speak TLS, with a certificate of an authority that is known
    edit(resource) {
      const field = unverifiedField(resource)
      return field === undefined ? [] : verify(field)
    },
  },
})
