import { partsAt } from '../../../analysis/terraform/inner-parts.ts'
import { defineRule } from '../../rule.ts'
import { complainUnless } from '../wanted.ts'

export const queueTls = defineRule({
  id: 'queue-tls',
  title: 'Let clients speak TLS alone to managed Kafka',
  topic: 'cloud-data',
  severity: 'high',
  references: [
    {
      title: 'Amazon MSK: Encryption',
      url: 'https://docs.aws.amazon.com/msk/latest/developerguide/msk-working-with-encryption.html',
    },
  ],

  subject: ['aws_msk_cluster'],
  check(cluster) {
    const blocks = partsAt(cluster, 'encryption_info', 'encryption_in_transit')
    if (blocks === undefined) {
      const message = `Whether clients of cluster "${cluster.name}" have to speak TLS cannot be told.`
      return [{ place: cluster.at('encryption_info'), message, sure: false }]
    }
    return blocks.flatMap((block) =>
      complainUnless(block, {
        names: ['client_broker'],
        // Unwritten, it is TLS.
        isSound: (value) => value === undefined || value === 'TLS',
        fault: `Clients may send to and read from cluster "${cluster.name}" in plain text.`,
        untold: `Whether clients of cluster "${cluster.name}" have to speak TLS cannot be told.`,
      }),
    )
  },
})
