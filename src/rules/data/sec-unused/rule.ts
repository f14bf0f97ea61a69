import { defineRule } from '../../rule.ts'
import { isFoundByLabel, isPlainType, isTended } from '../secret-kind.ts'
import { isNamed, isReadThroughRoles, isTakenByPod } from '../secret-uses.ts'

export const secUnused = defineRule({
  id: 'sec-unused',
  title: 'Delete Secrets that nothing uses',
  topic: 'secrets',
  severity: 'low',
  references: [
    {
      title: 'Kubernetes: Secrets',
      url: 'https://kubernetes.io/docs/concepts/configuration/secret/',
    },
    {
      title: 'Kubernetes: Good practices for Kubernetes Secrets',
      url: 'https://kubernetes.io/docs/concepts/security/secrets-good-practices/',
    },
  ],

  subject: ['Secret'],
  check(secret, scene) {
    // Without workloads beside it, whoever uses it was not read.
    if (scene.podsIn(secret.namespace).length === 0) return []
    if (!isPlainType(secret) || isTended(secret) || isFoundByLabel(secret)) return []
    if (secret.name === '' || secret.name.endsWith('*') || isTakenByPod(secret, scene)) return []
    if (isReadThroughRoles(secret.namespace, scene) || isNamed(secret, scene)) return []
    return [
      {
        place: secret.at('metadata', 'name'),
        message: `Secret "${secret.name}" is named by nothing that was read of its namespace: a key without a door is a risk only.`,
        sure: true,
      },
    ]
  },
})
