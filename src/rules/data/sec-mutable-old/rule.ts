import { setField } from '../../../model/edit.ts'
import { defineRule } from '../../rule.ts'
import { isPlainType, isTended } from '../secret-kind.ts'
import { isTakenByPod } from '../secret-uses.ts'
import { secretValues } from '../secret-values.ts'

export const secMutableOld = defineRule({
  id: 'sec-mutable-old',
  title: 'Make Secrets immutable when nothing rotates them',
  topic: 'secrets',
  severity: 'low',
  references: [
    {
      title: 'Kubernetes: Immutable Secrets',
      url: 'https://kubernetes.io/docs/concepts/configuration/secret/#secret-immutable',
    },
    {
      title: 'Kubernetes: Good practices for Kubernetes Secrets',
      url: 'https://kubernetes.io/docs/concepts/security/secrets-good-practices/',
    },
  ],

  subject: ['Secret'],
  check(secret, scene) {
    const setting = secret.get('immutable')
    if (setting?.value === true || setting?.resolved === false) return []
    if (!isPlainType(secret) || isTended(secret) || !isTakenByPod(secret, scene)) return []
    if (secretValues(secret).length === 0) return []
    return [
      {
        place: secret.at('immutable'),
        message: `Secret "${secret.name}" may be changed in place under the pods that use it, though nothing rotates it.`,
        sure: true,
      },
    ]
  },

  fix: {
    risk: 'mayBreak', // the next change needs a Secret of a new name
    edit: (secret) => [setField(secret, ['immutable'], true)],
  },
})
