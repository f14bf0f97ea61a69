import { defineRule } from '../../rule.ts'
import { wordsFor } from '../credential-words.ts'
import { credentialsInCommands } from '../pod-values.ts'

export const secInArgs = defineRule({
  id: 'sec-in-args',
  title: 'Keep credentials out of commands and arguments',
  topic: 'secrets',
  severity: 'high',
  references: [
    {
      title: 'Kubernetes: Define a Command and Arguments for a Container',
      url: 'https://kubernetes.io/docs/tasks/inject-data-application/define-command-argument-container/',
    },
    {
      title: 'Kubernetes: Good practices for Kubernetes Secrets',
      url: 'https://kubernetes.io/docs/concepts/security/secrets-good-practices/',
    },
  ],
  controls: { 'cis-1.12': ['5.4.1'], 'pci-containers': ['6.1.a'] },

  subject: 'container',
  check(container) {
    return credentialsInCommands(container)
      .filter(({ credential }) => credential.kind !== 'private-key')
      .map(({ place, holder, credential }) => ({
        place,
        message: `Container "${container.name}" is started with ${wordsFor(credential)} in its ${holder}, which every process list shows.`,
        sure: true,
      }))
  },
})
