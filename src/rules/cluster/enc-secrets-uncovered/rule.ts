import { storedForm } from '../../../analysis/cluster/stored-form.ts'
import { defineRule } from '../../rule.ts'
import { ENCRYPTION_KINDS } from '../providers.ts'

export const encSecretsUncovered = defineRule({
  id: 'enc-secrets-uncovered',
  title: 'Name Secrets in what is encrypted',
  topic: 'secret-encryption',
  severity: 'high',
  references: [
    {
      title: 'Kubernetes: Encrypting Confidential Data at Rest, resources',
      url: 'https://kubernetes.io/docs/tasks/administer-cluster/encrypt-data/#understanding-the-encryption-at-rest-configuration',
    },
  ],
  controls: { 'cis-1.12': ['1.2.27', '1.2.28'], 'k8s-checklist': ['secrets/2'] },

  subject: ENCRYPTION_KINDS,
  check(configuration) {
    const { answer, writer, place } = storedForm(configuration, { group: '', resource: 'secrets' })
    // What identity writes, and what a placeholder hides, is enc-identity-first.
    if (answer !== 'plain' || writer !== undefined) return []
    const message = 'Secrets are stored as plain text: no entry of this file names them.'
    return [{ place, message, sure: true }]
  },
})
