import { isOneOf, not } from '../../../analysis/terraform/answers.ts'
import { defineRule } from '../../rule.ts'
import { complain } from '../complain.ts'
import { gkePage, googleResource } from '../gke.ts'

const STATE = ['database_encryption', 0, 'state'] as const

export const gkeDatabaseEncryption = defineRule({
  id: 'gke-database-encryption',
  title: "Encrypt the Secrets of GKE with a key of one's own",
  topic: 'managed-settings',
  severity: 'medium',
  references: [
    gkePage('Encrypt secrets at the application layer', 'how-to/encrypting-secrets'),
    googleResource('cluster'),
  ],

  subject: ['google_container_cluster'],
  check(cluster) {
    const isEncrypted = isOneOf(cluster.get(...STATE), ['ENCRYPTED'], 'DECRYPTED')
    return complain(not(isEncrypted), cluster.at(...STATE), {
      wrong: `Secrets of cluster "${cluster.name}" are protected by Google's disk encryption alone: no key of yours stands before them.`,
      unclear: `Whether Secrets of cluster "${cluster.name}" are encrypted with a key of yours cannot be told.`,
    })
  },
})
