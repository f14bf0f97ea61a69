import { classEncryption, volumeEncryption } from '../../../analysis/encryption/storage-class.ts'
import { defineRule } from '../../rule.ts'

export const pvClear = defineRule({
  id: 'pv-clear',
  title: 'Move old volumes to the encrypted class',
  topic: 'storage-encryption',
  severity: 'high',
  references: [
    {
      title: 'Kubernetes: Persistent Volumes, class',
      url: 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#class',
    },
    {
      title: 'Kubernetes: CSI Volume Cloning',
      url: 'https://kubernetes.io/docs/concepts/storage/volume-pvc-datasource/',
    },
  ],

  subject: ['PersistentVolume'],
  check(volume, scene) {
    const name = volume.get('spec', 'storageClassName')?.value
    if (typeof name !== 'string') return []
    const storageClass = scene.find('StorageClass', undefined, name)
    if (storageClass === undefined || classEncryption(storageClass).state !== 'encrypted') return []
    const encryption = volumeEncryption(volume)
    if (encryption === undefined || encryption.state === 'encrypted') return []
    const isSure = encryption.state === 'clear'
    return [
      {
        place: encryption.place,
        message: isSure
          ? `PersistentVolume "${volume.name}" is not encrypted, though its class "${name}" is: it was made before or by hand.`
          : `PersistentVolume "${volume.name}" does not say that it is encrypted, though its class "${name}" is: it may be older.`,
        sure: isSure,
      },
    ]
  },
})
