import { defineRule } from '../../rule.ts'
import { twinOf } from '../secret-twins.ts'
import { secretValues } from '../secret-values.ts'

export const secSpread = defineRule({
  id: 'sec-spread',
  title: 'Give every namespace a secret value of its own',
  topic: 'secrets',
  severity: 'medium',
  references: [
    {
      title: 'Kubernetes: Good practices for Kubernetes Secrets',
      url: 'https://kubernetes.io/docs/concepts/security/secrets-good-practices/',
    },
    {
      title: 'OWASP Secrets Management Cheat Sheet',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html',
    },
  ],

  subject: ['Secret'],
  check(secret, scene) {
    return secretValues(secret).flatMap((value) => {
      const twin = twinOf(secret, value, scene)
      if (twin === undefined) return []
      return [
        {
          place: value.place,
          message: `Secret "${secret.name}" holds under "${value.key}" the same value as "${twin.secret.name}" of namespace "${twin.secret.namespace ?? ''}": one leak opens both.`,
          sure: true,
        },
      ]
    })
  },
})
