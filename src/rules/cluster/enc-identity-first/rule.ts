import { storedForm } from '../../../analysis/cluster/stored-form.ts'
import { defineRule } from '../../rule.ts'

const SECRETS = { group: '', resource: 'secrets' } as const

export const encIdentityFirst = defineRule({
  id: 'enc-identity-first',
  title: 'Put the provider that encrypts before identity',
  topic: 'secret-encryption',
  severity: 'critical',
  references: [
    {
      title: 'Kubernetes: Encrypting Confidential Data at Rest',
      url: 'https://kubernetes.io/docs/tasks/administer-cluster/encrypt-data/#understanding-the-encryption-at-rest-configuration',
    },
    {
      title: 'Kubernetes: kube-apiserver Encryption Configuration (v1)',
      url: 'https://kubernetes.io/docs/reference/config-api/apiserver-config.v1/',
    },
  ],
  controls: {
    'cis-1.12': ['1.2.28'],
    'k8s-checklist': ['secrets/2'],
  },

  subject: ['EncryptionConfiguration', 'EncryptionConfig'],
  check(configuration) {
    const { answer, writer, readers, place } = storedForm(configuration, SECRETS)
    if (answer === 'encrypted') return []
    // Secrets that no entry names are another rule's.
    if (answer === 'plain' && writer === undefined) return []
    if (answer === 'plain') {
      const message = `Secrets are stored as plain text: identity is the first provider${behind(readers.length)}.`
      return [{ place, message, sure: true }]
    }
    const message = 'Secrets may be stored as plain text: which provider is first cannot be read.'
    return [{ place, message, sure: false }]
  },
})

function behind(providers: number): string {
  return providers === 1 ? '' : ', and those behind it only read'
}
