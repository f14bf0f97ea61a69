import { CREDENTIAL_WORDS } from '../../../analysis/secrets/credential-words.data.ts'
import type { Resource } from '../../../model/resource.ts'
import { defineRule } from '../../rule.ts'
import { secretValues, type SecretValue } from '../secret-values.ts'

export const secPlainGit = defineRule({
  id: 'sec-plain-git',
  title: 'Encrypt Secrets before they are written to files',
  topic: 'secrets',
  severity: 'critical',
  references: [
    {
      title: 'Kubernetes: Good practices for Kubernetes Secrets',
      url: 'https://kubernetes.io/docs/concepts/security/secrets-good-practices/',
    },
    {
      title: 'SOPS: Simple and flexible tool for managing secrets',
      url: 'https://getsops.io/docs/',
    },
    {
      title: 'Sealed Secrets for Kubernetes',
      url: 'https://github.com/bitnami-labs/sealed-secrets',
    },
  ],
  controls: { 'cis-1.12': ['5.4.2'], 'pci-containers': ['6.1.a'] },

  subject: ['Secret'],
  check(secret) {
    const values = secretValues(secret)
    // One Secret is one leak, however many members it has.
    const [first] = values
    if (first === undefined) return []
    return [
      {
        place: secret.at(first.section),
        message: messageFor(secret, first, values.length),
        sure: true,
      },
    ]
  },
})

function messageFor(secret: Resource, { key, credential }: SecretValue, count: number): string {
  const others = count === 1 ? '' : ` and ${count - 1} more`
  const words = CREDENTIAL_WORDS[credential.kind]
  return `Secret "${secret.name}" holds ${words} under "${key}"${others}: whoever has the file has it, base64 hides nothing.`
}
