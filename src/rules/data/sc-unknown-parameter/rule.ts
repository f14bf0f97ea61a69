import { classEncryption, unknownParameters } from '../../../analysis/encryption/storage-class.ts'
import { removePlace } from '../../../model/edit.ts'
import { defineRule } from '../../rule.ts'
import { turnOnEncryption } from '../storage-class.ts'

export const scUnknownParameter = defineRule({
  id: 'sc-unknown-parameter',
  title: 'Ask for encryption in words that the storage driver knows',
  topic: 'storage-encryption',
  severity: 'medium',
  references: [
    {
      title: 'Azure Disk CSI driver: driver parameters',
      url: 'https://github.com/kubernetes-sigs/azuredisk-csi-driver/blob/master/docs/driver-parameters.md',
    },
    {
      title: 'Amazon EBS CSI driver: parameters',
      url: 'https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/master/docs/parameters.md',
    },
  ],

  subject: ['StorageClass'],
  check: (storageClass) =>
    unknownParameters(storageClass).map(({ place }) => ({
      place,
      message: `StorageClass "${storageClass.name}" sets ${place.path.at(-1)}, a parameter that ${titleOf(storageClass)} does not know: it encrypts nothing.`,
      sure: true,
    })),

  fix: {
    risk: 'mayBreak', // parameters cannot be changed: the class is made anew
    edit: (storageClass, { place }) => [
      removePlace(place),
      ...(isClear(storageClass) ? turnOnEncryption(storageClass) : []),
    ],
  },
})

function titleOf(storageClass: Parameters<typeof classEncryption>[0]): string {
  return classEncryption(storageClass).driver?.title ?? 'the driver'
}

// Where the provider encrypts anyway there is nothing to turn on.
function isClear(storageClass: Parameters<typeof classEncryption>[0]): boolean {
  const { state } = classEncryption(storageClass)
  return state === 'clear' || state === 'unknown'
}
