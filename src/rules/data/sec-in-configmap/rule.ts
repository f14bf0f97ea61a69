import { defineRule } from '../../rule.ts'
import { configCredentials } from '../config-values.ts'
import { wordsFor } from '../credential-words.ts'

export const secInConfigmap = defineRule({
  id: 'sec-in-configmap',
  title: 'Keep credentials out of ConfigMaps',
  topic: 'secrets',
  severity: 'high',
  references: [
    {
      title: 'Kubernetes: ConfigMaps',
      url: 'https://kubernetes.io/docs/concepts/configuration/configmap/',
    },
    {
      title: 'Kubernetes: Good practices for Kubernetes Secrets',
      url: 'https://kubernetes.io/docs/concepts/security/secrets-good-practices/',
    },
  ],
  controls: { 'cis-1.12': ['5.4.2'], 'k8s-checklist': ['secrets/1'], 'pci-containers': ['6.1.a'] },

  subject: ['ConfigMap'],
  check(config) {
    return configCredentials(config)
      .filter(({ credential }) => credential.kind !== 'private-key')
      .map(({ key, place, credential }) => ({
        place,
        message: `ConfigMap "${config.name}" holds ${wordsFor(credential)} under "${key}", for all who may read ConfigMaps.`,
        sure: true,
      }))
  },
})
