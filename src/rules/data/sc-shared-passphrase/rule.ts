import { classEncryption } from '../../../analysis/encryption/storage-class.ts'
import type { Field } from '../../../model/part.ts'
import { defineRule } from '../../rule.ts'
import type { Complaint } from '../../rule.ts'
import { passphraseName } from '../storage-class.ts'

// What the external provisioner fills in for each volume. Source: Kubernetes CSI, StorageClass Secrets.
const PER_VOLUME = /\$\{(?:pvc\.(?:name|namespace|annotations)|pv\.name)/

export const scSharedPassphrase = defineRule({
  id: 'sc-shared-passphrase',
  title: 'Give every encrypted volume a passphrase of its own',
  topic: 'storage-encryption',
  severity: 'medium',
  references: [
    {
      title: 'Kubernetes CSI: StorageClass Secrets',
      url: 'https://kubernetes-csi.github.io/docs/secrets-and-credentials-storage-class.html',
    },
    {
      title: 'Scaleway CSI driver: encrypting volumes',
      url: 'https://github.com/scaleway/scaleway-csi/tree/master/examples/kubernetes#encrypting-volumes',
    },
  ],

  subject: ['StorageClass'],
  check(storageClass) {
    const { state, driver } = classEncryption(storageClass)
    // Other drivers keep their own credentials under these names, not passphrases.
    if (state !== 'encrypted' || driver?.passphrase === undefined) return []
    const name = passphraseName(storageClass, driver.passphrase)
    const namespace = storageClass.get(
      'parameters',
      `csi.storage.k8s.io/${driver.passphrase}-secret-namespace`,
    )
    return [...aboutName(name, storageClass.name), ...aboutNamespace(namespace, storageClass.name)]
  },
})

function aboutName(field: Field | undefined, name: string): readonly Complaint[] {
  if (field === undefined || typeof field.value !== 'string') return []
  if (PER_VOLUME.test(field.value)) return []
  return [
    {
      place: field.place,
      message: field.resolved
        ? `One passphrase opens every volume of StorageClass "${name}": its Secret is the same for all claims.`
        : `Whether each volume of StorageClass "${name}" has a passphrase of its own cannot be told: an unrendered template names the Secret.`,
      sure: field.resolved,
    },
  ]
}

function aboutNamespace(field: Field | undefined, name: string): readonly Complaint[] {
  if (field?.value !== 'default') return []
  return [
    {
      place: field.place,
      message: `Passphrases of StorageClass "${name}" lie in namespace "default", where applications run and may read them.`,
      sure: true,
    },
  ]
}
