import { defineRule } from '../../rule.ts'
import { complainOnce, faultUnless, isGiven } from '../faults.ts'

const NAME = 'encryption-provider-config'

export const apiEncryptionOff = defineRule({
  id: 'api-encryption-off',
  title: 'Encrypt Secrets before they go to etcd',
  topic: 'secret-encryption',
  severity: 'high',
  references: [
    {
      title: 'Kubernetes: Encrypting Confidential Data at Rest',
      url: 'https://kubernetes.io/docs/tasks/administer-cluster/encrypt-data/',
    },
    {
      title: 'Kubernetes: Good practices for Kubernetes Secrets',
      url: 'https://kubernetes.io/docs/concepts/security/secrets-good-practices/#configure-encryption-at-rest',
    },
  ],
  controls: { 'cis-1.12': ['1.2.27'], 'k8s-checklist': ['secrets/2'] },

  subject: ['kube-apiserver'],
  check(apiServer) {
    const file = apiServer.setting(NAME)
    return complainOnce(faultUnless(file, isGiven(file), `${NAME} is not set`), {
      what: 'Secrets are stored in etcd as plain text',
      doubt: 'Secrets may be stored in etcd as plain text',
    })
  },
})
