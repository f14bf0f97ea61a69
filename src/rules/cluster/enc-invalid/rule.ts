import { defineRule } from '../../rule.ts'
import { encryptionFaults } from '../encryption-faults.ts'
import { ENCRYPTION_KINDS } from '../providers.ts'

export const encInvalid = defineRule({
  id: 'enc-invalid',
  title: 'Write encryption at rest as the API server reads it',
  topic: 'secret-encryption',
  severity: 'high',
  references: [
    {
      title: 'Kubernetes: kube-apiserver Configuration (v1), EncryptionConfiguration',
      url: 'https://kubernetes.io/docs/reference/config-api/apiserver-config.v1/',
    },
    {
      title: 'Kubernetes: Encrypting Confidential Data at Rest',
      url: 'https://kubernetes.io/docs/tasks/administer-cluster/encrypt-data/',
    },
  ],

  subject: ENCRYPTION_KINDS,
  check: (file) =>
    encryptionFaults(file).map(({ place, reason }) => ({
      place,
      message: `The API server refuses this file and does not start: ${reason}.`,
      sure: true,
    })),
})
