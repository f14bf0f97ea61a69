import { classEncryption, unknownParameters } from '../../../analysis/encryption/storage-class.ts'
import { defineRule } from '../../rule.ts'
import { isDefaultClass, turnOnEncryption } from '../storage-class.ts'

export const scDefaultClear = defineRule({
  id: 'sc-default-clear',
  title: 'Make an encrypted class the default one',
  topic: 'storage-encryption',
  severity: 'high',
  references: [
    {
      title: 'Kubernetes: Storage Classes, default StorageClass',
      url: 'https://kubernetes.io/docs/concepts/storage/storage-classes/#default-storageclass',
    },
    {
      title: 'Kubernetes: Change the default StorageClass',
      url: 'https://kubernetes.io/docs/tasks/administer-cluster/change-default-storage-class/',
    },
  ],

  subject: ['StorageClass'],
  check(storageClass) {
    if (!isDefaultClass(storageClass)) return []
    const { state, place, why } = classEncryption(storageClass)
    // A parameter that the driver does not know is told by sc-unknown-parameter.
    if (state !== 'clear' || unknownParameters(storageClass).length > 0) return []
    return [
      {
        place,
        message: `Every claim that names no class is stored unencrypted: the default class "${storageClass.name}" asks for no encryption, and ${why}.`,
        sure: true,
      },
    ]
  },

  fix: {
    risk: 'mayBreak', // parameters cannot be changed: the class is made anew, and old volumes stay as they are
    edit: (storageClass) => turnOnEncryption(storageClass),
  },
})
