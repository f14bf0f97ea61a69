import {
  classEncryption,
  unknownParameters,
  volumeEncryption,
  type StorageEncryption,
} from '../../../analysis/encryption/storage-class.ts'
import type { Resource } from '../../../model/resource.ts'
import type { Scene } from '../../../model/scene.ts'
import { defineRule } from '../../rule.ts'
import { isDefaultClass, turnOnEncryption } from '../storage-class.ts'

export const scEncrypt = defineRule({
  id: 'sc-encrypt',
  title: 'Encrypt what volumes store',
  topic: 'storage-encryption',
  severity: 'medium',
  references: [
    {
      title: 'Kubernetes: Storage Classes, parameters',
      url: 'https://kubernetes.io/docs/concepts/storage/storage-classes/#parameters',
    },
    {
      title: 'Scaleway CSI driver: encrypting volumes',
      url: 'https://github.com/scaleway/scaleway-csi/tree/master/examples/kubernetes#encrypting-volumes',
    },
    {
      title: 'Amazon EBS CSI driver: parameters',
      url: 'https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/master/docs/parameters.md',
    },
  ],

  subject: ['StorageClass', 'PersistentVolume'],
  check(resource, scene) {
    const encryption =
      resource.type === 'StorageClass' ? ofClass(resource) : ofVolume(resource, scene)
    if (encryption?.state !== 'clear' && encryption?.state !== 'unknown') return []
    const { state, place, why } = encryption
    const what = `${resource.type} "${resource.name}"`
    return [
      {
        place,
        message:
          state === 'clear'
            ? `What ${what} stores is not encrypted: ${why}.`
            : `Whether what ${what} stores is encrypted cannot be told: ${why}.`,
        sure: state === 'clear',
      },
    ]
  },

  fix: {
    risk: 'mayBreak', // parameters cannot be changed: the class is made anew, and old volumes stay as they are
    edit: (resource) => (resource.type === 'StorageClass' ? turnOnEncryption(resource) : []),
  },
})

function ofClass(storageClass: Resource): StorageEncryption | undefined {
  const encryption = classEncryption(storageClass)
  // A clear default class is sc-default-clear's matter, a parameter that nobody knows sc-unknown-parameter's.
  if (encryption.state === 'clear' && isDefaultClass(storageClass)) return undefined
  return unknownParameters(storageClass).length > 0 ? undefined : encryption
}

// What the class says of all its volumes is told there.
function ofVolume(volume: Resource, scene: Scene): StorageEncryption | undefined {
  const name = volume.get('spec', 'storageClassName')?.value
  const isTold =
    typeof name === 'string' && scene.find('StorageClass', undefined, name) !== undefined
  return isTold ? undefined : volumeEncryption(volume)
}
