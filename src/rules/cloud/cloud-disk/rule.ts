import { siblingsOf } from '../../../analysis/terraform/siblings.ts'
import type { Resource } from '../../../model/resource.ts'
import type { Scene } from '../../../model/scene.ts'
import { defineRule, type Complaint } from '../../rule.ts'
import { complainUnless, isFalse, isTrue } from '../wanted.ts'

export const cloudDisk = defineRule({
  id: 'cloud-disk',
  title: 'Encrypt the volumes that EBS makes',
  topic: 'cloud-data',
  severity: 'high',
  references: [
    {
      title: 'Amazon EBS: Encryption',
      url: 'https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html',
    },
    {
      title: 'Amazon EBS: Enable encryption by default',
      url: 'https://docs.aws.amazon.com/ebs/latest/userguide/encryption-by-default.html',
    },
  ],

  subject: ['aws_ebs_volume', 'aws_ebs_encryption_by_default'],
  check(resource, scene) {
    if (resource.type === 'aws_ebs_volume') return volume(resource, scene)
    return complainUnless(resource, {
      names: ['enabled'],
      isSound: (value) => !isFalse(value),
      fault: 'Encryption by default is switched off: each new volume of the region is plain text.',
      untold: 'Whether new volumes are encrypted by default cannot be told.',
    })
  },
})

function volume(disk: Resource, scene: Scene): readonly Complaint[] {
  // Then what a volume does not say is true.
  const isDefault = siblingsOf(disk, 'aws_ebs_encryption_by_default', scene).some(
    (each) => !isFalse(each.get('enabled')?.value),
  )
  if (isDefault) return []
  if (disk.get('encrypted') === undefined && disk.get('snapshot_id') !== undefined) {
    const message = `Whether volume "${disk.name}" is encrypted depends on the snapshot that it is made of.`
    return [{ place: disk.at('encrypted'), message, sure: false }]
  }
  return complainUnless(disk, {
    names: ['encrypted'],
    isSound: isTrue,
    fault: `What volume "${disk.name}" holds is stored as plain text, and so are its snapshots.`,
    untold: `Whether volume "${disk.name}" is encrypted cannot be told.`,
  })
}
