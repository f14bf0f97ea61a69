import { defineRule } from '../../rule.ts'
import { wordsFor } from '../credential-words.ts'
import { credentialsInEnvironment } from '../pod-values.ts'

export const secInEnv = defineRule({
  id: 'sec-in-env',
  title: 'Take credentials from Secrets, not from literal variables',
  topic: 'secrets',
  severity: 'high',
  references: [
    {
      title: 'Kubernetes: Distribute Credentials Securely Using Secrets',
      url: 'https://kubernetes.io/docs/tasks/inject-data-application/distribute-credentials-secure/',
    },
    {
      title: 'Kubernetes: Good practices for Kubernetes Secrets',
      url: 'https://kubernetes.io/docs/concepts/security/secrets-good-practices/',
    },
  ],
  controls: { 'cis-1.12': ['5.4.1'], 'pci-containers': ['6.1.a'], 'stig-v2r3': ['V-242415'] },

  subject: 'container',
  check(container) {
    return credentialsInEnvironment(container)
      .filter(({ credential }) => credential.kind !== 'private-key')
      .map(({ place, holder, credential }) => ({
        place,
        message: `Container "${container.name}" has ${wordsFor(credential)} as a literal in the ${holder}: whoever reads the object has it.`,
        sure: true,
      }))
  },
})
